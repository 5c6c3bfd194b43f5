import Screen
import Testing

@Suite("A span of time as a line")
struct TimeLineTests {
  private let year = TimeLine(
    parts: [.init("Jan", at: 0), .init("Feb", at: 0.1), .init("Jul", at: 0.5), .init("Dec", at: 0.95)], elapsed: 0.5,
    marks: [
      .init(.due, at: 0.25, .dim), .init(.done, at: 0.3, .done), .init(.missed, at: 0.4, .lagging),
      .init(.due, at: 1, .dim),
    ])

  @Test("marks stand where their days are, and names that would touch are left out")
  func marks() {
    let lines = drawn(year, 21, 2, .ascii).lines
    #expect(lines[0] == "Jan       Jul        ")
    #expect(lines[1] == "-----ov-!-|.........o")
  }

  @Test("every sign is another in every set of glyphs")
  func signs() {
    for set in GlyphSet.allCases {
      let signs = TimeLine.Sign.allCases.map { Glyphs(set).sign($0) }
      #expect(Set(signs).count == signs.count, "\(set)")
    }
  }

  @Test("places outside, and what is no number, are held inside")
  func held() {
    let wild = TimeLine(
      parts: [.init("x", at: -3)], elapsed: .infinity,
      marks: [.init(.due, at: 9, .dim), .init(.done, at: .nan, .done)])
    #expect(drawn(wild, 5, 2, .ascii).lines[1] == "v...o")
  }

  @Test("of marks in one cell the last is seen")
  func last() {
    let both = TimeLine(
      parts: [], elapsed: 0, marks: [.init(.due, at: 0.5, .dim), .init(.missed, at: 0.5, .lagging)])
    #expect(drawn(both, 5, 2, .ascii).lines[1] == "|.!..")
  }
}
