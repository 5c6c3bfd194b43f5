/// How headers and fixed words are compared: without case, full-width forms and surrounding blanks.
enum Folding {
  /// The folded form of a word.
  static func word(_ text: String) -> String {
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
