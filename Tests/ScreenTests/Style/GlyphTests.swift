import Screen
import Testing

@Suite("Glyph sets")
struct GlyphTests {
  private func all(_ glyphs: Glyphs) -> [SafeText] {
    let bars = glyphs.bars
    var all = (0..<16).map { glyphs.lines.joint($0) }
    all += bars.fromLeft + bars.fromRight + glyphs.sparks
    all += [bars.behind, bars.ahead, bars.track, bars.pace, bars.open, bars.close, bars.beyondLeft, bars.beyondRight]
    all += [glyphs.lines.horizontal, glyphs.lines.vertical, glyphs.unknown, glyphs.check, glyphs.cross]
    all += [glyphs.selection, glyphs.up, glyphs.down, glyphs.left, glyphs.right, glyphs.bullet, glyphs.ellipsis]
    return all + [glyphs.block]
  }

  @Test(arguments: GlyphSet.allCases)
  func everySignTakesOneCell(set: GlyphSet) {
    for sign in all(Glyphs(set)) { #expect(DisplayWidth().width(of: sign) == 1, "\(sign)") }
  }

  @Test(arguments: [GlyphSet.ascii, .safe])
  func nothingAmbiguous(set: GlyphSet) {
    for sign in all(Glyphs(set)) { #expect(DisplayWidth(ambiguous: 2).width(of: sign) == 1, "\(sign)") }
  }

  @Test func asciiIsAscii() {
    for sign in all(Glyphs(.ascii)) { #expect(sign.string.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(sign)") }
  }

  @Test func fullNeedsNarrowTerminals() {
    #expect(Glyphs(.full, ambiguousWidth: 2).set == .safe)
    #expect(Glyphs(.full, ambiguousWidth: 1).set == .full)
    #expect(Canvas(size: Size(columns: 1, rows: 1), glyphs: .full, ambiguousWidth: 2).glyphs.set == .safe)
  }

  @Test func dots() {
    #expect(Glyphs(.full).dots(0b0000_0001).string == "⠁")
    #expect(Glyphs(.safe).dots(0xFF).string == "⣿")
    #expect([UInt8(1), 0b1111, 0xFF].map { Glyphs(.ascii).dots($0).string } == [".", "+", "#"])
    for set in GlyphSet.allCases {
      #expect((UInt8(0)...255).allSatisfy { DisplayWidth(ambiguous: 2).width(of: Glyphs(set).dots($0)) == 1 })
    }
  }

  @Test func jointsByArms() {
    let box = Glyphs(.full).lines
    #expect([10, 6, 9, 5, 11, 7, 14, 13, 15].map { box.joint($0).string }.joined() == "╭╮╰╯├┤┬┴┼")
    #expect(box.joint(200) == " ")
  }
}
