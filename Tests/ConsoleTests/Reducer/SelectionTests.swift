import Console
import Policy
import Screen
import Testing

@Suite("A selection is a row, never a line")
struct SelectionTests {
  /// Institutions by id, the row `id` selected and on the screen.
  private func session(_ ids: [String], at id: String, rows: Int = 24) throws -> Session {
    var session = Session(try SmallYear.loaded(institutions: ids), .institutions, 80, rows)
    session.state.lists[.institutions, default: ListState()].sort = .code
    session.state.lists[.institutions, default: ListState()].selected = id
    session.send(.resized(session.state.size))
    return session
  }

  /// On which line of the screen the selected row stands.
  private func line(_ session: Session) -> Int? { session.lines.firstIndex { $0.contains("│>") } }

  @Test(
    "rows that come above move neither the selection nor its line",
    arguments: [("J040", 5), ("J080", 1), ("J099", 30), ("J021", 60)])
  func inserted(_ id: String, _ count: Int) throws {
    var session = try session(SmallYear.ids(20..<100), at: id)
    let before = line(session)
    let more = SmallYear.ids(0..<count % 20) + SmallYear.ids(20..<100) + SmallYear.ids(100..<100 + count)
    session.send(.snapshotArrived(try SmallYear.loaded(institutions: more, after: 10)))
    #expect(session.selected == id)
    #expect(line(session) == before)
    #expect(session.lines.contains { $0.contains("│>学校\(id)") })
  }

  @Test("rows that go above move neither the selection nor its line")
  func removed() throws {
    var session = try session(SmallYear.ids(0..<100), at: "J060")
    let before = line(session)
    session.send(.snapshotArrived(try SmallYear.loaded(institutions: SmallYear.ids(10..<100), after: 10)))
    #expect(session.selected == "J060")
    #expect(line(session) == before)
  }

  @Test("a first row that nobody chose is held like any other")
  func firstRow() throws {
    var session = try session(SmallYear.ids(10..<60), at: "J010")
    session.state.lists[.institutions]?.selected = nil
    session.send(.snapshotArrived(try SmallYear.loaded(institutions: SmallYear.ids(0..<60), after: 10)))
    #expect(session.selected == "J010")
  }

  @Test("rows that change places keep the selection")
  func reordered() throws {
    let (jingan, pudong) = (SmallYear.jingan, SmallYear.pudong)
    var session = Session(try SmallYear.loaded(counts: [jingan: 10], done: true), .overview, 80, 24)
    #expect(session.state.districtOrder.first == jingan)
    try session.press("j j j j")
    let row = session.selected
    session.wait(10)
    session.send(.snapshotArrived(try SmallYear.loaded(counts: [pudong: 10], done: true, after: 10)))
    #expect(session.state.districtOrder.first == pudong)
    #expect(session.selected == row)
  }

  @Test("a selected row that goes leaves the cursor on its line, not at the top of the list")
  func gone() throws {
    var session = try session(SmallYear.ids(0..<100), at: "J060")
    let before = line(session)
    let rest = SmallYear.ids(0..<100).filter { $0 != "J060" }
    session.send(.snapshotArrived(try SmallYear.loaded(institutions: rest, after: 10)))
    #expect(session.selected == "J061" || session.selected == "J059")
    #expect(line(session) == before)
  }

  @Test("a selected problem stays selected when other problems come before it")
  func problem() throws {
    let late = Problem(path: "progress/z.csv", line: 9, column: "日期", code: .badDate, detail: "x")
    let early = Problem(path: "progress/a.csv", line: 2, column: "日期", code: .badDate, detail: "y")
    var session = Session(try SmallYear.loaded(problems: [late]), .data, 120, 36)
    try session.press("Tab Enter")
    session.send(.snapshotArrived(try SmallYear.loaded(problems: [early, late], after: 10)))
    #expect(session.lines.contains { $0.contains("│>") && $0.contains("progress/z.csv") })
  }

  @Test("marks of rows that went are not counted")
  func marks() throws {
    var session = try session(SmallYear.ids(0..<10), at: "J000")
    try session.press("Space Space")
    session.send(.snapshotArrived(try SmallYear.loaded(institutions: SmallYear.ids(1..<10), after: 10)))
    #expect(session.text.contains("已选 1"))
  }
}
