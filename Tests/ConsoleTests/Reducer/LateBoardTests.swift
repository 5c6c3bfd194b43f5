import Console
import Policy
import Screen
import Testing

@Suite("Boards that come late")
struct LateBoardTests {
  private func board(_ loaded: Loaded, _ day: Day) -> Board {
    Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: day)
  }

  @Test("a board of an older snapshot is dropped")
  func older() throws {
    let first = try SmallYear.loaded(counts: [SmallYear.pudong: 10])
    let second = try SmallYear.loaded(counts: [SmallYear.pudong: 20], after: 10)
    var session = Session(first)
    session.computes = false
    try session.press("<")
    session.send(.snapshotArrived(second))
    session.send(.boardComputed(board(first, Clock.today - 1), readAt: first.snapshot.readAt))
    #expect(session.state.loaded?.snapshot.readAt == second.snapshot.readAt)
    #expect(session.state.loaded?.board.city.first { $0.id == SmallYear.training }?.actual == 20)
    session.send(.boardComputed(board(second, Clock.today - 1), readAt: second.snapshot.readAt))
    #expect(session.state.loaded?.board.asOf == Clock.today - 1)
  }

  @Test("a board before anything was read is dropped")
  func nothing() throws {
    let loaded = try SmallYear.loaded()
    var session = Session(nil)
    session.send(.boardComputed(loaded.board, readAt: loaded.snapshot.readAt))
    #expect(session.state.loaded == nil)
  }

  @Test("a board of a day that is no longer asked for is dropped")
  func otherDay() throws {
    let loaded = try SmallYear.loaded(counts: [SmallYear.pudong: 10])
    var session = Session(loaded)
    session.computes = false
    try session.press("< <")
    #expect(session.asked == [Clock.today - 1, Clock.today - 2])
    session.send(.boardComputed(board(loaded, Clock.today - 2), readAt: loaded.snapshot.readAt))
    session.send(.boardComputed(board(loaded, Clock.today - 1), readAt: loaded.snapshot.readAt))
    #expect(session.state.loaded?.board.asOf == Clock.today - 2)
  }

  @Test("the banner never names a day other than the board's")
  func banner() throws {
    let loaded = try SmallYear.loaded(counts: [SmallYear.pudong: 10])
    var session = Session(loaded)
    session.computes = false
    try session.press("<")
    let day = session.state.loaded?.board.asOf.iso ?? ""
    #expect(session.text.contains("截至当日末 " + day) || !session.text.contains("截至当日末"))
  }

  @Test("until a board is there the banner names the day asked for and the day of the figures, on every page")
  func computing() throws {
    let loaded = try SmallYear.loaded(counts: [SmallYear.pudong: 10])
    for page in Page.allCases {
      for (columns, rows) in [(80, 24), (120, 36), (40, 8)] {
        var session = Session(loaded, page, columns, rows)
        session.computes = false
        try session.press("< <")
        #expect(session.text.contains("正在计算 " + (Clock.today - 2).iso), "\(page) \(columns)x\(rows)")
        if columns >= 80 { #expect(session.text.contains("画面仍为 " + Clock.today.iso)) }
        session.send(.boardComputed(board(loaded, Clock.today - 2), readAt: loaded.snapshot.readAt))
        #expect(!session.text.contains("正在计算"))
        #expect(session.text.contains((Clock.today - 2).iso), "\(page) \(columns)x\(rows)")
        // Going back to live, figures of the past are still told as such.
        try session.press(".")
        #expect(session.text.contains("正在计算 " + Clock.today.iso))
        session.send(.boardComputed(loaded.board, readAt: loaded.snapshot.readAt))
        #expect(!session.text.contains("正在计算") && !session.text.contains("历史视图"))
      }
    }
  }

  @Test("midnight in Shanghai asks for a new board, once a minute at most, and a past view never does")
  func midnight() throws {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
    // 15:42 in Shanghai: midnight is 8 hours and 18 minutes away.
    session.wait(8 * 3_600 + 17 * 60 + 59)
    #expect(session.asked.isEmpty)
    session.wait(2)
    #expect(session.asked == [nil])
    #expect(session.state.loaded?.board.asOf == Clock.today + 1)
    session.wait(60)
    #expect(session.asked == [nil])

    try session.press("<")
    let asked = session.asked
    session.wait(Clock.day)
    #expect(session.asked == asked)
    #expect(session.state.loaded?.board.asOf == session.state.asOf)
  }

  @Test("after the period's end the board stays at its last day")
  func periodEnd() throws {
    var session = Session(try SmallYear.loaded())
    session.wait(100 * Clock.day)
    #expect(session.state.loaded?.board.asOf.iso == "2026-12-31")
    let asked = session.asked.count
    session.wait(10 * Clock.day)
    #expect(session.asked.count == asked)
  }

  @Test("a clock that goes back asks for the day it shows")
  func back() throws {
    var session = Session(try SmallYear.loaded())
    session.wait(-3 * Clock.day)
    #expect(session.state.loaded?.board.asOf == Clock.today - 3)
  }
}
