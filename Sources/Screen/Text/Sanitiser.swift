/// Turns any text into one line that shows what it holds and steers nothing.
///
/// - TAB, CR, LF, and CR LF together: one space. Every other blank but the ideographic one: a space.
/// - Other C0 and DEL: caret notation (`^[`).
/// - C1, format (Cf), private use, unassigned, line and paragraph separators, and what Unicode calls default-ignorable
///   (variation selectors, Hangul fillers, tags): U+FFFD.
/// - Regional indicators and skin tones, which terminals join in different ways: U+FFFD.
/// - At most four marks on a base; a mark without a base gets a space to stand on.
enum Sanitiser {
  /// Marks kept on one base; ncurses holds as many in a cell.
  static let mostMarks = 4

  static func sanitised(_ string: String) -> String {
    if isPlain(string) { return string }
    var result = String.UnicodeScalarView()
    var marks = 0
    var hasBase = false
    var afterReturn = false
    for scalar in string.unicodeScalars {
      let wasReturn = afterReturn
      afterReturn = scalar == "\r"
      switch verdict(on: scalar) {
      case .mark:
        if !hasBase { result.append(" ") }
        hasBase = true
        marks += 1
        if marks <= mostMarks { result.append(scalar) }
        continue
      case .keep: result.append(scalar)
      case .blank:
        if scalar == "\n", wasReturn { continue }
        result.append(" ")
      case .caret:
        result.append("^")
        result.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value ^ 0x40)))
      case .replace: result.append("\u{FFFD}")
      }
      hasBase = true
      marks = 0
    }
    return String(result)
  }

  private enum Verdict {
    case keep
    case mark
    case blank
    case caret
    case replace
  }

  /// Whether every scalar is printable ASCII or one of the Chinese characters and signs that need no second look.
  private static func isPlain(_ string: String) -> Bool {
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
    return string.unicodeScalars.allSatisfy { isPlain($0.value) }
  }

  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0x4E00...0x9FEF, 0x3000...0x3029, 0x30A1...0x30FE, 0xFF01...0xFF5E, 0x2010...0x2027: true
    default: false
    }
  }

  private static func verdict(on scalar: Unicode.Scalar) -> Verdict {
    let value = scalar.value
    if isPlain(value) { return .keep }
    if value == 0x09 || value == 0x0A || value == 0x0D { return .blank }
    if value < 0x20 || value == 0x7F { return .caret }
    if (0x1F1E6...0x1F1FF).contains(value) || (0x1F3FB...0x1F3FF).contains(value) { return .replace }
    if value == 0x2800 { return .blank }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .replace }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return .replace
    case .spaceSeparator: return .blank
    case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
    default:
      // Medial and final Hangul Jamo take no cell of their own and are drawn on the initial before them.
      return (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) ? .mark : .keep
    }
  }
}
