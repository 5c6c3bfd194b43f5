import Policy
import Testing

@Suite struct DocketUpkeepPropertyTests {
  /// Limits that never pass in these tests: whom they hit depends on when a case could first be seen, and so on the days.
  private static func year(_ seed: UInt64) throws -> (upkeep: DocketUpkeep, start: Day, numbers: Numbers) {
    var numbers = Numbers(seed: seed)
    var year = try RandomYear(&numbers)
    year.plan.triage = TriageRules(acknowledgeDays: 300, handleDays: 300, closeDays: 300)
    return (DocketUpkeep(basis: BoardBasis(plan: year.plan, facts: year.facts)), year.plan.periodStart, numbers)
  }

  @Test(arguments: 0..<25) func `however the days are bundled, the docket is the same`(_ seed: UInt64) throws {
    var (upkeep, start, numbers) = try Self.year(seed)
    let (first, last) = (Int.random(in: 0..<60, using: &numbers), 200)
    var daily = SmallDocket()
    for offset in first...last { daily.tend(upkeep, on: start + offset) }
    #expect(daily.refused == 0)
    var bundled = SmallDocket()
    var offset = first
    while true {
      bundled.tend(upkeep, on: start + offset)
      // Several times a day, too.
      if Bool.random(using: &numbers) { bundled.tend(upkeep, on: start + offset) }
      if offset == last { break }
      offset = min(last, offset + Int.random(in: 1..<25, using: &numbers))
    }
    #expect(bundled.entries == daily.entries)
    #expect(bundled.keys == daily.keys)
  }

  @Test(arguments: 0..<25) func `a subject has one case at a time, and nothing is said twice`(_ seed: UInt64) throws {
    var (upkeep, start, numbers) = try Self.year(seed)
    var docket = SmallDocket()
    for offset in 0...200 {
      docket.tend(upkeep, on: start + offset)
      #expect(docket.due(upkeep, on: start + offset).isEmpty)
      #expect(Set(docket.live.map(\.subject)).count == docket.live.count)
      // People strike off what has cleared, and now and then what has not.
      guard let own = docket.live.randomElement(using: &numbers) else { continue }
      if own.state == .review || Int.random(in: 0..<20, using: &numbers) == 0 {
        docket.append(.closed(bySelf: false), groupA, to: own.number, on: start + offset)
      }
    }
    #expect(docket.refused == 0)
    #expect(docket.cases.count > docket.live.count)
  }

  @Test(arguments: 0..<10) func `the rules make something to do`(_ seed: UInt64) throws {
    let (upkeep, start, _) = try Self.year(seed)
    var docket = SmallDocket()
    for offset in 0...300 { docket.tend(upkeep, on: start + offset) }
    let kinds = Set(docket.entries.map(\.deed.fields.kind))
    #expect(kinds.isSuperset(of: ["opened", "recovered", "relapsed"]))
  }
}
