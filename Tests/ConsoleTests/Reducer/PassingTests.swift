import Console
import Policy
import Screen
import Testing

@Suite("What goes away by itself")
struct PassingTests {
  @Test("messages go when the clock says so, not before")
  func toasts() throws {
    let happenings: [(Event, Double)] = [
      (.exported(path: "a.txt"), 8), (.exportFailed(reason: "full"), 10), (.copied(path: nil), 6),
    ]
    for (event, seconds) in happenings {
      var session = Session(try SmallYear.loaded())
      session.send(event)
      session.wait(seconds - 0.1)
      #expect(session.state.toast != nil)
      session.wait(0.1)
      #expect(session.state.toast == nil)
    }
  }

  @Test("a newer message takes the older one's place and has its own time")
  func newer() throws {
    var session = Session(try SmallYear.loaded())
    session.send(.exported(path: "a.txt"))
    session.wait(7)
    session.send(.copied(path: nil))
    session.wait(5)
    #expect(session.state.toast?.text.string == "已复制")
    session.wait(1)
    #expect(session.state.toast == nil)
  }

  @Test("figures that moved stay marked for twelve seconds")
  func highlights() throws {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
    session.send(.snapshotArrived(try SmallYear.loaded(counts: [SmallYear.pudong: 60], after: 10)))
    let key = TargetKey(district: SmallYear.pudong, item: SmallYear.training)
    #expect(session.state.highlights.deltas == [key: 50])
    session.wait(11.9)
    #expect(session.state.highlights.deltas == [key: 50])
    session.wait(0.1)
    #expect(session.state.highlights.deltas.isEmpty)
  }

  @Test("a figure that went down is marked with its sign")
  func down() throws {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 60]))
    session.send(.snapshotArrived(try SmallYear.loaded(counts: [SmallYear.pudong: 10], after: 10)))
    #expect(session.text.contains("-50 "))
  }

  @Test("in a past view nothing is marked")
  func past() throws {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
    try session.press("<")
    session.wait(60)
    let later = try SmallYear.loaded(counts: [SmallYear.pudong: 60], after: 10)
    session.send(.snapshotArrived(Directories.loaded(later.snapshot, asOf: Clock.today - 1)))
    #expect(session.state.highlights.deltas.isEmpty)
  }

  @Test("the same records again mark nothing")
  func same() throws {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
    let before = session.text
    session.send(.snapshotArrived(try SmallYear.loaded(counts: [SmallYear.pudong: 10], after: 10)))
    #expect(session.state.highlights.deltas.isEmpty)
    #expect(session.text == before)
  }

  @Test("clocks that show nonsense draw something and trap nothing")
  func nonsense() throws {
    for now in [-1e30, -1e15, -86_400, 0, 1e12, 1e15, 1e30, Double.infinity, -Double.infinity, Double.nan] {
      var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
      session.send(.clockTicked(now))
      for page in Page.allCases {
        session.state.page = page
        #expect(faults(of: session.frame, size: session.state.size) == [])
      }
      #expect(session.state.secondsToNextTick > 0)
    }
  }
}
