import Toml

extension Fields {
  /// A text that must be there and not be blank.
  func text(_ key: String) throws(PlanError) -> String {
    let text = try told { () throws(TomlError) in try table.string(key) }
    guard !Fields.isBlank(text) else { throw error(key, .empty) }
    return text
  }

  /// A text that may be absent; if there, it may be empty.
  func textIfPresent(_ key: String) throws(PlanError) -> String? {
    try told { () throws(TomlError) in try table.stringIfPresent(key) }
  }

  /// `NAME_zh`, which must be there, and `NAME_en`, which falls back to it.
  func bilingual(_ name: String) throws(PlanError) -> Bilingual {
    let zh = try text(name + "_zh")
    return Bilingual(zh: zh, en: try textIfPresent(name + "_en") ?? zh)
  }

  /// `NAME_zh` and `NAME_en`, each standing in for the other; nil where both are absent.
  func bilingualIfPresent(_ name: String) throws(PlanError) -> Bilingual? {
    let zh = try textIfPresent(name + "_zh")
    let en = try textIfPresent(name + "_en")
    guard let any = zh ?? en else { return nil }
    return Bilingual(zh: zh ?? any, en: en ?? any)
  }

  /// One of an enumeration's words.
  func choice<Choice>(
    _ key: String, default standard: Choice?
  ) throws(PlanError) -> Choice where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    guard let word = try textIfPresent(key) else {
      if let standard { return standard }
      throw error(key, .missing(expected: .text))
    }
    guard let choice = Choice(rawValue: word) else {
      throw error(key, .notOneOf(allowed: Choice.allCases.map(\.rawValue), found: word))
    }
    return choice
  }

  /// A list of texts, none blank and none twice; nil where the key is absent.
  func textsIfPresent(_ key: String) throws(PlanError) -> [String]? {
    guard let texts = try told({ () throws(TomlError) in try table.stringsIfPresent(key) }) else { return nil }
    var seen: [String: Int] = [:]
    for (index, text) in texts.enumerated() {
      if Fields.isBlank(text) { throw error(key, element: index, .empty) }
      if let first = seen[text] {
        let line = table.place(of: key, element: first).line
        throw error(key, element: index, .duplicate(value: text, firstLine: line))
      }
      seen[text] = index
    }
    return texts
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
