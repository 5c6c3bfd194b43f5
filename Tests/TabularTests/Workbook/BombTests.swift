import Testing
import WrittenWorkbooks

@testable import Tabular

/// Workbooks that are small on disk and large in memory.
struct BombTests {
  private static let sheet = "xl/worksheets/sheet1.xml"

  /// A workbook whose sheet is this stream.
  private static func read(_ part: String = sheet, _ write: (inout FixedDeflate) -> Void) -> ReadBook {
    var stream = FixedDeflate()
    write(&stream)
    let book = WrittenBook.table([], "<row><c><v>1</v></c></row>", texts: "", styles: "")
    return ReadBook(
      book.bytes { entries in
        for place in entries.indices where entries[place].name == part { entries[place] = ZipEntry(part, stream) }
      })
  }

  private static let open = "<worksheet><sheetData><row><c t=\"str\"><v>id</v></c></row>"

  @Test func aDeflatedSheetIsRead() {
    let read = Self.read { stream in
      stream.add(Self.open + "<row><c t=\"str\"><v>区</v></c></row>")
      stream.addRun(0x20, 50_000)
      stream.add("</sheetData></worksheet>")
    }
    #expect(read.cells == [["区"]])
    #expect(read.fault == nil)
  }

  @Test(arguments: [sheet, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"])
  func aPartThatUnpacksToMoreThanAHundredTimesItsSizeIsRefused(_ part: String) {
    let read = Self.read(part) { stream in
      stream.add("<a>")
      stream.addRun(0x20, 2_000_000)
      stream.add("</a>")
    }
    #expect(read.fault == .tooMuch(.ratio))
  }

  @Test func oneLongTagIsRefusedBeforeItIsWhole() {
    let read = Self.read { stream in
      stream.add(Self.open + "<row r=\"")
      // Packed no better than a text is.
      for _ in 0..<300_000 { stream.add("12345678") }
    }
    #expect(read.fault == .tooMuch(.token))
  }

  @Test func elementsTwoHundredThousandDeepAreRefused() {
    let read = Self.read { stream in for _ in 0..<200_000 { stream.add("<a>") } }
    #expect(read.fault == .tooMuch(.depth))
    let deep = String(repeating: "<a>", count: 62) + String(repeating: "</a>", count: 62)
    let most = ReadBook(.table([], "<row><c><v>1</v></c></row>\(deep)"))
    #expect(most.cells == [["1"]])
    #expect(ReadBook(.table([], "<a>\(deep)</a>")).fault == .tooMuch(.depth))
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE worksheet>",
    "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1/x.dtd\">",
    "<!DOCTYPE a [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
  ])
  func aDocumentTypeIsRefused(_ declaration: String) {
    let read = Self.read { stream in
      stream.add(declaration + Self.open + "<row><c t=\"str\"><v>&amp;x;</v></c></row></sheetData></worksheet>")
    }
    #expect(read.fault == .documentType(Self.sheet))
  }

  @Test func anEntityThatNobodyDeclaredIsNotWellFormed() {
    #expect(ReadBook(.table([], "<row><c t=\"str\"><v>&nbsp;</v></c></row>")).fault == .malformed(Self.sheet))
    #expect(ReadBook(.table([], "<row><c><v>1</row>")).fault == .malformed(Self.sheet))
    #expect(ReadBook(.table([], "<row><c t=\"str\"><v>\u{1}</v></c></row>")).fault == .malformed(Self.sheet))
  }

  @Test func oneCellInTheLastCornerCostsOneRow() {
    let read = ReadBook(.table([], "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"))
    #expect(read.rows.map(\.line) == [1_048_576])
    #expect(read.rows.map(\.fields.count) == [16_384])
  }

  @Test func rowsThatAreAllAsWideAsCanBeAreRefusedInTime() throws {
    let book = WrittenBook.table([], String(repeating: "<row><c r=\"XFD1\"><v>1</v></c></row>", count: 20_000))
    let reader = try WorkbookReader(BytesInMemory(book.bytes)) { !$0.isBlank }
    var row = Row()
    var count = 0
    while reader.next(&row) { count += 1 }
    #expect(count <= WorkbookLimits.fields / 16_384)
    #expect(reader.fault == .tooMuch(.fields))
  }

  @Test func oneLongTextThatStandsInAllCellsIsRefusedInTime() {
    let read = ReadBook(
      .table(
        [], String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 20_000),
        texts: "<si><t>\(String(repeating: "x", count: 65_000))</t></si>"))
    #expect(read.fault == .tooMuch(.text))
  }

  @Test func aRowHoldsFourMebibytes() {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    let read = ReadBook(
      .table(
        [], "<row>\(cells)</row><row><c><v>1</v></c></row>",
        texts: "<si><t>\(String(repeating: "x", count: 65_000))</t></si>"))
    #expect(read.rows.map(\.fault) == [.fieldTooLarge, nil])
  }

  @Test func manySheetsOfLongRowsThatAreNoHeaderAreRefusedInTime() {
    let row = "<row>\(String(repeating: "<c t=\"s\"><v>0</v></c>", count: 4))</row>"
    let rows = "<sheetData>\(String(repeating: row, count: 10))</sheetData>"
    var book = WrittenBook(sheets: Array(repeating: WrittenBook.Sheet(rows), count: 400))
    book.texts = "<si><t>\(String(repeating: "x", count: 60_000))</t></si>"
    #expect(ReadBook(book).fault == .tooMuch(.text))
  }

  @Test func mergedRangesByTheThousandAreHarmless() {
    let ranges = String(repeating: "<mergeCell ref=\"A1:XFD10\"/>", count: 5_000)
    let read = ReadBook(
      WrittenBook(sheets: [
        WrittenBook.Sheet(
          "<sheetData><row><c t=\"str\"><v>id</v></c></row><row><c><v>1</v></c></row></sheetData><mergeCells>\(ranges)</mergeCells>"
        )
      ]))
    #expect(read.fault == nil)
    #expect(read.header.fields.count == 16_384)
  }
}
