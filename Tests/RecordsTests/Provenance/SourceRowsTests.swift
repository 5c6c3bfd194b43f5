import Policy
import Testing

@testable import Records

/// The rows of a file that speak of a figure, read again.
@Suite struct SourceRowsTests {
  static let figure = ProvenanceTests.figure
  static let end = ProvenanceTests.end

  static func request(
    _ path: String, _ figure: Figure = figure, filter: String = "", first: Int = 0, limit: Int = 1000
  ) -> SourceRowsRequest {
    SourceRowsRequest(figure: figure, path: path, asOf: end, filter: filter, first: first, limit: limit)
  }

  /// A directory that was read, kept as long as its reader is asked.
  final class Opened {
    let directory: DataDirectory
    let reader: DirectoryReader

    init(_ files: [String: String]) throws {
      directory = try DataDirectory(files)
      reader = directory.reader
      _ = try reader.read()
    }

    func rows(_ request: SourceRowsRequest, isCancelled: () -> Bool = { false }) throws -> SourceRows {
      try reader.sourceRows(request, isCancelled: isCancelled)
    }
  }

  static func error(_ body: () throws -> SourceRows) -> SourceRowsError? {
    do { _ = try body() } catch { return error as? SourceRowsError }
    return nil
  }

  @Test func rowsOfTheFigureComeWithTheirLines() throws {
    let opened = try Opened([
      "progress.csv": """
      日期,区县,事项,人次,机构,姓名
      2026-03-05,浦东,M01.01,7,机构一,某某
      2026-03-06,黄浦,M01.01,8,机构一,某某

      2026/3/7,310115,补贴性职业技能培训,-3,"机构
      二",某某
      2026-03-08,浦东,M01.02,9,机构一,某某
      2026-03-09,浦东新区,M01.01,x,机构一,某某
      2026-13-09,浦东新区,M01.01,5,机构一,某某
      """
    ])
    let rows = try opened.rows(Self.request("progress.csv"))
    // What is no column of the table, and what is personal, is never read.
    #expect(rows.headers == ["日期", "区县", "事项", "人次", "机构"])
    #expect(rows.rows.map(\.line) == [2, 5, 8, 9])
    #expect(rows.rows.map(\.standing) == [.counts, .counts, .refused(.badNumber), .refused(.badDate)])
    #expect(rows.rows[1].cells == ["2026/3/7", "310115", "补贴性职业技能培训", "-3", "机构\n二"])
    #expect(rows.total == 4)
    #expect(rows.counting == 2)
    #expect(rows.value == .count(4))
    #expect(!rows.isChanged)
  }

  @Test func itIsToldHowFarTheReadingIs() throws {
    let row = "2026-03-05,浦东,M01.01,7,机构一\n"
    let opened = try Opened(["progress.csv": "日期,区县,事项,人次,机构\n" + String(repeating: row, count: 20_000)])
    var shares: [Double] = []
    let rows = try opened.reader.sourceRows(Self.request("progress.csv"), advanced: { shares.append($0) })
    #expect(rows.total == 20_000)
    #expect(shares.count > 2 && shares == shares.sorted() && (shares.first ?? 0) > 0)
    #expect((0.5...1).contains(shares.last ?? 0))
  }

  @Test(arguments: [WrittenForm.workbook, .typedWorkbook]) func rowsOfAWorkbookCarryTheNumbersOfItsRows(
    _ form: WrittenForm
  ) throws {
    let directory = try DataDirectory()
    let rows = [
      ["日期", "区县", "事项", "人次", "机构"], ["2026-03-05", "浦东", "M01.01", "7", "机构一"],
      ["2026-03-06", "黄浦", "M01.01", "8", "机构一"], ["2026-03-07", "浦东", "M01.01", "5", "机构二"],
    ]
    try directory.write("progress/a.xlsx", form.bytes(rows))
    let reader = directory.reader
    _ = try reader.read()
    let found = try reader.sourceRows(Self.request("progress/a.xlsx"))
    #expect(found.rows.map(\.line) == [2, 4])
    #expect(found.counting == 2 && found.value == .count(12))
    // A workbook that breaks midway gives no part of itself as if that were all.
    try directory.write("progress/a.xlsx", Array(form.bytes(rows).dropLast(30)))
    #expect(Self.error { try reader.sourceRows(Self.request("progress/a.xlsx")) } != nil)
  }

  @Test(arguments: WrittenText.allCases) func everyEncodingIsReadAgain(_ text: WrittenText) throws {
    let directory = try DataDirectory()
    let content = "日期,区县,事项,人次,机构\n2026-03-05,浦东,M01.01,7,龙𠮷机构\n2026-03-05,浦东,M01.01,5,另一机构\n"
    try directory.write("progress/a.csv", text.mark + text.bytes(content))
    let reader = directory.reader
    _ = try reader.read()
    let rows = try reader.sourceRows(Self.request("progress/a.csv"))
    #expect(rows.rows.map { $0.cells.last } == ["龙𠮷机构", "另一机构"])
    #expect(rows.rows.map(\.line) == [2, 3])
    #expect(rows.value == .count(12))
  }

  @Test func aFilterCountsAndKeepsOnlyWhatMatches() throws {
    let opened = try Opened([
      "progress.csv": "date,district,item,count,institution\n"
        + "2026-03-05,浦东,M01.01,7,Alpha\n2026-03-05,浦东,M01.01,5,Beta\n2026-03-06,浦东,M01.01,1,ＡＬＰＨＡ二\n"
    ])
    let rows = try opened.rows(Self.request("progress.csv", filter: "alpha"))
    #expect(rows.rows.map(\.line) == [2, 4])
    #expect(rows.total == 2)
    #expect(rows.value == .count(8))
    #expect(try opened.rows(Self.request("progress.csv", filter: "2026-03-06")).rows.map(\.line) == [4])
    #expect(try opened.rows(Self.request("progress.csv", filter: "nothing")).total == 0)
  }

  @Test func aPageOfManyRowsIsKept() throws {
    let text = (0..<5_000).map { "2026-03-05,\($0 % 2 == 0 ? "浦东" : "黄浦"),M01.01,1,第\($0)\n" }.joined()
    let opened = try Opened(["progress.csv": "date,district,item,count,institution\n" + text])
    let rows = try opened.rows(Self.request("progress.csv", first: 2_000, limit: 100))
    #expect(rows.rows.map(\.line) == (2_000..<2_100).map { $0 * 2 + 2 })
    #expect(rows.range == 2_000..<2_100)
    #expect(rows.total == 2_500)
    #expect(rows.value == .count(2_500))
    let last = try opened.rows(Self.request("progress.csv", first: 2_450, limit: 100))
    #expect(last.rows.count == 50)
    let beyond = try opened.rows(Self.request("progress.csv", first: 9_999, limit: 100))
    #expect(beyond.rows.isEmpty && beyond.total == 2_500)
  }

  // MARK: Personal data

  @Test func aCellThatLooksPersonalIsMaskedAndNeverFound() throws {
    let number = PersonalDataTests.identityNumber("19920229", 1)
    let opened = try Opened([
      "progress.csv": "date,district,item,count,institution\n"
        + "2026-03-05,浦东,M01.01,7,\(number)\n2026-03-05,浦东,M01.01,5,联系13800138000\n2026-03-05,浦东,M01.01,5,机构\n"
    ])
    let rows = try opened.rows(Self.request("progress.csv"))
    #expect(rows.rows.map { $0.cells[4] } == ["***", "***", "机构"])
    #expect(try opened.rows(Self.request("progress.csv", filter: "13800138000")).total == 0)
    #expect(try opened.rows(Self.request("progress.csv", filter: String(number.prefix(8)))).total == 0)
  }

  @Test func aRemarkThatIsPersonalIsWithheldWhole() throws {
    let header = "institution,date,kind,note\n"
    let numbers = (1...4).map { "I1,2026-03-0\($0),抽查,\(PersonalDataTests.identityNumber("19920229", $0))\n" }
    let opened = try Opened([
      "institutions.csv": "id,name,district\nI1,机构一,浦东\n",
      "findings.csv": header + numbers.joined() + "I1,2026-03-09,抽查,王某某\n",
    ])
    let rows = try opened.rows(Self.request("findings.csv", .institution("I1")))
    #expect(rows.headers == ["institution", "date", "kind"])
    #expect(rows.withheld == ["note"])
    #expect(rows.rows.count == 5)
    #expect(try opened.rows(Self.request("findings.csv", .institution("I1"), filter: "王某某")).total == 0)
    // Personal data that came since the check is withheld, too.
    try opened.directory.write("findings.csv", header + "I1,2026-03-01,抽查,已整改\n")
    _ = try opened.reader.read()
    #expect(try opened.rows(Self.request("findings.csv", .institution("I1"))).withheld == [])
    try opened.directory.write("findings.csv", header + numbers.joined())
    let changed = try opened.rows(Self.request("findings.csv", .institution("I1")))
    #expect(changed.isChanged)
    #expect(changed.withheld == ["note"])
  }

  @Test func personsInARegisterHaveNoNames() throws {
    let plan = try Plan.builtIn()
    let persons = try #require(plan.items.first { $0.people && $0.kind == .register })
    let stage = try #require(persons.stages.first)
    let opened = try Opened([
      "registers.csv": "item,entry,stage,date,name\n\(persons.id),E1,\(stage),2026-03-05,王某某\n"
    ])
    let rows = try opened.rows(Self.request("registers.csv", .register(persons.id)))
    #expect(rows.headers == ["item", "entry", "stage", "date"])
    #expect(rows.withheld == ["name"])
    #expect(rows.rows.map(\.cells) == [[persons.id.rawValue, "E1", stage, "2026-03-05"]])
  }

  // MARK: Standing

  @Test func aScoreThatALaterOneReplacedIsSuperseded() throws {
    let opened = try Opened([
      "institutions.csv": "id,name,district\nI1,机构一,浦东\nI2,机构二,浦东\n",
      "scores.csv": "institution,date,dimension,score\nI1,2026-03-01,培训成效,20\nI1,2026-03-02,培训成效,21\n"
        + "I2,2026-03-02,培训成效,3\nI1,2026-03-02,培训成效,99\n",
    ])
    let rows = try opened.rows(Self.request("scores.csv", .institution("I1")))
    #expect(rows.rows.map(\.line) == [2, 3, 5])
    #expect(rows.rows.map(\.standing) == [.superseded, .counts, .refused(.badNumber)])
    #expect(rows.value == .points(2_100))
  }

  @Test func aSecondRowOfAKeyWasRefused() throws {
    let opened = try Opened([
      "targets/a.csv": "district,item,target\n浦东,M01.01,50\n",
      "targets/b.csv": "district,item,target\n浦东,M01.01,60\n",
    ])
    #expect(try opened.rows(Self.request("targets/a.csv")).rows.map(\.standing) == [.counts])
    #expect(try opened.rows(Self.request("targets/b.csv")).rows.map(\.standing) == [.refused(.duplicateKey)])
  }

  // MARK: A file that is no longer what it was

  @Test func aFileThatChangedSaysSo() throws {
    let opened = try Opened(["progress.csv": LookTests.header + LookTests.row(7)])
    try opened.directory.write("progress.csv", LookTests.header + LookTests.row(7) + LookTests.row(8))
    let rows = try opened.rows(Self.request("progress.csv"))
    #expect(rows.isChanged)
    #expect(rows.value == .count(15))
    _ = try opened.reader.read()
    #expect(try !opened.rows(Self.request("progress.csv")).isChanged)
  }

  @Test func aFileThatIsGoneOrNoTableSaysWhy() throws {
    let opened = try Opened(["progress.csv": LookTests.header + LookTests.row(7)])
    #expect(Self.error { try opened.rows(Self.request("other.csv")) } == .unknownFile)
    #expect(Self.error { try opened.directory.reader.sourceRows(Self.request("progress.csv")) } == .unknownFile)
    try opened.directory.write("progress.csv", "a,b\n1,2\n")
    let broken = Self.error { try opened.rows(Self.request("progress.csv")) }
    #expect(broken == .unreadable(reason: "no header row that fits the table"))
    opened.directory.remove("progress.csv")
    #expect(
      Self.error { try opened.rows(Self.request("progress.csv")) }
        == .unreadable(reason: "No such file or directory"))
    opened.directory.makeFifo("progress.csv")
    #expect(
      Self.error { try opened.rows(Self.request("progress.csv")) } == .unreadable(reason: "not a regular file"))
  }

  @Test func nobodyWaitsForever() throws {
    let text = String(repeating: LookTests.row(1), count: 20_000)
    let opened = try Opened(["progress.csv": LookTests.header + text])
    var asked = 0
    let request = Self.request("progress.csv")
    let failure = Self.error {
      try opened.rows(request) {
        asked += 1
        return asked == 2
      }
    }
    #expect(failure == .cancelled)
    #expect(asked == 2)
  }

  @Test func aHeldLineIsNotAmongThem() throws {
    let directory = try DataDirectory(["progress.csv": LookTests.header + LookTests.row(7)])
    let reader = DirectoryReader(DirectorySource(root: directory.path), for: .watching)
    var moment = ClockReading(uptime: 1, wall: ClockReading.now.wall + 3600)
    _ = try reader.read(at: moment)
    try directory.write("progress.csv", Array("2026-03-05,浦东,M01.01,1".utf8), append: true)
    for _ in 0..<2 {
      moment.uptime += 300_000_000
      _ = reader.look(moment, .hint)
    }
    let held = try reader.sourceRows(Self.request("progress.csv"))
    #expect(held.rows.map(\.line) == [2])
    #expect(held.value == reader.provenance(of: Self.figure, asOf: Self.end)?.files.first?.value)
  }
}
