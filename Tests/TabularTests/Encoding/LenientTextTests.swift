import Testing

@testable import Tabular

@Suite("Text of bytes that are not all of their encoding")
struct LenientTextTests {
  @Test("sound text is itself", arguments: ["", "a,b", "日期,人次 🎉", "\u{FEFF}x"])
  func sound(_ text: String) {
    #expect(LenientText.text(Array(text.utf8), .utf8) == text)
  }

  @Test("a byte that is none of a character's stands as its number")
  func broken() {
    #expect(LenientText.text([0x61, 0xFF, 0x62], .utf8) == "a\\xffb")
    #expect(LenientText.text(Array("区".utf8) + [0x80, 0x05] + Array("市".utf8), .utf8) == "区\\x80\u{5}市")
    // A character that was cut off at the end.
    #expect(LenientText.text([0x61, 0xE5, 0x8C], .utf8) == "a\\xe5\\x8c")
  }

  @Test("GB18030 is read by its own characters")
  func gb18030() {
    // 区 is C7 F8, 日 C8 D5.
    #expect(LenientText.text([0xC7, 0xF8, 0xFF, 0x2C, 0xC8, 0xD5], .gb18030) == "区\\xff,日")
    #expect(LenientText.text([0xC7], .gb18030) == "\\xc7")
  }

  @Test("nothing is lost and nothing traps, whatever the bytes")
  func random() {
    var generator = SeededGenerator(5)
    for encoding in [TextEncoding.utf8, .gb18030] {
      for _ in 0..<500 {
        let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
        let text = LenientText.text(bytes, encoding)
        #expect(text.isEmpty == bytes.isEmpty)
        let ascii = bytes.filter { $0 < 0x80 && $0 != UInt8(ascii: "\\") }
        if encoding == .utf8 { #expect(text.utf8.count >= ascii.count) }
      }
    }
  }
}
