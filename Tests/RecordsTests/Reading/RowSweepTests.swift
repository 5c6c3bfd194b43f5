import CSweep
import Policy
import Testing

@testable import Records

/// Rows that are swept are summed as those that are read field by field, by every means that the processor has.
@Suite struct RowSweepTests {
  static let allMeans = (Int32(csweep_portable)...TextHash.bestMeans).map { $0 }

  private static let columns = ["日期", "区", "指标", "人次", "培训机构", "工种", "等级", "培训类型", "备用", "附注"]

  /// Rows as fields, of few words each, so that most are met again; some wrong, some very long, some that end in NUL.
  private static func rows(_ random: inout SeededGenerator, _ plan: Plan) -> [[String]] {
    let institutions =
      (0..<12).map { "机构\($0)" + String(repeating: "长", count: $0 * $0) } + ["", "", "甲\0", "甲", "甲\0\0"]
    let occupations = ["电工", "焊工", "", String(repeating: "养老护理员", count: 40), "x\0", "x", "十六个字节的文字"]
    var day = plan.periodStart
    return (0..<1500).map { row in
      if row % 60 == 0 { day = plan.periodStart + Int.random(in: 0..<plan.periodDays, using: &random) }
      func one(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
      return [
        one([day.iso, day.iso, day.iso, day.iso, row % 90 == 0 ? "2026-02-30" : day.iso]),
        row % 30 < 25 ? "310101" : one(plan.districts.map(\.name)), one(["M01.01", "M01.02", "M01.03", "M03.01"]),
        one(["1", "12", "345", "-7", "0", "99999999", "123456789", "1234567890123", "", "-", "1x", "007"]),
        one(institutions), one(occupations), one(["五级/初级工", "四级/中级工", ""]), one(["技能评价", ""]),
        one(["", "备", "注 "]), one(["", "b"]),
      ]
    }
  }

  private static func text(_ rows: [[String]], _ order: [Int], lineEnd: String, quoted: Bool) -> String {
    func line(_ fields: [String]) -> String {
      order.map { quoted ? "\"\(fields[$0])\"" : fields[$0] }.joined(separator: ",") + lineEnd
    }
    return line(columns) + rows.map(line).joined()
  }

  private struct Outcome: Equatable {
    var partial: ProgressPartial
    var tally: ScanTally
  }

  private static func read(_ text: String, means: Int32) throws -> Outcome {
    let directory = try DataDirectory()
    try directory.write("progress.csv", Array(text.utf8))
    let plan = try Plan.builtIn()
    let lexicon = Lexicon(plan: plan, districts: plan.districts)
    let listed = ListedFile(
      path: RawPath("progress.csv"), table: .progress, format: .csv, node: .file(try directory.identity("progress.csv"))
    )
    let file = try OpenFile(Array(directory.absolute("progress.csv").utf8), realRoot: nil)
    let (head, feed) = try TableHead.read(
      file, listed, Window(), latestBirth: plan.periodEnd, holdsUnfinished: false)
    let header = try #require(head.header)
    var scan = TableScan(
      path: "progress.csv", header: header, columns: Table.progress.columns, feed: feed, latestBirth: plan.periodEnd)
    let sums = ProgressSums(ProgressAxes(lexicon))
    ProgressReader(
      sums: sums, checker: RowChecker(columns: Table.progress.columns, header: header, reader: CellReader(lexicon)),
      knowledge: ProgressKnowledge(header, means: means)
    ).read(&scan)
    return Outcome(partial: sums.drain(), tally: scan.tally)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>) func sweptRowsAreSummedAsReadOnes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let rows = Self.rows(&random, try Plan.builtIn())
    var order = Array(Self.columns.indices)
    if seed > 2 { order.shuffle(using: &random) }
    // The last column may be left out, so that each kind ends a row once.
    if seed % 3 == 0 { order.removeLast(order.last.map { $0 > 3 } ?? false ? 1 : 0) }
    let lineEnd = seed % 2 == 0 ? "\r\n" : "\n"
    // A row in quotes is never swept.
    let wanted = try Self.read(Self.text(rows, order, lineEnd: lineEnd, quoted: true), means: 0)
    #expect(wanted.partial.rows > 500 && wanted.tally.rejected > 50)
    for means in Self.allMeans {
      let swept = try Self.read(Self.text(rows, order, lineEnd: lineEnd, quoted: false), means: means)
      #expect(swept == wanted, "by means \(means)")
    }
  }

  @Test(arguments: allMeans) func aTableKnowsItsTextsAndNoOthers(_ means: Int32) {
    var random = SeededGenerator(7)
    let table = TextTable(means: means)
    // All that differ in one byte, in their length, or in zeros behind them.
    var texts: [[UInt8]] = [[]]
    for length in [1, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 100, 511, 512] {
      let text = (0..<length).map { _ in UInt8.random(in: 1...255, using: &random) }
      texts.append(text)
      for place in Set([0, length / 2, length - 1]) {
        var other = text
        other[place] ^= 1
        texts.append(other)
      }
      if length < 512 { texts.append(text + [0]) }
    }
    texts = Array(Set(texts))
    for (number, text) in texts.enumerated() {
      text.withUnsafeBufferPointer { text in
        #expect(table.value(text) == -1)
        table.insert(text, number)
        table.insert(text, number + 1000)
      }
    }
    for (number, text) in texts.enumerated() { text.withUnsafeBufferPointer { #expect(table.value($0) == number) } }
    #expect(table.count == texts.count)
  }

  @Test func aTextThatIsTooLongIsNeverKnown() {
    let table = TextTable()
    let text = [UInt8](repeating: 65, count: TextHash.longest + 1)
    text.withUnsafeBufferPointer { text in
      table.insert(text, 1)
      #expect(table.value(text) == -1)
    }
    #expect(table.count == 0)
  }
}
