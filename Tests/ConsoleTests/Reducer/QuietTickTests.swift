import Policy
import Screen
import Testing

@testable import Console

@Suite("What passes without a trace, and what goes with its rows")
struct QuietTickTests {
  private func moved() throws -> Session {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
    try session.press("j")
    return session
  }

  @Test("a tick that brings nothing is passed over, and would have brought nothing")
  func quiet() throws {
    let state = try moved().state
    let moment = state.now + 0.01
    try #require(state.isQuiet(until: moment))
    var (passed, ticked) = (state, state)
    #expect(update(&passed, .clockTicked(moment)).isEmpty)
    #expect(ticked.tick(moment).isEmpty)
    #expect(passed.now == moment && ticked.now == moment && passed.revision == state.revision)
    #expect(ticked.districtOrder == state.districtOrder && ticked.lists == state.lists && ticked.toast == nil)
  }

  @Test("a tick is looked at when a minute, a message, a mark, the held order or the day may end")
  func heard() throws {
    let state = try moved().state
    let moment = state.now + 0.01
    #expect(!state.isQuiet(until: state.now - 1))
    #expect(!state.isQuiet(until: state.now + 60))
    var held = state
    held.holdsBackOrder = true
    #expect(state.isQuiet(until: state.lastInput + ConsoleState.holdSeconds))
    #expect(!held.isQuiet(until: state.lastInput + ConsoleState.holdSeconds))
    let changes: [(inout ConsoleState) -> Void] = [
      { $0.toast = Toast("a", until: moment) }, { $0.page = .map }, { $0.overlay = .confirmQuit },
      {
        $0.highlights.deltas = [TargetKey(district: SmallYear.pudong, item: SmallYear.training): 1]
        $0.highlights.until = moment
      },
      { $0.showYesterday() },
    ]
    for (place, change) in changes.enumerated() {
      var changed = state
      change(&changed)
      #expect(!changed.isQuiet(until: moment), "\(place)")
    }
  }

  @Test("ages change with the clock and at no other time")
  func ages() throws {
    var state = try moved().state
    let minute = state.minute
    for (moment, text) in [(0, "1分"), (59.9, "1分"), (60, "2分"), (119.9, "2分")] {
      state.now = minute + moment
      #expect(state.age(of: minute - 61) == SafeText(text), "\(moment)")
    }
    #expect(state.age(of: state.now) == "刚刚", "younger than the minute")
  }

  @Test("rows that are gone lose their marks; rows that a filter hides keep them")
  func marks() throws {
    var session = try moved()
    let pudong = SmallYear.pudong.rawValue
    session.state.lists[.districts, default: ListState()].marks = [pudong, "gone"]
    session.state.lists[.districts]?.filter = "黄浦"
    session.send(.snapshotArrived(try SmallYear.loaded(counts: [SmallYear.pudong: 20], after: 10)))
    #expect(session.state.list(.districts).marks == [pudong, "gone"])
    session.state.lists[.districts]?.filter = ""
    try session.press("j")
    #expect(session.state.list(.districts).marks == [pudong])
  }
}

extension ConsoleState {
  /// As at midnight, before the new day's board is there.
  fileprivate mutating func showYesterday() {
    guard var loaded else { return }
    loaded.board = Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: loaded.board.asOf - 1)
    data = .ready(loaded)
  }
}
