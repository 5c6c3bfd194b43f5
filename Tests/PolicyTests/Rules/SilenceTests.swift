import Policy
import Testing

@Suite struct SilenceTests {
  @Test func `ten days are no silence, eleven are`() throws {
    let latest = try day("2026-03-01")
    #expect(!Thresholds.standard.isSilent(latest: latest, asOf: latest))
    #expect(!Thresholds.standard.isSilent(latest: latest, asOf: latest + 10))
    #expect(Thresholds.standard.isSilent(latest: latest, asOf: latest + 11))
  }

  @Test func `a district that never reported is silent`() throws {
    #expect(Thresholds.standard.isSilent(latest: nil, asOf: try day("2026-01-01")))
  }

  @Test func `a row of any item, even of nothing, breaks the silence, and a later one does not`() throws {
    let plan = try plan(measures: [[item("M01.01", target: 100), item("M01.02")]])
    var facts = facts(of: plan)
    facts.target(50, for: huangpu)
    let other = ItemID(rawValue: "M01.02")
    facts.count(0, other, in: huangpu, on: try day("2026-03-01"))
    facts.count(1, other, in: huangpu, on: try day("2026-04-01"))
    let before = Board(plan: plan, facts: facts, asOf: try day("2026-03-11"))
    #expect(before.districts.first?.latest == (try day("2026-03-01")))
    #expect(before.item(in: huangpu)?.status == .lagging)
    #expect(before.districts.first?.status == .lagging)
    let after = Board(plan: plan, facts: facts, asOf: try day("2026-03-12"))
    #expect(after.item(in: huangpu)?.status == .silent)
    #expect(after.item(other, in: huangpu)?.status == .noTarget)
    #expect(after.districts.first?.status == .silent)
    #expect(after.city.first?.status == .lagging)
  }
}
