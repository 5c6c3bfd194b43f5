import Toml

extension Fields {
  /// A text that must be there and not be blank.
  func text(_ key: String) -> String? {
    guard let text = told({ () throws(TomlError) in try table.string(key) }) else { return nil }
    guard !Fields.isBlank(text) else {
      note(key, .empty)
      return nil
    }
    return text
  }

  /// A text that may be absent; if there, it may be empty.
  func textIfPresent(_ key: String) -> String? { told { () throws(TomlError) in try table.stringIfPresent(key) } }

  /// `NAME_zh`, which must be there, and `NAME_en`, which falls back to it.
  func bilingual(_ name: String) -> Bilingual? {
    let zh = text(name + "_zh")
    let en = textIfPresent(name + "_en")
    return zh.map { Bilingual(zh: $0, en: en ?? $0) }
  }

  /// `NAME_zh` and `NAME_en`, each standing in for the other; nil where both are absent.
  func bilingualIfPresent(_ name: String) -> Bilingual? {
    let zh = textIfPresent(name + "_zh")
    let en = textIfPresent(name + "_en")
    guard let any = zh ?? en else { return nil }
    return Bilingual(zh: zh ?? any, en: en ?? any)
  }

  /// One of an enumeration's words, which must be there.
  func choice<Choice>(_ key: String) -> Choice?
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    guard table.has(key) else {
      note(key, .missing(expected: .text))
      return nil
    }
    return choiceIfPresent(key)
  }

  /// One of an enumeration's words, or what stands for an absent key.
  func choice<Choice>(_ key: String, default standard: Choice) -> Choice
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String { choiceIfPresent(key) ?? standard }

  private func choiceIfPresent<Choice>(_ key: String) -> Choice?
  where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
    guard let word = textIfPresent(key) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      note(key, .notOneOf(allowed: Choice.allCases.map(\.rawValue), found: word))
      return nil
    }
    return choice
  }

  /// A list of texts, none blank and none twice; nil where the key is absent.
  func textsIfPresent(_ key: String) -> [String]? {
    guard let texts = told({ () throws(TomlError) in try table.stringsIfPresent(key) }) else { return nil }
    var seen: [String: Int] = [:]
    for (index, text) in texts.enumerated() {
      if Fields.isBlank(text) {
        note(key, element: index, .empty)
      } else if let first = seen[text] {
        let line = table.place(of: key, element: first).line
        note(key, element: index, .duplicate(value: text, firstLine: line))
      } else {
        seen[text] = index
      }
    }
    return texts
  }

  /// A list of texts, one at least; nil where the key is absent.
  func someTextsIfPresent(_ key: String) -> [String]? {
    guard let texts = textsIfPresent(key) else { return nil }
    if texts.isEmpty { note(key, .empty) }
    return texts
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
