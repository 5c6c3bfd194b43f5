import Testing

@testable import Tabular

/// Quotes that run too far are looked at again from the next line; the work must not grow with their number times 64 KiB.
struct WorkTests {
  private static func work(_ bytes: [UInt8], fieldLimit: Int = RowScanner.standardFieldLimit) -> (work: Int, rows: Int)
  {
    var reader = DelimitedReader(bytes, delimiter: .comma, fieldLimit: fieldLimit)
    var row = Row()
    var rows = 0
    while reader.next(&row) { rows += 1 }
    return (reader.work, rows)
  }

  @Test(arguments: [
    "\"a\n", "a\",\"\n", "a\",\"b\n\n", "\"\"\",\"\n", "\",\n", "\"\n\"\"x\n", "a,\"b\"\"c\n", "\"", "\"\"\"\n", ",\"",
    "\"a\"\"\n",
  ])
  func hostileQuotesStayLinear(_ pattern: String) {
    let length = 1_000_000
    var bytes: [UInt8] = []
    while bytes.count < length { bytes.append(contentsOf: pattern.utf8) }
    bytes.append(contentsOf: [UInt8](repeating: 0x78, count: 70_000))
    let (work, _) = Self.work(bytes)
    #expect(work <= 4 * bytes.count)
  }

  @Test func chainOfQuotesThatRunsTooFarAtItsEndIsRefusedLineByLine() {
    let lines = 50_000
    let text = String(repeating: "a\",\"\n", count: lines) + String(repeating: "x", count: 70_000)
    let (work, rows) = Self.work(Array(text.utf8))
    #expect(rows == lines + 1)
    #expect(work <= 4 * text.utf8.count)
  }

  @Test func randomQuotesStayLinear() {
    var random = SeededGenerator(11)
    for _ in 0..<300 {
      let alphabet: [UInt8] = [0x22, 0x22, 0x0A, .comma, 0x61, 0x61]
      let used = Array(alphabet.shuffled(using: &random).prefix(Int.random(in: 2...6, using: &random)))
      let bytes = (0..<5_000).map { _ in used.randomElement(using: &random) ?? 0x22 }
      let (work, _) = Self.work(bytes, fieldLimit: Int.random(in: 1...300, using: &random))
      #expect(work <= 4 * bytes.count)
    }
  }
}
