import Console
import Policy
import Screen
import Testing

@Suite("The data page: groups, lines, sheets")
struct DataPageTests {
  private static let problems = [
    Problem(path: "a.csv", line: 2, column: "日期", code: .badDate, detail: "x", district: SmallYear.pudong),
    Problem(path: "a.csv", line: 3, column: "日期", code: .badDate, detail: "y", district: SmallYear.jingan),
    Problem(path: "a.csv", line: 4, code: .raggedRow),
    Problem(path: "b.csv", column: "附注", code: .unknownColumn),
  ]

  private func session(_ problems: [Problem] = DataPageTests.problems) throws -> Session {
    var session = Session(try SmallYear.loaded(problems: problems, files: ["a.csv", "b.csv"]), .data)
    session.press(.tab)
    return session
  }

  @Test("a group opens and closes, and is selected again then")
  func groups() throws {
    var session = try session()
    #expect(session.state.rows(of: .problems) == ["code=bad-date", "code=ragged-row", "code=unknown-column"])
    session.press(.down)
    session.press(.enter)
    #expect(session.state.problemGroup == "code=ragged-row")
    #expect(session.state.rows(of: .problems) == ["2"])
    session.press(.escape)
    #expect(session.state.problemGroup == nil)
    #expect(session.selected == "code=ragged-row")
    #expect(session.state.page == .data)
    session.press(.escape)
    #expect(session.state.page == .overview)
  }

  @Test("another order leaves the group")
  func orders() throws {
    var session = try session()
    session.press(.enter)
    for (index, first) in [(1, "district=?"), (2, "file=a.csv"), (3, "0"), (0, "code=bad-date")] {
      try session.press("s" + String(repeating: " Down", count: index) + " Enter")
      #expect(session.state.problemGroup == nil)
      #expect(session.state.rows(of: .problems).contains(first), "\(session.state.rows(of: .problems))")
    }
  }

  @Test("a district opens its problems; one without any says so")
  func sender() throws {
    var session = try session()
    session.press(.backTab)
    session.state.lists[.senders, default: ListState()].selected = SmallYear.jingan.rawValue
    session.press(.enter)
    #expect(session.state.focusedPane == .problems)
    #expect(session.state.rows(of: .problems) == ["1"])
    session.press(.escape)
    #expect(session.selected == "district=310106")
    session.press(.backTab)
    session.state.lists[.senders, default: ListState()].selected = "310101"
    session.press(.enter)
    #expect(session.state.focusedPane == .senders)
    #expect(session.text.contains("没有问题"))
  }

  @Test("a group whose last problem was mended is left")
  func mended() throws {
    var session = try session()
    session.press(.down)
    session.press(.enter)
    let rest = Self.problems.filter { $0.code != .raggedRow }
    session.send(.snapshotArrived(try SmallYear.loaded(problems: rest, files: ["a.csv", "b.csv"], after: 60)))
    #expect(session.state.problemGroup == nil)
    #expect(session.state.rows(of: .problems) == ["code=bad-date", "code=unknown-column"])
  }

  @Test("in a group the selected problem is followed to its new place")
  func followed() throws {
    var session = try session()
    session.press(.enter)
    session.press(.down)
    #expect(session.selected == "1")
    let more = [Problem(path: "0.csv", line: 9, code: .badDate)] + Self.problems
    session.send(.snapshotArrived(try SmallYear.loaded(problems: more, files: ["a.csv", "b.csv"], after: 60)))
    #expect(session.selected == "2")
    #expect(session.state.rows(of: .problems) == ["0", "1", "2"])
  }

  // MARK: Lines

  private func excerpt(_ text: String) -> ExcerptOutcome {
    .found(
      SourceExcerpt(
        header: [.text("日期")], rows: [SourceExcerpt.Row(line: 2, fields: [.text(text)])], column: 0, hasChanged: false))
  }

  @Test("a problem asks for its lines; what comes late for another is dropped")
  func lines() throws {
    var session = try session()
    try session.press("Enter Enter")
    guard case .readLines(let first) = try #require(session.effects.last) else {
      Issue.record("\(session.effects)")
      return
    }
    #expect(first.path == "a.csv")
    #expect(first.line == 2)
    #expect(first.column == "日期")
    #expect(session.text.contains("正在读取原文件"))
    try session.press("Esc Down Enter")
    guard case .readLines(let second) = try #require(session.effects.last) else { return }
    session.send(.linesRead(first, excerpt("late")))
    #expect(!session.text.contains("late"))
    session.send(.linesRead(second, excerpt("2026-99-99")))
    #expect(session.text.contains("2026-99-99"))
    session.press(.escape)
    #expect(!session.text.contains("2026-99-99"))
  }

  @Test("a problem of a whole file asks for no line")
  func wholeFile() throws {
    var session = try session()
    try session.press("G Enter Enter")
    #expect(session.effects.isEmpty)
    #expect(session.text.contains("unknown-column"))
  }

  @Test("columns found to be personal go with the request")
  func personal() throws {
    let personal = Problem(path: "a.csv", column: "手机号", code: .personalData, detail: "9")
    var session = try session(Self.problems + [personal])
    try session.press("Enter Enter")
    guard case .readLines(let request) = try #require(session.effects.last) else { return }
    #expect(request.personal == ["手机号"])
  }

  @Test("an open problem is copied as a message")
  func message() throws {
    var session = try session()
    try session.press("Enter Enter y")
    #expect(session.effects.last == .copy("a.csv:2  [日期] 不是有效日期：请写成 2026-03-05（x）\n"))
    // It stays open.
    #expect(session.text.contains("bad-date"))
  }

  // MARK: Sheets

  @Test("the export menu offers the sheet of the district that the cursor means")
  func sheets() throws {
    var session = try session()
    try session.press("x")
    #expect(!session.text.contains("问题清单"))
    try session.press("Esc Enter x")
    #expect(session.text.contains("导出该区问题清单：浦东（1）"))
    session.press(.enter)
    #expect(session.effects.last == .exportProblems(of: SmallYear.pudong))
    // By district, by nobody's line, and from the list of senders.
    try session.press("Esc s Down Enter x Enter")
    #expect(session.effects.count == 2)
    session.press(.backTab)
    session.state.lists[.senders, default: ListState()].selected = "?"
    try session.press("x Enter")
    #expect(session.effects.last == .exportProblems(of: nil))
    session.state.lists[.senders, default: ListState()].selected = "310101"
    try session.press("x Enter")
    #expect(session.effects.count == 3)
    #expect(session.text.contains("没有问题"))
  }

  @Test("a sheet holds all problems of its district and of no other, errors first")
  func sheet() throws {
    let more = Self.problems + [Problem(path: "c.csv", code: .emptyFile, district: SmallYear.pudong)]
    let loaded = try SmallYear.loaded(problems: [more[4]] + more.dropLast(), files: ["a.csv", "b.csv"])
    #expect(
      ProblemSheet(of: SmallYear.pudong, in: loaded).rows == [
        ["浦东新区", "a.csv", "2", "日期", "错误", "不是有效日期", "x", "请写成 2026-03-05", "bad-date"],
        ["浦东新区", "c.csv", "", "", "提示", "文件是空的", "", "", "empty-file"],
      ])
    #expect(ProblemSheet(of: nil, in: loaded).rows.map { $0[0] } == ["无法归属", "无法归属"])
    #expect(ProblemSheet(of: DistrictCode(rawValue: "310101"), in: loaded).rows.isEmpty)
    for row in ProblemSheet(of: nil, in: loaded).rows { #expect(row.count == ProblemSheet.headers.count) }
  }

  // MARK: Files

  @Test("only files with problems are listed until asked again, whatever else is filtered")
  func onlyProblems() throws {
    var session = Session(
      try SmallYear.loaded(problems: [Self.problems[3]], files: ["a.csv", "b.csv", "c.csv"]), .data)
    func toggle() throws {
      try session.press(":")
      session.type("只看问题")
      session.press(.enter)
    }
    try toggle()
    #expect(session.state.rows(of: .files) == ["b.csv"])
    #expect(session.state.focusedPane == .files)
    try toggle()
    #expect(session.state.rows(of: .files) == ["a.csv", "b.csv", "c.csv"])
    try session.press("f")
    session.type("!a.")
    session.press(.enter)
    #expect(session.state.rows(of: .files).isEmpty)
  }
}
