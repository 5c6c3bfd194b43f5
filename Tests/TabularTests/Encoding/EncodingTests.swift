import Tabular
import Testing

struct EncodingTests {
  private static let text = "区县,人次\n浦东新区,\"1,024\"\n静安😀,3\n"
  private static let rows = [
    ReadRow(1, ["区县", "人次"]), ReadRow(2, ["浦东新区", "1,024"]), ReadRow(3, ["静安😀", "3"]),
  ]
  private static let utf8 = Array(text.utf8)
  /// 区县,人次 / 浦东新区,"1,024" / 静安😀,3; the last as GB18030's four bytes 94 39 FC 36.
  private static let gb18030: [UInt8] =
    [0xC7, 0xF8, 0xCF, 0xD8, 0x2C, 0xC8, 0xCB, 0xB4, 0xCE, 0x0A]
    + [0xC6, 0xD6, 0xB6, 0xAB, 0xD0, 0xC2, 0xC7, 0xF8] + Array(",\"1,024\"\n".utf8)
    + [0xBE, 0xB2, 0xB0, 0xB2, 0x94, 0x39, 0xFC, 0x36] + Array(",3\n".utf8)

  private static func encoding(_ bytes: [UInt8]) -> TextEncoding { DelimitedReader(bytes, delimiter: .comma).encoding }

  @Test(arguments: [
    (utf8, TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + utf8, .utf8), (utf16(text, bigEndian: false), .utf16LittleEndian),
    (utf16(text, bigEndian: true), .utf16BigEndian), (gb18030, .gb18030),
  ])
  func everyEncodingGivesTheSameRows(_ bytes: [UInt8], _ encoding: TextEncoding) {
    #expect(Self.encoding(bytes) == encoding)
    #expect(readAll(bytes) == Self.rows)
  }

  @Test func noLineWithHighBytesIsUTF8() {
    #expect(Self.encoding([]) == .utf8)
    #expect(Self.encoding(Array("a,b\n1,2\n".utf8)) == .utf8)
    #expect(Self.encoding([0xEF, 0xBB, 0xBF]) == .utf8)
    #expect(readAll([0xEF, 0xBB, 0xBF]) == [])
    #expect(readAll([0xFF, 0xFE]) == [])
    #expect(readAll([0xFE, 0xFF]) == [])
  }

  @Test func markBeforeAQuoteIsNoPartOfTheField() {
    #expect(readAll([0xEF, 0xBB, 0xBF] + Array("\"a,b\",c".utf8)) == [ReadRow(1, ["a,b", "c"])])
  }

  /// 区 in either encoding; what is counted are lines with a byte that is not ASCII, by any line end.
  @Test(arguments: [(1, 1, TextEncoding.utf8), (1, 2, .gb18030), (500, 500, .utf8), (499, 501, .gb18030)])
  func halfOfTheLinesDecide(_ good: Int, _ other: Int, _ encoding: TextEncoding) {
    for lineEnd in ["\n", "\r", "\r\n"] {
      let end = Array(lineEnd.utf8)
      let lines =
        Array(repeating: [0xC7, 0xF8] + end, count: other) + Array(repeating: Array("区".utf8) + end, count: good)
        + Array(repeating: Array("ascii".utf8) + end, count: 2_000)
      #expect(Self.encoding(lines.flatMap(\.self)) == encoding)
    }
  }

  @Test func onlyTheFirstThousandLinesAreAsked() {
    let good = Array(repeating: Array("区,1\n".utf8), count: 500).flatMap(\.self)
    let other = Array(repeating: [0xC7, 0xF8, 0x0A] as [UInt8], count: 500).flatMap(\.self)
    let bytes = good + other + other + other
    #expect(Self.encoding(bytes) == .utf8)
    #expect(Self.encoding(other + [0xC7, 0xF8, 0x0A] + good + good + good) == .gb18030)
  }

  @Test func rowsThatAreNotUTF8AreRefusedAlone() {
    let bytes = Array("区县,人次\n浦东,1\n".utf8) + [0xC7, 0xF8, 0x2C, 0x32, 0x0A] + Array("静安,3\n".utf8)
    #expect(
      readAll(bytes) == [
        ReadRow(1, ["区县", "人次"]), ReadRow(2, ["浦东", "1"]), ReadRow(3, fault: .invalidEncoding),
        ReadRow(4, ["静安", "3"]),
      ])
  }

  @Test(arguments: [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xED, 0xBF, 0xBF], [0xE5, 0x8C], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xF0, 0x9F, 0x98], [0xFE], [0xFF], [0xC3, 0x28], [0xE5, 0x28, 0x80], [0xF0, 0x9F, 0x28, 0x80],
  ])
  func utf8IsStrict(_ bytes: [UInt8]) {
    let file = Array("区\n区\n".utf8) + bytes + Array("\n区\n".utf8)
    #expect(readAll(file).map(\.fault) == [nil, nil, .invalidEncoding, nil])
    #expect(readAll(Array("区\n区\n".utf8) + bytes).last?.fault == .invalidEncoding)
  }

  @Test func soundUTF8OfEveryLengthIsRead() {
    let points: [UInt32] = [0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x1_0000, 0x10_FFFF]
    for scalar in points.compactMap(Unicode.Scalar.init) {
      for padding in 0..<9 {
        let field = String(repeating: "x", count: padding) + String(scalar) + "y"
        #expect(readAll(field + ",b\n") == [ReadRow(1, [field, "b"])])
      }
    }
  }

  @Test(arguments: [true, false])
  func unpairedSurrogatesRefuseTheirRow(_ bigEndian: Bool) {
    let comma: UInt16 = 0x2C
    let file =
      Array("a,b\n".utf16) + [0xD83D, comma, 0x31, 0x0A] + [0x533A, comma, 0x32, 0x0A] + [0xDE00, comma, 0x33, 0x0A]
      + [0xDE00, 0xD83D, 0x0A] + [0xD83D, 0xDE00, comma, 0x34, 0x0A, 0xD83D]
    let rows = readAll(units(file, bigEndian: bigEndian))
    #expect(rows.map(\.line) == [1, 2, 3, 4, 5, 6, 7])
    #expect(
      rows.map(\.fault) == [
        nil, .invalidEncoding, nil, .invalidEncoding, .invalidEncoding, nil, .invalidEncoding,
      ])
    #expect(rows.map(\.fields).contains(["😀", "4"]))
  }

  @Test func oddLastByteOfUTF16RefusesItsRow() {
    let file = utf16("a,b\n1,2\n", bigEndian: false)
    #expect(
      readAll(file + [0x31]) == [ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "2"]), ReadRow(3, fault: .invalidEncoding)])
    #expect(readAll(Array(file.dropLast(3))).map(\.fault) == [nil, .invalidEncoding])
  }

  /// U+0A0D and U+2C22 hold the bytes of line ends, commas and quotes, and are none of them.
  @Test(arguments: [true, false])
  func unitsOfUTF16AreNotTakenApart(_ bigEndian: Bool) {
    let text = "\u{0A05}\u{0D05}\u{2C22},\u{220A}\n\u{2222},x\n"
    #expect(
      readAll(utf16(text, bigEndian: bigEndian)) == [
        ReadRow(1, ["\u{0A05}\u{0D05}\u{2C22}", "\u{220A}"]), ReadRow(2, ["\u{2222}", "x"]),
      ])
  }
}
