import Policy
import Testing

@Suite("Revisions")
struct RevisionsTests {
  private let october = Month(of: Day(number: 20_740))

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test("a month closes with its last day")
  func closes() throws {
    let rule = RevisionRule()
    #expect(october.iso == "2026-10")
    #expect(try !rule.isClosed(october, on: day("2026-10-01")))
    #expect(try !rule.isClosed(october, on: day("2026-10-31")))
    #expect(try rule.isClosed(october, on: day("2026-11-01")))
    #expect(try rule.isClosed(october, on: day("2027-01-01")))
  }

  @Test("or so many days later; fewer than none are none")
  func grace() throws {
    #expect(try !RevisionRule(closesAfterDays: 5).isClosed(october, on: day("2026-11-05")))
    #expect(try RevisionRule(closesAfterDays: 5).isClosed(october, on: day("2026-11-06")))
    #expect(RevisionRule(closesAfterDays: -3) == RevisionRule())
    #expect(!RevisionRule(closesAfterDays: .max).isClosed(october, on: .last - 1))
  }

  @Test("the days are data of the plan")
  func plan() throws {
    let builtIn = try Plan.builtIn()
    #expect(builtIn.thresholds.revisions == RevisionRule())
    let text = SmallPlan.text.replacing("[thresholds]", with: "[thresholds]\nmonth_closes_after_days = 7")
    #expect(try Plan(toml: text, file: "plan.toml").thresholds.revisions == RevisionRule(closesAfterDays: 7))
  }
}
