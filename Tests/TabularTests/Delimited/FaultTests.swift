import Testing

@testable import Tabular

struct FaultTests {
  private static let limit = 65_536

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func openQuoteTakesTheRestAsOneRow() {
    #expect(
      readAll("a,b\n1,2\n3,\"four\n5,6\n7,8\n") == [
        ReadRow(1, ["a", "b"]), ReadRow(2, ["1", "2"]), ReadRow(3, fault: .unterminatedQuote),
      ])
  }

  @Test func openQuoteTakesUpToTheLimit() {
    let rest = Self.repeated("x\n", Self.limit / 2)
    #expect(readAll("a\n\"" + rest) == [ReadRow(1, ["a"]), ReadRow(2, fault: .unterminatedQuote)])
    let more = readAll("a\n\"" + rest + "y")
    #expect(more.count == 2 + Self.limit / 2)
    #expect(more.prefix(3) == [ReadRow(1, ["a"]), ReadRow(2, fault: .unterminatedQuote), ReadRow(3, ["x"])])
    #expect(more.last == ReadRow(2 + Self.limit / 2, ["y"]))
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func readingGoesOnBehindTheLineTheRowBeganOn(_ lineEnd: String) {
    let filler = Self.repeated("1,2\(lineEnd)", 40_000)
    let rows = readAll("h,i\(lineEnd)\"a\(lineEnd)b\",\"c\(lineEnd)" + filler)
    #expect(
      rows.prefix(4) == [
        ReadRow(1, ["h", "i"]), ReadRow(2, fault: .unterminatedQuote), ReadRow(3, fault: .unterminatedQuote),
        ReadRow(4, ["1", "2"]),
      ])
    #expect(rows.last == ReadRow(40_003, ["1", "2"]))
  }

  @Test func quotedFieldsUpToTheLimitAreRead() {
    let full = Self.repeated("x", Self.limit)
    #expect(readAll("\"\(full)\",b\nc") == [ReadRow(1, [full, "b"]), ReadRow(2, ["c"])])
    #expect(readAll("\"\(full)x\",b\nc") == [ReadRow(1, fault: .unterminatedQuote), ReadRow(2, ["c"])])
    let pairs = Self.repeated("\"\"", Self.limit)
    #expect(readAll("\"\(pairs)\",b\nc") == [ReadRow(1, [Self.repeated("\"", Self.limit), "b"]), ReadRow(2, ["c"])])
    #expect(readAll("\"\(pairs)\"\"\",b\nc") == [ReadRow(1, fault: .unterminatedQuote), ReadRow(2, ["c"])])
  }

  @Test func plainFieldsOverTheLimitAreTooLarge() {
    let full = Self.repeated("x", Self.limit)
    #expect(readAll("a,\(full)\nb") == [ReadRow(1, ["a", full]), ReadRow(2, ["b"])])
    #expect(readAll("a,\(full)x\nb") == [ReadRow(1, fault: .fieldTooLarge), ReadRow(2, ["b"])])
    #expect(readAll("\"\(full)\"x,a\nb") == [ReadRow(1, fault: .fieldTooLarge), ReadRow(2, ["b"])])
  }

  @Test func encodingIsToldBeforeQuoteAndQuoteBeforeSize() {
    let large = Array(Self.repeated("x", Self.limit + 1).utf8)
    let head = Array("区县\n".utf8)
    #expect(readAll(head + large + [.comma, 0xFF, 0x0A]).last == ReadRow(2, fault: .invalidEncoding))
    #expect(readAll(head + [0x22, 0xFF]).last == ReadRow(2, fault: .invalidEncoding))
    #expect(readAll(head + large + [.comma, 0x22]).last == ReadRow(2, fault: .unterminatedQuote))
    let farOff = readAll(head + [0x22, 0x61, 0x0A] + large + [0x0A, 0xFF, 0x0A])
    #expect(farOff.map(\.fault) == [nil, .unterminatedQuote, .fieldTooLarge, .invalidEncoding])
  }

  @Test func refusedRowsHaveNoFields() {
    var reader = DelimitedReader([0x61, 0x2C, 0x62, 0x0A, 0xEF, 0xBB, 0x2C, 0x22], delimiter: .comma)
    var row = Row()
    while reader.next(&row) {}
    #expect(row.fields.isEmpty && row.bytes.isEmpty)
    #expect(row.fault != nil)
  }
}
