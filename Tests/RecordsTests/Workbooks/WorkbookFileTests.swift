import Policy
import Tabular
import Testing
import WrittenWorkbooks

@testable import Records

/// Workbooks as files of a data directory.
@Suite struct WorkbookFileTests {
  private static func row(_ line: Int, _ cells: String...) -> String {
    "<row r=\"\(line)\">\(cells.joined())</row>"
  }

  private static func text(_ text: String) -> String { "<c t=\"str\"><v>\(text)</v></c>" }

  private static func date(_ serial: String) -> String { "<c s=\"1\"><v>\(serial)</v></c>" }

  private static func number(_ number: String) -> String { "<c><v>\(number)</v></c>" }

  /// A sheet with a title, a header of two lines and rows from row 4 on.
  private static func book(_ rows: String) -> WrittenBook {
    let head =
      row(1, text("培训进度")) + row(2, text("日期（必填）"), text("区县"), text("指标"), text("培训情况"), "<c/>")
      + row(3, "<c/><c/><c/>", text("人次"), text("手机"))
    let merged = ["A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"].map { "<mergeCell ref=\"\($0)\"/>" }
    var book = WrittenBook(sheets: [
      WrittenBook.Sheet("<sheetData>\(head)\(rows)</sheetData><mergeCells>\(merged.joined())</mergeCells>")
    ])
    book.styles = WrittenBook.styles([0, 14])
    return book
  }

  private static let good = row(4, date("46086"), number("310115"), text("M01.01"), number("12"), number("13800138000"))

  private static func read(_ name: String, _ bytes: [UInt8]) throws -> Snapshot {
    let directory = try DataDirectory()
    try directory.write(name, bytes)
    return try directory.read()
  }

  @Test func datesNumbersAndTheirProblemsStandInTheSheetsRows() throws {
    let bytes = Self.book(
      Self.good + Self.row(6, Self.date("46086.5"), Self.text("浦东"), Self.text("M01.01"), Self.number("5"))
        + Self.row(7, Self.date("46087"), Self.text("浦东"), Self.text("M01.01"), Self.number("0.1"))
        + Self.row(9, Self.date("46087"), Self.text("浦东"), Self.text("M01.01"), Self.number("1E2"))
        + Self.row(
          10, Self.date("46087"), Self.text("浦东"), Self.text("M01.01"), Self.number("1"), "<c/>", Self.text("x"))
    ).bytes
    let read = try Self.read("progress.xlsx", bytes)
    #expect(
      read.told == [
        "progress.xlsx:- personal-data 手机", "progress.xlsx:6 bad-date 日期（必填）", "progress.xlsx:7 bad-number 人次",
        "progress.xlsx:10 ragged-row -",
      ])
    #expect(read.problems.map(\.detail) == ["1", "2026-03-05T12:00", "0.1", "6/5"])
    #expect(read.actual("310115", "M01.01") == 112)
    let file = try #require(read.report("progress.xlsx"))
    #expect(file.encoding == "xlsx")
    #expect(file.sha256 == Digest.text(bytes))
    #expect(file.rows == 2)
    #expect(file.rejected == 3)
    #expect(file.districts == [DistrictCode(rawValue: "310115")])
  }

  @Test func everyNameWithTheExtensionIsAWorkbook() throws {
    let directory = try DataDirectory()
    try directory.write("进度/浦东/A.XLSX", Self.book(Self.good).bytes)
    try directory.write("进度/~$A.xlsx", "lock")
    let read = try directory.read()
    #expect(read.files.map(\.rows) == [1])
  }

  @Test func whatHoldsNothingIsEmpty() throws {
    for bytes in [[], WrittenBook(rows: "").bytes, WrittenBook(rows: Self.row(5, Self.text(" "))).bytes] {
      #expect(try Self.read("progress.xlsx", bytes).told == ["progress.xlsx:- empty-file -"])
    }
  }

  @Test func columnsThatNoRowHasAreMissing() throws {
    let read = try Self.read(
      "progress.xlsx", WrittenBook(rows: Self.row(3, Self.text("日期"), Self.text("颜色")) + Self.good).bytes)
    #expect(
      read.told == [
        "progress.xlsx:- unknown-column 颜色", "progress.xlsx:1 missing-column -", "progress.xlsx:1 missing-column -",
      ])
    #expect(read.report("progress.xlsx")?.rows == 0)
  }

  @Test func aWorkbookUnderAPasswordSaysWhatToDo() throws {
    let read = try Self.read("progress.xlsx", [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 508))
    #expect(read.told == ["progress.xlsx:- unreadable -"])
    #expect(read.problems.first?.detail?.contains("without a password") == true)
    #expect(read.report("progress.xlsx")?.rows == 0)
  }

  /// The checksum stands behind all rows: none of them counts if it is wrong.
  @Test(arguments: ["progress.xlsx", "findings.xlsx", "targets.xlsx"])
  func damageBehindTheRowsRefusesThemAll(_ name: String) throws {
    let rows = (4..<400).map { line in
      Self.row(line, Self.date("46086"), Self.number("310115"), Self.text("M01.01"), Self.number("1"))
    }
    let headers: [String: [String]] = [
      "progress.xlsx": ["日期", "区县", "指标", "人次"], "findings.xlsx": ["日期", "机构", "类型", "备注"],
      "targets.xlsx": ["责任单位", "区县", "指标", "目标"],
    ]
    let header = Self.row(3, (headers[name] ?? []).map(Self.text).joined())
    var book = WrittenBook(rows: header + rows.joined())
    book.styles = WrittenBook.styles([0, 14])
    #expect(try Self.read(name, book.bytes).problems.allSatisfy { $0.code != .unreadable })
    let read = try Self.read(
      name,
      book.bytes { entries in
        for place in entries.indices where entries[place].name.hasSuffix("sheet1.xml") { entries[place].checksum ^= 1 }
      })
    #expect(read.told == ["\(name):- unreadable -"])
    #expect(read.problems.first?.detail == "damaged: xl/worksheets/sheet1.xml")
    #expect(read.report(name)?.rows == 0)
    #expect(read.actual("310115", "M01.01") == 0)
    #expect(read.facts.targets.isEmpty)
  }

  @Test func manyWorkbooksAndTextsAddUp() throws {
    let directory = try DataDirectory()
    for number in 0..<40 { try directory.write("progress/\(number).xlsx", Self.book(Self.good).bytes) }
    try directory.write("progress/a.csv", LookTests.header + LookTests.row(20))
    let read = try directory.read()
    #expect(read.actual("310115", "M01.01") == 500)
    #expect(Set(read.files.map(\.encoding)) == ["xlsx", "utf-8"])
  }

  // MARK: Watched

  private static func watched(_ bytes: [UInt8]) throws -> LookTests.Watched {
    let watched = try LookTests.Watched([:])
    try watched.directory.write("progress.xlsx", bytes)
    watched.look(after: 1)
    watched.look(after: 250)
    return watched
  }

  @Test func aBrokenRewriteKeepsTheLastGoodRowsAndSaysSo() throws {
    let whole = Self.book(Self.good).bytes
    let watched = try Self.watched(whole)
    #expect(watched.total == 12)
    try watched.directory.write("progress.xlsx", Array(whole.dropLast(100)))
    watched.look(after: 1)
    watched.look(after: 250)
    #expect(watched.total == 12)
    #expect(watched.snapshot.report("progress.xlsx")?.stale != nil)
    #expect(watched.snapshot.problems.contains { $0.code == .unreadable && $0.path == "progress.xlsx" })
    // The rest of it comes.
    try watched.directory.write("progress.xlsx", whole)
    watched.look(after: 1)
    watched.look(after: 250)
    #expect(watched.total == 12)
    #expect(watched.snapshot.report("progress.xlsx")?.stale == nil)
    #expect(!watched.snapshot.problems.contains { $0.code == .unreadable })
  }

  @Test func aWorkbookThatGrewIsReadWhole() throws {
    let watched = try Self.watched(Self.book(Self.good).bytes)
    let more = (5..<50).map { line in
      Self.row(line, Self.date("46087"), Self.text("浦东"), Self.text("M01.01"), Self.number("2"))
    }
    try watched.directory.write("progress.xlsx", Self.book(Self.good + more.joined()).bytes)
    watched.look(after: 1)
    watched.look(after: 250)
    #expect(watched.total == 102)
    watched.reader.withKeeper { keeper in
      #expect(keeper.files.values.allSatisfy { $0.file.resume == nil && $0.file.growth == nil })
    }
  }

  // MARK: Told of

  private static func many(_ rows: Int) -> [UInt8] {
    book(
      (4..<4 + rows).map { line in
        row(line, date("46087"), text(line % 9 == 0 ? "火星" : "浦东"), text("M01.01"), number("2"))
      }.joined()
    ).bytes
  }

  @Test func aWholeReadCountsEveryByteAndRow() throws {
    let directory = try DataDirectory()
    try directory.write("progress/a.xlsx", Self.many(900))
    try directory.write("progress/b.xlsx", Array(Self.many(900).dropLast(100)))
    let progress = ReadingProgress()
    let snapshot = try directory.reader.read(progress: progress)
    #expect(progress.state.bytesRead == snapshot.files.reduce(0) { $0 + $1.size })
    #expect(progress.state.rows == 900)
    #expect(progress.state.filesRead == 2)
  }

  @Test func aReadThatIsGivenUpEndsAtTheNextPiece() throws {
    let directory = try DataDirectory()
    try directory.write("a.xlsx", Self.many(9_000))
    let file = try OpenFile(Array(directory.absolute("a.xlsx").utf8), realRoot: nil)
    let listed = ListedFile(
      path: RawPath("a.xlsx"), table: .progress, format: .xlsx, node: .file(try directory.identity("a.xlsx")))
    let progress = ReadingProgress()
    let rows = try SheetRows(file, progress.begin(listed), looksAhead: false) { !$0.isBlank }
    var row = Row()
    #expect(rows.next(&row))
    progress.cancel()
    var count = 0
    while rows.next(&row) { count += 1 }
    #expect(rows.fault == .cancelled)
    // What had been unpacked was given; the sheet has far more.
    #expect(count < 4_000)
    #expect(throws: ReadFault.cancelled) {
      try SheetRows(file, progress.begin(listed), looksAhead: false) { _ in true }
    }
  }

  // MARK: Files that move

  @Test func whatIsWrongWithAFileThatChangedIsNoReason() throws {
    let directory = try DataDirectory(["progress.xlsx": "half"])
    var tries = 0
    let source = FileSource(realRoot: nil)
    let read = try source.read(Array(directory.absolute("progress.xlsx").utf8)) { (file) throws(ReadFault) -> Int64? in
      tries += 1
      guard tries > 1 else {
        try? directory.write("progress.xlsx", "the whole of it")
        throw ReadFault(reason: "damaged")
      }
      return file.size
    }
    #expect(read == 15)
    #expect(throws: ReadFault(reason: "damaged")) {
      try source.read(Array(directory.absolute("progress.xlsx").utf8)) { (_) throws(ReadFault) -> Int? in
        throw ReadFault(reason: "damaged")
      }
    }
  }
}
