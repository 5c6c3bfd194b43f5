import Testing

@testable import Screen

struct CellTextTests {
  @Test("What is packed comes out again, the first five scalars of it")
  func roundTrip() {
    let texts = ["", " ", "a", "浦", "\u{10FFFD}", "e\u{301}", "a\u{300}\u{301}\u{302}\u{10FFFF}", "🙂\u{301}\u{302}"]
    for text in texts { #expect(CellText(text).string == text) }
    #expect(CellText("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}").string == "a\u{300}\u{301}\u{302}\u{303}")
    #expect(Set(texts.map { CellText($0) }).count == texts.count)
    #expect(CellText("") == .none && CellText(" ") == .blank)
  }

  @Test("A mark is added behind those that are there, and dropped where five are")
  func marks() {
    var text = CellText("a" as Unicode.Scalar)
    for number in UInt32(0x300)..<0x308 {
      Unicode.Scalar(number).map { text.append($0) }
      #expect(text.string.unicodeScalars.count == min(5, Int(number - 0x300) + 2))
    }
    #expect(text.string.unicodeScalars.map(\.value) == [0x61, 0x300, 0x301, 0x302, 0x303])
  }

  @Test("Any scalars survive, however many", arguments: 1...30)
  func anyScalars(seed: UInt64) {
    var random = SeededNumbers(seed)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &random)).map { text.unicodeScalars.append($0) }
      }
      #expect(Array(CellText(text).string.unicodeScalars) == Array(text.unicodeScalars.prefix(5)))
    }
  }
}
