import Policy
import Testing

@testable import Records

/// The same content gives the same rows, problems and facts in every form that can hold it.
@Suite struct FormTests {
  /// What came of a file, with rows told by their place among the rows and not by their line.
  struct Outcome: Hashable {
    var rows: Int
    var rejected: Int
    var districts: [DistrictCode]
    var problems: [String]

    init(_ read: Snapshot, _ path: String, _ lines: [Int]) {
      let file = read.report(path)
      rows = file?.rows ?? -1
      rejected = file?.rejected ?? -1
      districts = file?.districts ?? []
      problems = read.problems.filter { $0.path == path }.map { problem in
        let row =
          problem.line.map { line in lines.firstIndex(of: line).map { "row \($0)" } ?? "line \(line)?" } ?? "file"
        return "\(row) \(problem.code.rawValue) \(problem.column ?? "-") \(problem.detail ?? "-")"
      }
    }
  }

  @Test(arguments: TableShape.all.map(\.name)) func aTableIsTheSameInEveryForm(_ name: String) throws {
    let shape = try #require(TableShape.all.first { $0.name == name })
    for seed in 1...4 as ClosedRange<UInt64> {
      let rows = Self.content(shape, seed)
      let (first, facts) = try Self.read(.utf8, shape, rows)
      #expect(first.rows >= 0)
      #expect(first.rows + first.rejected > 0)
      #expect(!first.problems.contains { $0.contains("?") && $0.hasPrefix("line") }, "\(first.problems)")
      for form in WrittenForm.allCases.dropFirst() {
        let (other, otherFacts) = try Self.read(form, shape, rows)
        #expect(other == first, "\(shape.name) as \(form), seed \(seed)")
        #expect(Differences(shown: otherFacts, cold: facts, areOtherFiles: true).facts() == [], "\(form), seed \(seed)")
      }
    }
  }

  /// The content above is worth something only if it holds every fault that a cell, a row or a header can have.
  @Test func theContentHoldsEveryFault() throws {
    var found: Set<ProblemCode> = []
    for shape in TableShape.all {
      for seed in 1...4 as ClosedRange<UInt64> {
        found.formUnion(try Self.read(.utf8, shape, Self.content(shape, seed)).1.problems.map(\.code))
      }
    }
    let wanted: Set<ProblemCode> = [
      .missingValue, .badDate, .badNumber, .badValue, .outOfPeriod, .overflow, .unknownDistrict, .unknownItem,
      .unknownStage, .unknownDimension, .unknownCostLine, .unknownTranche, .unknownEvent, .unknownReference,
      .duplicateKey, .personalData, .unknownColumn, .targetsDoNotAddUp,
    ]
    #expect(wanted.subtracting(found).isEmpty)
  }

  @Test(arguments: WrittenForm.allCases) func aHeaderThatLacksColumnsIsRefusedInEveryForm(_ form: WrittenForm) throws {
    let rows = [["日期", "人次", "备用"], ["2026-03-05", "1", "x"]]
    let (outcome, _) = try Self.read(form, .progress, rows)
    #expect(
      outcome.problems == [
        "file unknown-column 备用 -", "row 0 missing-column - 区县 district", "row 0 missing-column - 指标 item",
      ])
  }

  /// Faults of text, which a workbook cannot hold: they are the same wherever there is text.
  @Test(arguments: WrittenForm.allCases) func faultsOfTextAreTheSameInEveryEncoding(_ form: WrittenForm) throws {
    guard !form.isWorkbook else { return }
    let (text, comma) = (form.text, form.delimiter)
    func row(_ cells: [String]) -> [UInt8] { text.bytes(DelimitedText.row(cells, delimiter: comma)) }
    let good = ["2026-03-05", "浦东", "M01.01", "5"]
    // No character in any of the encodings: a byte that begins none, half of a pair.
    let broken: [UInt8] =
      switch form {
      case .utf16LittleEndian: [0x00, 0xD8]
      case .utf16BigEndian: [0xD8, 0x00]
      default: [0xFF]
      }
    var bytes = text.mark + row(["日期", "区县", "指标", "人次"]) + row(good)
    bytes += row(good + ["more"]) + row(Array(good.dropLast()))
    bytes += text.bytes("2026-03-05\(comma)浦东") + broken + text.bytes("\(comma)M01.01\(comma)5\n")
    bytes += row(["2026-03-05", "浦东", "M01.01", String(repeating: "7", count: 65_537)]) + row(good)
    bytes += text.bytes("2026-03-05\(comma)\"浦东\n\n") + row(good)
    let directory = try DataDirectory()
    try directory.write("progress." + form.fileExtension, bytes)
    let read = try directory.read()
    #expect(
      read.problems.map { "\($0.line ?? 0) \($0.code.rawValue)" } == [
        "3 ragged-row", "4 ragged-row", "5 invalid-encoding", "6 field-too-large", "8 unterminated-quote",
      ])
    #expect(read.files.map(\.rows) == [2])
    #expect(read.files.map(\.rejected) == [5])
  }

  // MARK: Content

  /// Rows with a header in Chinese where there is one, a column that no table has, and one of telephone numbers.
  private static func content(_ shape: TableShape, _ seed: UInt64) -> [[String]] {
    var random = SeededGenerator(seed &* 1_000 + UInt64(shape.name.utf8.count))
    let (careful, careless) = (CellWriter(wrong: 0), CellWriter(wrong: 12))
    var rows = [shape.columns.map { $0.names.count > 1 ? $0.names[1] : $0.names[0] } + ["备用列", "手机"]]
    func more(_ cells: [String]) { rows.append(cells + ["x", "13800138000"]) }
    for _ in 0..<20 { more(shape.columns.map { careful.cell($0.cells, &random) }) }
    for _ in 0..<30 { more(shape.columns.map { careless.cell($0.cells, &random) }) }
    // Every mistake alone in its row.
    for (place, column) in shape.columns.enumerated() {
      for mistake in CellWriter.mistakes(column.cells) {
        var cells = shape.columns.map { careful.cell($0.cells, &random) }
        cells[place] = mistake
        more(cells)
      }
    }
    return rows
  }

  /// Reads a directory that holds the table in a form, and what it refers to.
  private static func read(
    _ form: WrittenForm, _ shape: TableShape, _ rows: [[String]]
  ) throws -> (Outcome, Snapshot) {
    let directory = try DataDirectory(RowProblemTests.support.mapValues { $0.replacing("I1", with: "I7") })
    try directory.write("institutions/more.csv", "id,name,district\n" + (0..<30).map { "I\($0),甲,浦东\n" }.joined())
    try directory.write("bases/more.csv", "id,name,district\n" + (0..<8).map { "B\($0),甲,浦东\n" }.joined())
    try directory.write(
      "projects/more.csv",
      "id,base,name,approved_on,amount\n" + (0..<15).map { "P\($0),B\($0 % 8),甲,2026-02-01,500\n" }.joined())
    // The table under test comes first in path order.
    let path = shape.name + "." + form.fileExtension
    directory.remove(shape.name + ".csv")
    try directory.write(path, form.bytes(rows))
    let read = try directory.read()
    return (Outcome(read, path, form.lines(rows)), read)
  }
}
