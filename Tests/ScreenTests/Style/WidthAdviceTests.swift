import Screen
import Testing

/// What a terminal's widths come to.
struct WidthAdviceTests {
  private func widths(_ ambiguous: Int, _ changes: [WidthSign: Int] = [:]) -> [WidthSign: Int] {
    let table = DisplayWidth(ambiguous: ambiguous)
    var widths: [WidthSign: Int] = [:]
    for sign in WidthSign.allCases { widths[sign] = changes[sign] ?? table.width(of: sign.text) }
    return widths
  }

  @Test("Signs of one cell allow everything; ambiguous ones of two leave the safe set")
  func usual() {
    let narrow = WidthAdvice(widths: widths(1))
    #expect(narrow.glyphs == .full && narrow.ambiguousWidth == 1 && narrow.chinese == .wide && narrow.misfits == [])
    let wide = WidthAdvice(widths: widths(2))
    #expect(wide.glyphs == .safe && wide.ambiguousWidth == 2 && wide.chinese == .wide && wide.misfits == [])
    #expect(WidthAdvice(widths: [:]) == narrow)
  }

  @Test("One wide sign of a set is enough to leave it")
  func mixed() {
    for sign in WidthSign.allCases {
      let advice = WidthAdvice(widths: widths(1, [sign: 2]))
      switch sign.set {
      case .full: #expect(advice.glyphs == .safe, "\(sign)")
      case .safe: #expect(advice.glyphs == .ascii, "\(sign)")
      default: #expect(advice.glyphs == .full, "\(sign)")
      }
      #expect(advice.ambiguousWidth == 1, "\(sign)")
    }
  }

  @Test("Text of ambiguous width goes by the majority; what differs is named")
  func text() {
    let lines = WidthAdvice(widths: widths(1, [.box: 2, .block: 2, .eighth: 2]))
    #expect(lines.glyphs == .safe && lines.ambiguousWidth == 1 && lines.misfits == [])
    let most = WidthAdvice(widths: widths(1, [.ellipsis: 2, .middleDot: 2]))
    #expect(most.glyphs == .safe && most.ambiguousWidth == 2 && most.misfits == [.accent])
    let accent = WidthAdvice(widths: widths(1, [.accent: 2]))
    #expect(accent.glyphs == .full && accent.ambiguousWidth == 1 && accent.misfits == [.accent])
  }

  @Test("Chinese tells a terminal without UTF-8 from one without wide characters")
  func chinese() {
    var bytes: [WidthSign: Int] = [:]
    for sign in WidthSign.allCases { bytes[sign] = sign.text.string.utf8.count }
    let none = WidthAdvice(widths: bytes)
    #expect(none.chinese == .bytes && none.glyphs == .ascii && none.misfits == [])
    let one = WidthAdvice(widths: widths(1, [.chinese: 1]))
    #expect(one.chinese == .other(1) && one.glyphs == .full)
  }

  @Test("Settings are allowed that draw no more than the terminal can, with the width it has")
  func allows() {
    let narrow = WidthAdvice(widths: widths(1))
    let wide = WidthAdvice(widths: widths(2))
    for set in GlyphSet.allCases {
      #expect(narrow.allows(set, ambiguousWidth: 1))
      #expect(!narrow.allows(set, ambiguousWidth: 2))
      #expect(wide.allows(set, ambiguousWidth: 2))
      #expect(!wide.allows(set, ambiguousWidth: 1))
    }
    let braille = WidthAdvice(widths: widths(1, [.braille: 2]))
    #expect(braille.allows(.ascii, ambiguousWidth: 1))
    #expect(!braille.allows(.safe, ambiguousWidth: 1))
  }

  @Test("Every sign of the sets is one of the kinds that are measured")
  func kinds() {
    let narrow = DisplayWidth(ambiguous: 1)
    for sign in WidthSign.allCases {
      #expect(sign.text.string.unicodeScalars.count == 1)
      #expect(narrow.width(of: sign.text) == (sign == .chinese ? 2 : 1))
      // What `safe` draws with is of the same width in every terminal.
      if sign.set == .safe { #expect(DisplayWidth(ambiguous: 2).width(of: sign.text) == 1, "\(sign)") }
    }
  }
}
