import Policy
import Testing

@Suite struct MilestoneStateTests {
  private func status(_ due: String?, _ done: String?, asOf: String) throws -> MilestoneStatus {
    MilestoneState(
      due: try due.map { try day($0) }, done: try done.map { try day($0) }, asOf: try day(asOf), dueSoonDays: 30
    ).status
  }

  @Test func `done in time, done late, and not done before its day`() throws {
    #expect(try status("2026-06-30", "2026-06-30", asOf: "2026-07-01") == .done)
    #expect(try status("2026-06-30", "2026-07-01", asOf: "2026-07-01") == .doneLate)
    #expect(try status("2026-06-30", "2026-07-02", asOf: "2026-07-01") == .overdue)
    let early = MilestoneState(
      due: try day("2026-06-30"), done: try day("2026-06-20"), asOf: try day("2026-06-19"), dueSoonDays: 30)
    #expect(early.status == .dueSoon && early.done == nil)
  }

  @Test func `due soon from thirty days before through the day itself`() throws {
    #expect(try status("2026-06-30", nil, asOf: "2026-05-30") == .open)
    #expect(try status("2026-06-30", nil, asOf: "2026-05-31") == .dueSoon)
    #expect(try status("2026-06-30", nil, asOf: "2026-06-30") == .dueSoon)
    #expect(try status("2026-06-30", nil, asOf: "2026-07-01") == .overdue)
  }

  @Test func `without a due day it is open or done`() throws {
    #expect(try status(nil, nil, asOf: "2026-07-01") == .open)
    #expect(try status(nil, "2026-06-01", asOf: "2026-07-01") == .done)
    #expect(try status(nil, "2026-08-01", asOf: "2026-07-01") == .open)
  }
}

@Suite struct MilestonesTests {
  private let id = ItemID(rawValue: "M04.01")

  private func row(_ due: String?, _ done: String?, _ district: DistrictCode? = nil) throws -> MilestoneRow {
    MilestoneRow(
      item: id, district: district, due: try due.map { try day($0) }, done: try done.map { try day($0) }, note: nil)
  }

  /// The board of one milestone item, due at the year's end unless told otherwise.
  private func board(
    _ rows: [MilestoneRow], asOf: String, split: Bool = false, due: String? = "2026-12-31", closing: Bool = false
  ) throws -> MilestoneBoard {
    let milestone = item("M04.01", .milestone, split: split, due: try due.map { try day($0) })
    let plan = try plan(measures: closing ? [] : [[milestone]], closing: closing ? [milestone] : [])
    var facts = facts(of: plan)
    facts.milestones = rows
    let board = Board(plan: plan, facts: facts, asOf: try day(asOf))
    if closing { return try #require(board.closing.first) }
    guard case .milestone(let found)? = board.measures.first?.items.first else {
      throw Missing()
    }
    return found
  }

  private struct Missing: Error {}

  @Test func `without a row the plan's due day stands`() throws {
    let board = try board([], asOf: "2026-12-15")
    #expect(board.city == MilestoneState(status: .dueSoon, due: try day("2026-12-31"), done: nil))
    #expect(board.districts.isEmpty)
  }

  @Test func `a row without a due day takes the plan's`() throws {
    let board = try board([try row(nil, "2026-12-31")], asOf: "2026-12-31")
    #expect(board.city == MilestoneState(status: .done, due: try day("2026-12-31"), done: try day("2026-12-31")))
  }

  @Test func `of recurring rows the earliest undone one that is due counts`() throws {
    let rows = [
      try row("2026-03-31", "2026-03-20"), try row("2026-09-30", nil), try row("2026-06-30", nil),
      try row("2026-12-31", nil),
    ]
    #expect(try board(rows, asOf: "2026-10-15").city.due == (try day("2026-06-30")))
    #expect(try board(rows, asOf: "2026-06-30").city.status == .dueSoon)
    // Nothing due is undone: the next one, done or not.
    #expect(
      try board(rows, asOf: "2026-04-01").city
        == MilestoneState(
          status: .open, due: try day("2026-06-30"), done: nil))
  }

  @Test func `a done after the day leaves its row undone`() throws {
    let rows = [try row("2026-03-31", "2026-05-01"), try row("2026-06-30", nil)]
    #expect(try board(rows, asOf: "2026-04-30").city.status == .overdue)
    #expect(try board(rows, asOf: "2026-05-01").city.due == (try day("2026-06-30")))
  }

  @Test func `when all are past and done the last one counts`() throws {
    let rows = [try row("2026-06-30", "2026-07-09"), try row("2026-03-31", "2026-03-20")]
    let state = try board(rows, asOf: "2026-10-15").city
    #expect(state == MilestoneState(status: .doneLate, due: try day("2026-06-30"), done: try day("2026-07-09")))
  }

  @Test func `where neither row nor plan has a due day it is done or open`() throws {
    #expect(try board([], asOf: "2026-12-31", due: nil).city == MilestoneState(status: .open, due: nil, done: nil))
    let done = try board([try row(nil, "2026-05-01")], asOf: "2026-12-31", due: nil)
    #expect(done.city == MilestoneState(status: .done, due: nil, done: try day("2026-05-01")))
  }

  @Test func `district rows never make the city's status`() throws {
    let rows = [try row("2026-06-30", "2026-05-11", pudong), try row("2026-06-30", "2026-06-11", city)]
    let whole = try board([rows[0]], asOf: "2026-09-01")
    #expect(whole.city.status == .open)
    #expect(whole.districts.map(\.code) == [pudong])
    #expect(try board(rows, asOf: "2026-09-01").city.done == (try day("2026-06-11")))
  }

  @Test func `a split item lists every district`() throws {
    let board = try board([try row("2026-06-30", "2026-05-11", pudong)], asOf: "2026-09-01", split: true)
    #expect(board.districts.map(\.code) == [huangpu, xuhui, pudong])
    #expect(board.districts.map(\.state.status) == [.open, .open, .done])
    #expect(board.districts.last?.state.due == (try day("2026-06-30")))
  }

  @Test func `a closing duty is as bad as its worst district`() throws {
    let due = "2026-06-30"
    func status(_ rows: [MilestoneRow], _ asOf: String) throws -> MilestoneState {
      try board(rows, asOf: asOf, due: due, closing: true).city
    }
    let done = try [huangpu, xuhui].map { try row(due, "2026-05-01", $0) }
    #expect(try status(done, "2026-07-01").status == .overdue)
    #expect(try status(done, "2026-06-30").status == .dueSoon)
    #expect(try status(done, "2026-05-02").status == .open)
    #expect(try status(done + [row(due, "2026-07-02", pudong)], "2026-07-03").status == .doneLate)
    let all = try status(done + [row(due, "2026-06-02", pudong)], "2026-07-03")
    #expect(all == MilestoneState(status: .done, due: try day(due), done: nil))
    // A row of the city alone changes nothing.
    #expect(try status([row(due, "2026-05-01")], "2026-07-01").status == .overdue)
  }
}
