import Testing

@testable import Tabular

struct GB18030Tests {
  /// Lines of 区 that make the file GB18030 whatever follows.
  private static let head = Array(repeating: [0xC7, 0xF8, 0x0A] as [UInt8], count: 8).flatMap(\.self)

  private static func last(_ bytes: [UInt8]) -> ReadRow? { readAll(head + bytes).last }

  @Test(arguments: [
    ([0xD6, 0xD0], "中"), ([0x81, 0x40], "丂"), ([0xA2, 0xE3], "€"),
    ([0x81, 0x30, 0x81, 0x30], "\u{80}"), ([0x81, 0x30, 0x84, 0x36], "\u{A5}"), ([0x82, 0x35, 0x8F, 0x33], "\u{9FA6}"),
    ([0x84, 0x31, 0xA4, 0x39], "\u{FFFF}"), ([0x90, 0x30, 0x81, 0x30], "\u{10000}"), ([0x95, 0x32, 0x82, 0x36], "𠀀"),
    ([0x94, 0x39, 0xFC, 0x36], "😀"), ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"), ([0x41, 0xD6, 0xD0, 0x7A], "A中z"),
  ])
  func decodes(_ bytes: [UInt8], _ text: String) {
    #expect(Self.last(bytes + [.comma, 0x31, 0x0A])?.fields == [text, "1"])
  }

  @Test(arguments: [
    [0x80], [0xFF], [0xC7], [0xC7, 0x2C], [0xC7, 0x7F], [0xC7, 0xFF], [0xC7, 0x0A], [0x81, 0x30], [0x81, 0x30, 0x81],
    [0x81, 0x30, 0x81, 0x41], [0x81, 0x30, 0x7F, 0x30], [0x84, 0x31, 0xA5, 0x30], [0x8F, 0x39, 0xFE, 0x39],
    [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39], [0x81, 0x3A, 0x81, 0x30],
  ])
  func refusesWhatIsNoCharacter(_ bytes: [UInt8]) {
    let rows = readAll(Self.head + bytes + Array("\nok,1\n".utf8))
    #expect(rows.dropFirst(8).first?.fault == .invalidEncoding)
    #expect(rows.last?.fields == ["ok", "1"])
    #expect(Self.last(bytes)?.fault == .invalidEncoding)
  }

  /// Trail bytes such as 5C, 7C, 40 and the digits of four-byte codes look like ASCII and are none.
  @Test func trailBytesSplitNothing() {
    let row: [UInt8] = [0x81, 0x5C, 0x2C, 0x22, 0x81, 0x7C, 0x22, 0x22, 0x81, 0x30, 0x84, 0x36, 0x22, 0x2C, 0x32, 0x0A]
    #expect(Self.last(row)?.fields == ["乗", "亅\"\u{A5}", "2"])
  }

  @Test func trimsAfterDecoding() {
    let row: [UInt8] = [0xA1, 0xA1, 0xD6, 0xD0, 0x20, 0x81, 0x30, 0x84, 0x32, 0x2C, 0x22, 0xA1, 0xA1, 0x22, 0x0A]
    #expect(Self.last(row)?.fields == ["中", ""])
  }

  @Test func quotesAndLinesAreAsInUTF8() {
    let row: [UInt8] = [0x22, 0xD6, 0xD0, 0x0D, 0x0A, 0xC7, 0xF8, 0x22, 0xD6, 0xD0, 0x2C, 0x22, 0x22, 0x22, 0x22, 0x0A]
    let rows = readAll(Self.head + row + Array("x,y".utf8))
    #expect(rows.suffix(2) == [ReadRow(9, ["中\r\n区中", "\""]), ReadRow(11, ["x", "y"])])
    #expect(Self.last([0x22, 0xD6, 0xD0])?.fault == .unterminatedQuote)
    #expect(Self.last([0x22, 0xD6])?.fault == .invalidEncoding)
  }

  /// A lead byte, a quote that closes and a byte behind it do not make a character together.
  @Test func charactersNeverReachOverAQuote() {
    #expect(Self.last([0x22, 0x81, 0x22, 0x40, 0x0A])?.fault == .invalidEncoding)
  }

  @Test func withoutAConverterOnlyTheRowsThatNeedItAreRefused() {
    let bytes: [UInt8] = Array("a,\"b\"\n".utf8) + [0xC7, 0xF8, 0x2C, 0x31, 0x0A] + Array("c,d\n".utf8)
    var reader = DelimitedReader(bytes, delimiter: .comma, fieldLimit: RowScanner.standardFieldLimit, table: nil)
    var row = Row()
    var rows: [ReadRow] = []
    while reader.next(&row) { rows.append(ReadRow(row)) }
    #expect(reader.encoding == .gb18030)
    #expect(rows == [ReadRow(1, ["a", "b"]), ReadRow(2, fault: .invalidEncoding), ReadRow(3, ["c", "d"])])
  }

  /// Every character of the BMP that text is made of can be written in GB18030, so the table must reach them all.
  @Test func tableHoldsTheWholeOfUnicode() throws {
    let table = try #require(GB18030Table.system)
    var found: Set<Unicode.Scalar> = []
    func add(_ code: [UInt8]) {
      var text: [UInt8] = []
      let isSound = code.withUnsafeBufferPointer { table.decode(ByteView($0), in: 0..<code.count, into: &text) }
      guard isSound, let decoded = String(validating: text, as: UTF8.self) else { return }
      #expect(decoded.unicodeScalars.count == 1)
      found.formUnion(decoded.unicodeScalars)
    }
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE { add([lead, trail]) }
    }
    for first in UInt8(0x81)...0x84 {
      for second in UInt8(0x30)...0x39 {
        for third in UInt8(0x81)...0xFE {
          for fourth in UInt8(0x30)...0x39 { add([first, second, third, fourth]) }
        }
      }
    }
    let missing = (0x80...0xFFFF).compactMap(Unicode.Scalar.init).filter {
      !found.contains($0) && $0.properties.generalCategory != .privateUse
        && $0.properties.generalCategory != .unassigned
    }
    #expect(missing.isEmpty, "\(missing.prefix(20))")
  }
}
