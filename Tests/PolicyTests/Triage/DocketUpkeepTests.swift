import Policy
import Testing

@Suite struct DocketUpkeepTests {
  /// 徐汇 and 浦东 report each day and are far ahead; 黄浦 lags from 2 March on, ahead of its target before, and again
  /// from `caughtUp` on.
  private func upkeep(caughtUp: String? = nil) throws -> DocketUpkeep {
    let plan = try plan(measures: [[item("M01.01", split: true)]])
    var facts = facts(of: plan)
    for district in three { facts.target(365, for: district.code) }
    for offset in 0..<365 {
      let on = plan.periodStart + offset
      facts.count(2, in: xuhui, on: on)
      facts.count(2, in: pudong, on: on)
      facts.count(0, in: huangpu, on: on)
    }
    // Through 1 March the pace asks for 60, on 2 March for 61: 24.5 is ten points behind then.
    facts.count(24, in: huangpu, on: plan.periodStart)
    if let caughtUp { facts.count(300, in: huangpu, on: try day(caughtUp)) }
    return DocketUpkeep(basis: BoardBasis(plan: plan, facts: facts))
  }

  private func deeds(_ upkeep: DocketUpkeep, _ docket: SmallDocket, on iso: String) throws -> [Deed] {
    docket.due(upkeep, on: try day(iso)).map(\.deed)
  }

  @Test func `lagging opens when it has held at the end of five working days`() throws {
    let upkeep = try upkeep()
    let docket = SmallDocket()
    // 2 to 6 March are Monday to Friday.
    #expect(try deeds(upkeep, docket, on: "2026-03-05") == [])
    let due = docket.due(upkeep, on: try day("2026-03-06"))
    #expect(due.map(\.deed) == [.opened(lagging, items: [training], previous: nil)])
    #expect(due.first?.caseNumber == nil)
    #expect(due.first?.key == "310101\tlagging\t#0\t1")
    #expect(try deeds(upkeep, docket, on: "2026-03-08") == due.map(\.deed))
  }

  @Test func `it clears after two working days, and comes back after two`() throws {
    let upkeep = try upkeep(caughtUp: "2026-03-19")
    var docket = SmallDocket()
    docket.tend(upkeep, on: try day("2026-03-06"))
    #expect(docket.live.map(\.subject) == [lagging])
    docket.tend(upkeep, on: try day("2026-03-19"))
    #expect(docket.live.map(\.state) == [.new])
    docket.tend(upkeep, on: try day("2026-03-20"))
    #expect(docket.live.map(\.state) == [.review])
    #expect(docket.live.map(\.isRecovered) == [true])
    #expect(docket.entries.map(\.deed).last == .recovered)
    let again = try self.upkeep()
    #expect(try deeds(again, docket, on: "2026-03-20") == [.relapsed])
  }

  @Test func `the same docket is tended once, by however many consoles`() throws {
    let upkeep = try upkeep()
    var docket = SmallDocket()
    let on = try day("2026-03-06")
    let (first, second) = (docket.due(upkeep, on: on), docket.due(upkeep, on: on))
    docket.append(first)
    docket.append(second)
    #expect(docket.live.count == 1)
    #expect(docket.refused == 1)
    #expect(docket.due(upkeep, on: on).isEmpty)
  }

  @Test func `what was struck off although it lags is opened again after five working days`() throws {
    let upkeep = try upkeep()
    var docket = SmallDocket()
    docket.tend(upkeep, on: try day("2026-03-06"))
    docket.append(.sentForReview, groupA, to: 1, on: try day("2026-03-09"))
    docket.append(.closed(bySelf: false), groupB, to: 1, on: try day("2026-03-09"))
    docket.tend(upkeep, on: try day("2026-03-13"))
    #expect(docket.live.isEmpty)
    docket.tend(upkeep, on: try day("2026-03-16"))
    #expect(docket.live.map(\.number) == [2])
    #expect(docket.live.map(\.previous) == [1])
  }

  @Test func `a snooze ends on its day, also behind the period`() throws {
    let upkeep = try upkeep()
    var docket = SmallDocket()
    docket.tend(upkeep, on: try day("2026-03-06"))
    docket.append(.snoozed(until: try day("2027-01-20")), groupA, to: 1, on: try day("2026-03-09"))
    #expect(try deeds(upkeep, docket, on: "2027-01-19") == [])
    #expect(try deeds(upkeep, docket, on: "2027-01-20").first == .snoozeEnded)
  }

  @Test func `a limit that passes is one step, once`() throws {
    let upkeep = try upkeep()
    var docket = SmallDocket()
    docket.tend(upkeep, on: try day("2026-03-06"))
    // Three working days after Friday 6 March.
    let limit = try day("2026-03-11")
    #expect(try deeds(upkeep, docket, on: "2026-03-11") == [])
    docket.tend(upkeep, on: limit + 1)
    #expect(docket.entries.map(\.deed).last == .deadlinePassed(limit: limit, to: .reminder))
    #expect(docket.live.map(\.level) == [.reminder])
    docket.tend(upkeep, on: limit + 1)
    docket.tend(upkeep, on: limit + 30)
    #expect(docket.entries.count == 2)
  }

  @Test func `a veto opens at once, and clears at once`() throws {
    let plan = try plan(measures: [[item("M01.01")]])
    var facts = facts(of: plan)
    for district in three {
      for offset in 0..<365 { facts.count(0, in: district.code, on: plan.periodStart + offset) }
    }
    facts.institutions = [Institution(id: "I1", name: "机构", district: xuhui, kind: nil, licensedUntil: nil)]
    let found = try day("2026-03-07")
    facts.findings = [
      FindingRow(institution: "I1", date: found, kind: "资金", veto: true, resolved: found + 9, note: nil)
    ]
    let upkeep = DocketUpkeep(basis: BoardBasis(plan: plan, facts: facts))
    let subject = CaseSubject(xuhui, .institution("I1"))
    var docket = SmallDocket()
    docket.tend(upkeep, on: found)
    #expect(docket.live.map(\.subject) == [subject])
    docket.append(.acknowledged, groupA, to: 1, on: found)
    docket.tend(upkeep, on: found + 9)
    #expect(docket.live.map(\.state) == [.review])
    // Struck off while it was clear: the next one opens at once.
    docket.append(.closed(bySelf: false), groupB, to: 1, on: found + 9)
    facts.findings.append(
      FindingRow(institution: "I1", date: found + 10, kind: "资金", veto: true, resolved: nil, note: nil))
    docket.tend(DocketUpkeep(basis: BoardBasis(plan: plan, facts: facts)), on: found + 10)
    #expect(docket.live.map(\.number) == [2])
  }

  @Test func `days before the period do not count`() throws {
    let plan = try trainingPlan()
    let upkeep = DocketUpkeep(basis: BoardBasis(plan: plan, facts: facts(of: plan)))
    // 4 January is a make-up day: Sunday to Thursday.
    #expect(try deeds(upkeep, SmallDocket(), on: "2026-01-07") == [])
    #expect(try deeds(upkeep, SmallDocket(), on: "2025-12-31") == [])
    let due = SmallDocket().due(upkeep, on: try day("2026-01-08"))
    #expect(
      due.map(\.subject) == [
        CaseSubject(huangpu, .silence), CaseSubject(xuhui, .silence), CaseSubject(pudong, .silence),
      ])
  }
}
