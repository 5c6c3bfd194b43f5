package import Policy
package import Screen

/// The lines that show one row in full.
package struct DetailText {
  package let title: SafeText
  package let lines: [Line]

  package init(_ state: ConsoleState, _ detail: DetailState) {
    guard let loaded = state.loaded else {
      title = ""
      lines = []
      return
    }
    let writer = DetailWriter(language: state.language, loaded: loaded, now: state.minute)
    switch detail.subject {
    case .item(let id, let code):
      let (name, facts) = writer.item(id, district: code)
      title = name
      lines = facts + ItemDetailChart(state, loaded, TargetKey(district: code, item: id)).lines
    case .institution(let id): (title, lines) = writer.institution(id)
    case .base(let id): (title, lines) = writer.base(id)
    case .project(let id): (title, lines) = writer.project(id)
    case .file(let path): (title, lines) = writer.file(path)
    case .caseFile(let number): (title, lines) = CaseFile(state, loaded, number).text
    case .problem(let index):
      (title, lines) = writer.problem(index, state.excerpt, columns: DetailBox.inner(state.size))
    }
  }
}

/// Writes a subject's facts as label and value, one a line.
struct DetailWriter {
  let language: Language
  let loaded: Loaded
  let now: Double

  var board: Board { loaded.board }
  var plan: Plan { loaded.snapshot.plan }

  /// A label of 16 cells, then the value.
  func fact(_ label: Phrase, _ value: SafeText, _ role: Role = .text) -> Line {
    let widths = DisplayWidth()
    return Line([Span(widths.fit(label.text(language), 18), .dim), Span(value, role)])
  }

  /// The same with a value in several roles.
  @_disfavoredOverload
  func fact(_ label: Phrase, _ value: Line) -> Line { fact(label, SafeText.empty) + value }

  func heading(_ phrase: Phrase) -> Line { Line(phrase.text(language), .heading) }

  func districtName(_ code: DistrictCode) -> SafeText {
    code == plan.cityCode ? plan.cityName.text(language) : loaded.placeName(code, language)
  }
}

extension District {
  /// 浦东新区, or Pudong on the English screen where the pinyin is known.
  package func displayName(_ language: Language) -> SafeText {
    SafeText(language == .en && !pinyin.isEmpty ? pinyin : name)
  }

  /// 浦东, or Pudong.
  package func shortName(_ language: Language) -> SafeText {
    SafeText(language == .en && !pinyin.isEmpty ? pinyin : short)
  }
}

extension Bilingual {
  package func text(_ language: Language) -> SafeText { SafeText(language == .zh || en.isEmpty ? zh : en) }
}
