import Policy
import Testing

@Suite struct PaceTests {
  @Test(arguments: [("2026-11-20", 324), ("2026-01-01", 1), ("2026-08-31", 243), ("2026-12-31", 365)])
  func `both ends of the period count`(iso: String, elapsed: Int) throws {
    let pace = Pace(plan: try plan(measures: []), asOf: try day(iso))
    #expect(pace.elapsed == elapsed)
    #expect(pace.total == 365)
    #expect(pace.ratio == Double(elapsed) / 365)
  }

  @Test func `the 20th of November is 88.77 per cent`() throws {
    let pace = Pace(plan: try plan(measures: []), asOf: try day("2026-11-20"))
    #expect((pace.ratio * 10_000).rounded() == 8877)
  }

  @Test func `outside the period it is held at the nearer end`() throws {
    let plan = try plan(measures: [])
    #expect(Pace(plan: plan, asOf: try day("2025-12-31")).ratio == 0)
    #expect(Pace(plan: plan, asOf: try day("2027-05-01")).ratio == 1)
  }

  @Test func `a period that ends before it begins has one day`() throws {
    var plan = try plan(measures: [])
    plan.periodEnd = plan.periodStart - 40
    #expect(Pace(plan: plan, asOf: plan.periodStart) == Pace(elapsed: 1, total: 1))
  }
}
