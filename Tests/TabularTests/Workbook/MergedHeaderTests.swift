import Testing
import WrittenWorkbooks

@testable import Tabular

/// Headers whose cells are merged.
struct MergedHeaderTests {
  private static func book(_ rows: [[String]], _ ranges: [String]) -> WrittenBook {
    let cells = rows.enumerated().map { line, row in
      "<row r=\"\(line + 1)\">"
        + row.enumerated().filter { !$0.element.isEmpty }.map { column, text in
          "<c r=\"\(WrittenBook.column(column))\(line + 1)\" t=\"str\"><v>\(text)</v></c>"
        }.joined() + "</row>"
    }
    let merged = ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return WrittenBook(sheets: [
      WrittenBook.Sheet("<sheetData>\(cells.joined())</sheetData><mergeCells>\(merged)</mergeCells>")
    ])
  }

  private static func read(_ rows: [[String]], _ ranges: [String], needs: [String] = ["id", "day"]) -> ReadBook {
    ReadBook(book(rows, ranges).bytes) { row in
      let fields = row.fields.indices.map(row.string)
      return needs.allSatisfy(fields.contains)
    }
  }

  @Test func aTitleOverAllColumnsIsNoHeader() {
    let read = Self.read([["2026", "", ""], ["id", "day", "n"], ["1", "2", "3"]], ["A1:C1"])
    #expect(read.header == ReadRow(2, ["id", "day", "n"]))
    #expect(read.cells == [["1", "2", "3"]])
  }

  @Test func aHeaderOfTwoLinesIsItsLowerOne() {
    let read = Self.read(
      [["id", "day", "figures", ""], ["", "", "n", "m"], ["1", "2", "3", "4"]], ["A1:A2", "B1:B2", "C1:D1"])
    #expect(read.header == ReadRow(2, ["id", "day", "n", "m"]))
    #expect(read.rows == [ReadRow(3, ["1", "2", "3", "4"])])
  }

  @Test func whatIsNeededMayStandInBothLines() {
    let read = Self.read(
      [["id", "figures", ""], ["", "day", "n"], ["1", "2", "3"]], ["A1:A2", "B1:C1"])
    #expect(read.header == ReadRow(2, ["id", "day", "n"]))
    #expect(read.cells == [["1", "2", "3"]])
  }

  @Test func cellsMergedSidewaysShareTheirText() {
    let read = Self.read([["id", "day", "", "n"], ["1", "2", "3", "4"]], ["B1:C1"])
    #expect(read.header.fields == ["id", "day", "day", "n"])
    #expect(read.cells == [["1", "2", "3", "4"]])
  }

  @Test func cellsOfDataStayAsTheyAre() {
    let read = Self.read([["id", "day"], ["1", "2"], ["", "3"]], ["A2:A3"])
    #expect(read.header.line == 1)
    #expect(read.cells == [["1", "2"], ["", "3"]])
  }

  @Test(arguments: ["", "A1", "A2:A1", "B1:A1", "A0:A1", "A1:XFE1", "A1:A1048577", "x", ":", "A1:", "A1:B2:C3"])
  func rangesThatAreNoneAreLeftOut(_ range: String) {
    #expect(Self.read([["id", "day"], ["1", "2"]], [range]).cells == [["1", "2"]])
  }

  @Test func textThatWouldStandInTooManyCellsStaysInItsOwn() {
    let long = String(repeating: "x", count: 60_000)
    let read = Self.read([["id", "day", long], ["1", "2"]], ["C1:XFD1"])
    #expect(read.header == ReadRow(1, ["id", "day", long]))
    #expect(read.cells == [["1", "2", ""]])
  }
}
