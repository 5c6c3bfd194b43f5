import Policy
import Testing

@Suite struct LimitRuleTests {
  let rule: LimitRule

  init() throws {
    let plan = try trainingPlan()
    rule = LimitRule(plan: plan, calendar: WorkCalendar(plan.calendar))
  }

  @Test func `each step has its working days`() throws {
    // Monday; Qingming is 4 to 6 April.
    var entries = try Entries(on: "2026-03-30")
    #expect(
      rule.limit(of: try #require(entries.folded)) == LimitRule.Limit(step: .acknowledge, day: try day("2026-04-02")))
    entries.add(.acknowledged, on: try day("2026-04-03"))
    #expect(rule.limit(of: try #require(entries.folded)) == LimitRule.Limit(step: .handle, day: try day("2026-04-27")))
    entries.add(.sentForReview)
    #expect(rule.limit(of: try #require(entries.folded)) == LimitRule.Limit(step: .close, day: try day("2026-05-14")))
    entries.add(.closed(bySelf: false), groupB)
    #expect(rule.limit(of: try #require(entries.folded)) == nil)
  }

  @Test func `days of a snooze do not count`() throws {
    var entries = try Entries(on: "2026-03-02")
    entries.add(.snoozed(until: try day("2026-03-09")), on: try day("2026-03-03"))
    #expect(rule.limit(of: try #require(entries.folded)) == nil)
    entries.add(.snoozeEnded, .system, on: try day("2026-03-09"))
    // Three working days after 2 March without those from 3 to 6 March.
    #expect(rule.limit(of: try #require(entries.folded))?.day == (try day("2026-03-11")))
  }

  @Test func `a granted extension replaces the limit of handling`() throws {
    var entries = try Entries(on: "2026-03-02")
    entries.add(.acknowledged)
    entries.add(.extensionGranted(until: try day("2026-06-01")), groupB)
    #expect(rule.limit(of: try #require(entries.folded))?.day == (try day("2026-06-01")))
    entries.add(.sentForReview)
    #expect(rule.limit(of: try #require(entries.folded)) == LimitRule.Limit(step: .close, day: try day("2026-06-01")))
  }

  @Test func `a calendar without working days ends too`() throws {
    let plan = try trainingPlan()
    let from = try day("2026-03-02")
    let idle = WorkCalendar((0...4000).map { CalendarEntry(day: from + $0, kind: .holiday, name: "") })
    let own = try #require(try Entries(on: "2026-03-02").folded)
    #expect(LimitRule(plan: plan, calendar: idle).limit(of: own)?.day == from + 3660)
  }
}
