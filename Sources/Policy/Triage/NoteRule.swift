/// What notes, reasons and names may be (<doc:TriageRule>).
public enum NoteRule {
  /// The most that a text may take, in bytes of UTF-8: 64 KiB.
  public static let mostBytes = 65_536

  /// The text as it is kept, without blanks at its ends; empty where that is allowed.
  ///
  /// - Parameters:
  ///   - raw: What was typed.
  ///   - required: It must not be empty.
  ///   - today: Nobody is born later.
  public static func text(_ raw: String, required: Bool, today: Day) throws(TextFault) -> String {
    let text = trimmed(raw)
    if text.isEmpty {
      if required { throw .empty }
      return text
    }
    if text.utf8.count > mostBytes { throw .tooLong(most: mostBytes) }
    if text.unicodeScalars.contains(where: { $0 != "\n" && $0 != "\t" && isControl($0) }) { throw .controlCharacter }
    if PersonalValues.holdsPersonal(text, latestBirth: today) { throw .personal }
    return text
  }

  static func trimmed(_ raw: String) -> String {
    let scalars = raw.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
}

/// What the people who act are called (<doc:TriageRule>).
public enum NameRule {
  /// The most characters (Unicode scalars) of a name.
  public static let mostCharacters = 40

  /// The name as it is kept, without blanks at its ends.
  ///
  /// One line, and no character that cannot be seen: by one, two names would look the same.
  public static func name(_ raw: String, today: Day) throws(TextFault) -> String {
    let name = NoteRule.trimmed(raw)
    if name.isEmpty { throw .empty }
    if name.unicodeScalars.count > mostCharacters { throw .tooLong(most: mostCharacters) }
    if name.unicodeScalars.contains(where: isUnseen) { throw .controlCharacter }
    if PersonalValues.holdsPersonal(name, latestBirth: today) { throw .personal }
    return name
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

/// What is wrong with a text or a name.
public enum TextFault: Error, Hashable, Sendable {
  /// Nothing is in it but blanks.
  case empty
  /// It is longer than so much: bytes of a text, characters of a name.
  case tooLong(most: Int)
  /// It holds a control character other than a line feed and a tab; of a name, any character that cannot be seen.
  case controlCharacter
  /// It holds an identity number, a mobile number or a bank card number.
  case personal
}
