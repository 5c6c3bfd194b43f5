import Policy
import Screen

/// Finding rows by what people type: Chinese, pinyin or its initials, with or without an input method.
enum Search {
  /// Lower case, full-width forms as ASCII, without blanks and apostrophes (静安 is `Jing'an`).
  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x41...0x5A).contains(value) { value += 0x20 }
      guard value > 0x20, value != 0x27, value != 0x2019, value != 0x3000 else { continue }
      if let folded = Unicode.Scalar(value) { out.append(folded) }
    }
    return String(out)
  }

  /// Whether a folded query stands in one of the texts. An empty query matches all.
  static func matches(_ query: String, in texts: [String]) -> Bool {
    query.isEmpty || texts.contains { folded($0).contains(query) }
  }

  static func texts(of district: District) -> [String] {
    [district.code.rawValue, district.name, district.short, district.pinyin, district.initials]
  }
}

/// A row that can be found: what `/` and `f` look at in it.
protocol Searchable {
  func searchTexts(_ state: ConsoleState) -> [String]
}

extension DistrictBoard: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    Search.texts(of: district) + [state.language(status.word).string]
  }
}

extension ItemProgress: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    let item = state.loaded?.item(id)
    return [id.rawValue, state.language(status.word).string]
      + (item.map { [$0.label.text(state.language).string, $0.short.text(state.language).string] } ?? [])
  }
}

extension InstitutionBoard: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    [institution.id, institution.kind ?? "", grade.label(state.language).string] + state.readings(institution.name)
      + state.districtTexts(institution.district)
  }
}

extension BaseBoard: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    [base.id, base.level ?? "", base.host ?? ""] + state.readings(base.name) + state.districtTexts(base.district)
  }
}

extension ProjectBoard: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    [project.id, project.base, state.language(stage.word).string] + state.readings(project.name)
      + flags.map { state.language($0.word).string }
  }
}

extension ConsoleState {
  /// A name, and how it is read where that is known.
  func readings(_ name: String) -> [String] { findIndex?.romanisation.texts(name) ?? [name] }

  func districtTexts(_ code: DistrictCode) -> [String] {
    loaded?.district(code).map { Search.texts(of: $0.district) } ?? []
  }
}
