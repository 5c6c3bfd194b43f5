import Console
import Policy
import Screen
import Testing

@Suite("Snapshots wait while somebody reads")
struct WaitingTests {
  private func year(_ count: Int64, after: Double) throws -> Loaded {
    try SmallYear.loaded(counts: [SmallYear.pudong: count], institutions: SmallYear.ids(0..<3), after: after)
  }

  private func shown(_ session: Session) -> Int64? {
    session.state.loaded?.board.city.first { $0.id == SmallYear.training }?.actual
  }

  @Test(
    "while anything stands over the page they wait, and come when it closes",
    arguments: ["?", "F2", ":", "s", "t", "x", "/", "f", "q", "Enter"])
  func overlay(_ key: String) throws {
    var session = Session(try year(10, after: 0), key == "Enter" ? .institutions : .overview)
    try session.press(key)
    #expect(session.state.overlay != nil)
    session.send(.snapshotArrived(try year(20, after: 10)))
    session.send(.snapshotArrived(try year(30, after: 20)))
    #expect(shown(session) == 10)
    #expect(session.state.waitingCount == 2)
    try session.press("Esc")
    #expect(session.state.overlay == nil)
    #expect(shown(session) == 30)
    #expect(session.state.waitingCount == 0)
    #expect(session.state.waiting == nil)
  }

  @Test("while refresh is paused they wait, whatever is opened and closed")
  func paused() throws {
    var session = Session(try year(10, after: 0))
    try session.press("Z")
    session.send(.snapshotArrived(try year(20, after: 10)))
    try session.press("? Esc 4 Enter Esc 1 j")
    session.wait(100)
    #expect(shown(session) == 10)
    #expect(session.state.waitingCount == 1)
    try session.press("Z")
    #expect(shown(session) == 20)
    #expect(session.state.waitingCount == 0)
  }

  @Test("the first snapshot never waits")
  func first() throws {
    var session = Session(nil)
    try session.press("?")
    session.send(.snapshotArrived(try year(10, after: 0)))
    #expect(shown(session) == 10)
  }

  @Test("a snapshot that waited through a change of day is shown as of that day")
  func otherDay() throws {
    var session = Session(try year(10, after: 0))
    try session.press("Z <")
    session.send(.snapshotArrived(try year(20, after: 10)))
    try session.press("< Z")
    #expect(session.state.loaded?.board.asOf == Clock.today - 2)
    #expect(session.state.asOf == Clock.today - 2)
  }

  @Test("a directory that comes is shown, whatever was wrong before")
  func comes() throws {
    for trouble in [DataTrouble.noDirectory, .notADirectory, .unreadable("Permission denied")] {
      var session = Session(nil)
      session.send(.dataMissing(trouble))
      #expect(session.state.loaded == nil)
      session.send(.snapshotArrived(try year(10, after: 0)))
      #expect(shown(session) == 10)
      #expect(session.state.districtOrder.count == 16)
    }
  }

  @Test("the directory going away never takes the board away")
  func missing() throws {
    var session = Session(try year(10, after: 0))
    session.send(.dataMissing(.noDirectory))
    #expect(shown(session) == 10)
  }

  @Test("an outage is said, with its age, on the greyed board")
  func outage() throws {
    var session = Session(try year(10, after: 0))
    var snapshot = try year(10, after: 10).snapshot
    snapshot.outage = "Stale file handle"
    session.send(.snapshotArrived(Directories.loaded(snapshot)))
    session.wait(600)
    #expect(session.text.contains("Stale file handle"))
    #expect(session.text.contains("数据目录不可读"))
    #expect(session.text.contains("9分"))
  }
}
