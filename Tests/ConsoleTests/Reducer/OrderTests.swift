import Console
import Policy
import Screen
import Testing

@Suite("Rows hold still under a person's hands")
struct OrderTests {
  /// All districts have done everything but the one, so that it comes first.
  private func year(worst: DistrictCode, after: Double) throws -> Loaded {
    try SmallYear.loaded(counts: [worst: 10], done: true, after: after)
  }

  @Test("for five seconds after a key a new snapshot leaves the order, then a tick sorts")
  func holds() throws {
    var session = Session(try year(worst: SmallYear.jingan, after: 0))
    let before = session.state.districtOrder
    #expect(before.first == SmallYear.jingan)
    try session.press("j")
    session.wait(1)
    session.send(.snapshotArrived(try year(worst: SmallYear.pudong, after: 10)))
    #expect(session.state.districtOrder == before)
    session.wait(3.9)
    #expect(session.state.districtOrder == before)
    session.wait(0.2)
    #expect(session.state.districtOrder.first == SmallYear.pudong)
  }

  @Test("without a key the order follows at once")
  func follows() throws {
    var session = Session(try year(worst: SmallYear.jingan, after: 0))
    session.wait(60)
    session.send(.snapshotArrived(try year(worst: SmallYear.pudong, after: 10)))
    #expect(session.state.districtOrder.first == SmallYear.pudong)
  }

  @Test("the wait for the next tick ends when the hold does, and is never zero")
  func nextTick() throws {
    var session = Session(try year(worst: SmallYear.jingan, after: 0))
    try session.press("j")
    session.send(.snapshotArrived(try year(worst: SmallYear.pudong, after: 10)))
    #expect(abs(session.state.secondsToNextTick - 5) < 0.001)
    session.wait(session.state.secondsToNextTick)
    #expect(session.state.districtOrder.first == SmallYear.pudong)
    for seconds in [0, 0.5, 11, 59.999, 3_600] {
      session.wait(seconds)
      #expect(session.state.secondsToNextTick > 0)
      #expect(session.state.secondsToNextTick <= 60)
    }
  }

  @Test("an idle console waits a whole minute")
  func idle() throws {
    let session = Session(try year(worst: SmallYear.jingan, after: 0))
    #expect(session.state.secondsToNextTick == 60)
  }

  @Test("the board of another day does not move rows under a hand either")
  func midnight() throws {
    var session = Session(try year(worst: SmallYear.jingan, after: 0))
    try session.press("s")
    session.type("代码")
    try session.press("Enter")
    #expect(session.state.districtOrder == session.state.districtOrder.sorted())
    try session.press("j j")
    let row = session.selected
    session.wait(Clock.day)
    #expect(session.asked.last == .some(nil))
    #expect(session.selected == row)
  }
}
