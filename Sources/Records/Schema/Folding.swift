/// How headers and fixed words are compared: without case, full-width forms and surrounding blanks.
enum Folding {
  /// The folded form of a word.
  static func word(_ text: String) -> String {
    if isFolded(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Full-width ASCII stands 0xFEE0 above its plain form; the blank is apart.
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0xA0, 0x09: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return trimmed(Normal.form(String(scalars)).lowercased())
  }

  /// Whether nothing of a text can change: most words are a few ideographs, or small letters and digits.
  private static func isFolded(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A, 0x2D...0x2F, 0x5F, 0x4E00...0x9FFF: true
      default: false
      }
    }
  }

  /// The folded form of a header: also without a `(…)` at its end.
  static func header(_ text: String) -> String {
    let folded = word(text)
    guard folded.last == ")", let open = folded.lastIndex(of: "("), open != folded.startIndex else { return folded }
    return trimmed(String(folded[..<open]))
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
