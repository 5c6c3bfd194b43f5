import Testing
import WrittenWorkbooks

@testable import Tabular

/// Which sheet is read, where its header is, and where its cells stand.
struct SheetTests {
  private static func row(_ cells: String..., at line: Int? = nil) -> String {
    let number = line.map { " r=\"\($0)\"" } ?? ""
    return "<row\(number)>\(cells.map { $0.isEmpty ? "<c/>" : "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row>"
  }

  private static func sheet(_ rows: String..., state: String? = nil) -> WrittenBook.Sheet {
    WrittenBook.Sheet("<sheetData>\(rows.joined())</sheetData>", state: state)
  }

  @Test func theFirstVisibleSheetWithAHeaderIsRead() {
    let book = WrittenBook(sheets: [
      Self.sheet(Self.row("id"), Self.row("hidden"), state: "hidden"),
      Self.sheet(Self.row("id"), Self.row("very hidden"), state: "veryHidden"),
      Self.sheet(Self.row("notes")),
      Self.sheet(),
      Self.sheet(Self.row("id", "b"), Self.row("1", "2")),
      Self.sheet(Self.row("id"), Self.row("later")),
    ])
    let read = ReadBook(book)
    #expect(read.header == ReadRow(1, ["id", "b"]))
    #expect(read.rows == [ReadRow(2, ["1", "2"])])
  }

  @Test func theHeaderStandsAmongTheFirstTenRows() {
    let tenth = ReadBook(WrittenBook(rows: Self.row("title") + Self.row("id", "b", at: 10) + Self.row("1", "2")))
    #expect(tenth.header == ReadRow(10, ["id", "b"]))
    #expect(tenth.rows == [ReadRow(11, ["1", "2"])])
    // Behind that there is none, and what stands first is told.
    let eleventh = ReadBook(WrittenBook(rows: Self.row("title") + Self.row("id", "b", at: 11) + Self.row("1", "2")))
    #expect(eleventh.header == ReadRow(1, ["title"]))
    let late = ReadBook(WrittenBook(rows: Self.row("id", at: 12) + Self.row("1")))
    #expect(late.header == ReadRow(12, ["id"]))
    #expect(late.rows == [ReadRow(13, ["1"])])
  }

  @Test func whereNoSheetHasAHeaderTheFirstThatHoldsAnythingIsTold() {
    let read = ReadBook(
      WrittenBook(sheets: [Self.sheet(), Self.sheet(Self.row("a")), Self.sheet(Self.row("b"))]))
    #expect(read.header == ReadRow(1, ["a"]))
    #expect(ReadBook(WrittenBook(sheets: [Self.sheet()])).header == ReadRow(0, []))
    #expect(ReadBook(WrittenBook(sheets: [Self.sheet(), Self.sheet()])).fault == nil)
  }

  @Test func aWorkbookWhoseSheetsAreAllHiddenHoldsNothingToRead() {
    #expect(
      ReadBook(WrittenBook(sheets: [Self.sheet(Self.row("id"), state: "hidden")])).fault == .noVisibleSheet)
  }

  @Test func linesAreTheSheetsRowsAndEmptyOnesArePassedOver() {
    let read = ReadBook(
      WrittenBook(
        rows: Self.row("id", "b", at: 2) + Self.row("1", "2", at: 5) + Self.row("", "", at: 6)
          + Self.row(" ", "　", at: 7)
          + Self.row("3", "", at: 1_048_576) + "<row r=\"1048576\" spans=\"1:2\"/>"))
    #expect(read.rows == [ReadRow(5, ["1", "2"]), ReadRow(1_048_576, ["3", ""])])
    #expect(read.fault == nil)
  }

  @Test func cellsStandWhereTheirReferencesSayOrBesideEachOther() {
    let read = ReadBook(
      .table(
        ["b", "c", "d"],
        "<row r=\"2\"><c r=\"B2\"><v>2</v></c><c><v>3</v></c></row>"
          + "<row r=\"3\"><c r=\"D3\"><v>4</v></c><c r=\"a3\"><v>1</v></c></row>"
          + "<row r=\"4\"><c r=\"C4\"/><c><v>4</v></c></row>"))
    #expect(read.cells == [["", "2", "3", ""], ["1", "", "", "4"], ["", "", "", "4"]])
  }

  @Test func aRowIsAsWideAsTheHeaderUnlessAValueStandsFurtherRight() {
    let read = ReadBook(
      .table(
        ["b"],
        "<row><c><v>1</v></c></row><row><c><v>1</v></c><c/><c s=\"4\"/></row>"
          + "<row><c r=\"A4\"><v>1</v></c><c r=\"E4\"><v>5</v></c></row>"))
    #expect(read.cells == [["1", ""], ["1", ""], ["1", "", "", "", "5"]])
  }

  @Test func whatASheetSaysOfItsOwnSizeCountsForNothing() {
    let xml =
      "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\"/></cols>"
      + "<sheetData><row r=\"1\" spans=\"1:16384\"><c t=\"str\"><v>id</v></c></row>"
      + "<row r=\"2\"><c><v>1</v></c></row></sheetData>"
    let read = ReadBook(WrittenBook(sheets: [WrittenBook.Sheet(xml)]))
    #expect(read.header.fields == ["id"])
    #expect(read.cells == [["1"]])
  }

  @Test(arguments: [
    "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"x\"/>", "<row r=\"99999999999999999999\"/>", "<row r=\"-1\"/>",
    "<row><c r=\"XFE2\"><v>1</v></c></row>", "<row><c r=\"2\"><v>1</v></c></row>", "<row><c r=\"\"><v>1</v></c></row>",
    "<row><c r=\"AAAAAAAAAAAAAAAAAAAA2\"><v>1</v></c></row>",
    "<row><c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>",
  ])
  func cellsThatNoSheetHasRefuseTheWorkbook(_ rows: String) {
    guard case .impossibleCell? = ReadBook(.table([], rows)).fault else {
      Issue.record("\(rows) was read")
      return
    }
  }

  @Test func furtherRowsNeedNoNumberAndOnesAfterTheLastAreRefused() {
    #expect(ReadBook(.table([], "<row r=\"1048576\"/><row/>")).fault == .impossibleCell(row: 1_048_576))
  }
}
