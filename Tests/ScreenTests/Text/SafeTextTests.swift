import Screen
import Testing

@Suite("Text that may be shown")
struct SafeTextTests {
  @Test(
    arguments: [
      ("", ""),
      ("崇明 2.31x", "崇明 2.31x"),
      ("\u{1B}[2J\u{1B}[1;1HALL OK", "^[[2J^[[1;1HALL OK"),
      ("real\rfake", "real fake"),
      ("one\ntwo\tthree\r\nfour", "one two three four"),
      ("\n\r", "  "),
      ("\u{0}\u{7}\u{8}\u{7F}", "^@^G^H^?"),
      ("\u{9B}31m", "\u{FFFD}31m"),
      ("approved\u{202E}ton", "approved\u{FFFD}ton"),
      ("a\u{200B}b\u{FEFF}c\u{AD}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
      ("\u{E0041}\u{3164}\u{115F}\u{1160}\u{FFA0}\u{180E}\u{34F}", String(repeating: "\u{FFFD}", count: 7)),
      ("line\u{2028}para\u{2029}", "line\u{FFFD}para\u{FFFD}"),
      ("private\u{E000}", "private\u{FFFD}"),
      ("\u{FFFF}", "\u{FFFD}"),
      ("❤\u{FE0F}", "❤\u{FFFD}"),
      ("👩\u{200D}🚀", "👩\u{FFFD}🚀"),
      ("🇨🇳", "\u{FFFD}\u{FFFD}"),
      ("\u{A0}\u{2003}\u{3000}", "  \u{3000}"),
    ])
  func replaces(raw: String, shown: String) {
    #expect(Array(SafeText(raw).string.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func keepsFourMarksOnABase() {
    let flood = "e" + String(repeating: "\u{301}", count: 10_000) + "x"
    #expect(SafeText(flood).string.unicodeScalars.count == 6)
  }

  @Test func givesALonelyMarkABase() {
    #expect(Array(SafeText("\u{301}a").string.unicodeScalars) == [" ", "\u{301}", "a"])
    #expect(Array(SafeText("\u{1161}").string.unicodeScalars) == [" ", "\u{1161}"])
  }

  @Test func interpolationIsMadeSafe() {
    let name = "a\u{1B}]0;x\u{7}"
    let text: SafeText = "file \(name), \(SafeText("ok"))"
    #expect(text.string == "file a^[]0;x^G, ok")
  }

  @Test func joins() {
    #expect(("a" + SafeText("b")).string == "ab")
    #expect([SafeText("a"), "b"].joined(separator: ", ").string == "a, b")
    #expect(SafeText("ab").repeated(-1).isEmpty)
    #expect(SafeText.blanks(-3).isEmpty)
    #expect(SafeText.blanks(2).string == "  ")
  }

  @Test func noScalarGetsThroughInvisibleOrWithoutACell() {
    let widths = DisplayWidth()
    var through: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = SafeText(String(scalar))
      let properties = scalar.properties
      let isHidden =
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: properties.isDefaultIgnorableCodePoint
        }
      if isHidden, safe.string.unicodeScalars.contains(scalar) { through.append(value) }
      if let first = safe.string.unicodeScalars.first, widths.width(of: first) < 1 { through.append(value) }
    }
    #expect(through == [])
  }

  @Test(arguments: UInt64(0)..<200)
  func isSafeOnceMadeSafe(seed: UInt64) {
    var numbers = SeededNumbers(seed)
    let once = SafeText(numbers.text(upTo: 30))
    #expect(SafeText(once.string) == once)
    let other = SafeText(numbers.text(upTo: 30))
    // Put together they stay safe; a mark at the seam has its own base.
    #expect(SafeText((once + other).string) == once + other)
  }
}
