import Policy
import Testing

/// Known small cases of the year-end forecast; how well it does is measured by the backtest.
@Suite struct ForecastTests {
  /// A plan of one item, its facts filled by `count` from 2026-01-01 on, a figure for each working day.
  private func steady(
    districts: [DistrictCode] = [huangpu, xuhui, pudong], target: Int64? = 24_900, profile: [Double]? = nil,
    _ count: (DistrictCode, Day) -> Int64 = { _, _ in 100 }
  ) throws -> (plan: Plan, facts: Facts) {
    var item = item("M01.01")
    item.profile = profile
    let plan = try plan(measures: [[item]])
    var facts = facts(of: plan)
    for district in districts {
      if let target { facts.target(target, for: district) }
      var current = plan.periodStart
      while current <= plan.periodEnd {
        if facts.calendar.isWorkingDay(current) { facts.count(count(district, current), in: district, on: current) }
        current = current + 1
      }
    }
    return (plan, facts)
  }

  private func forecast(
    _ year: (plan: Plan, facts: Facts), _ district: DistrictCode = huangpu, asOf iso: String
  ) throws -> Forecast {
    let board = Board(plan: year.plan, facts: year.facts, asOf: try day(iso))
    return try #require(board.item(in: district)?.forecast)
  }

  @Test(arguments: ["2026-04-01", "2026-07-02", "2026-10-01", "2026-11-20"])
  func `the same count every working day goes on, through festivals too`(iso: String) throws {
    let year = try steady()
    let all =
      Double(year.facts.calendar.workingDays(after: year.plan.periodStart - 1, through: year.plan.periodEnd)) * 100
    let forecast = try forecast(year, asOf: iso)
    #expect(abs(forecast.p50 - all) < all * 0.005)
    #expect(forecast.p10 < all && all < forecast.p90)
  }

  @Test func `at the period's end the forecast is what was counted`() throws {
    let year = try steady()
    let board = Board(plan: year.plan, facts: year.facts, asOf: year.plan.periodEnd)
    for item in [board.item(in: huangpu), board.city.first] {
      let item = try #require(item)
      let end = Double(item.actual)
      let reached = item.target.map { $0 <= item.actual ? 1.0 : 0 }
      guard let probability = reached else { continue }
      #expect(item.forecast == Forecast(p10: end, p50: end, p90: end, probability: probability))
    }
    #expect(board.item(in: huangpu)?.forecast != nil)
  }

  @Test func `a target that is reached has probability 1, also a target of 0`() throws {
    #expect(try forecast(steady(target: 1), asOf: "2026-03-02").probability == 1)
    #expect(try forecast(steady(target: 0), asOf: "2026-01-01").probability == 1)
    #expect(try forecast(steady(target: 1_000_000), asOf: "2026-03-02").probability < 0.001)
  }

  @Test func `without a target there is no forecast on the board`() throws {
    let year = try steady(target: nil)
    let board = Board(plan: year.plan, facts: year.facts, asOf: try day("2026-07-02"))
    #expect(board.item(in: huangpu)?.forecast == nil)
  }

  @Test func `a district that stopped months ago has stopped, one that counts rarely has not`() throws {
    let stop = try day("2026-03-31")
    let year = try steady { district, day in
      if district == huangpu { return day > stop ? 0 : 100 }
      if district == xuhui { return day.number % 35 == 0 ? 100 : 0 }
      return 100
    }
    let stopped = try forecast(year, huangpu, asOf: "2026-07-02")
    let board = Board(plan: year.plan, facts: year.facts, asOf: try day("2026-07-02"))
    #expect(stopped.p10 == Double(board.item(in: huangpu)?.actual ?? -1))
    #expect(stopped.p50 == stopped.p10)
    let rare = try forecast(year, xuhui, asOf: "2026-07-02")
    #expect(rare.p50 > 1.5 * Double(board.item(in: xuhui)?.actual ?? 0))
  }

  @Test func `who began late is measured from when it began`() throws {
    let begin = try day("2026-04-01")
    let year = try steady { district, day in district == huangpu && day < begin ? 0 : 100 }
    let days = year.facts.calendar.workingDays(after: begin - 1, through: year.plan.periodEnd)
    let forecast = try forecast(year, asOf: "2026-07-02")
    #expect(abs(forecast.p50 - Double(days * 100)) < Double(4 * days))
  }

  @Test func `where nothing was counted yet the target leads, less as time goes by`() throws {
    let year = try steady { _, _ in 0 }
    let first = try forecast(year, asOf: "2026-01-01")
    #expect(first.p10 < first.p50 && first.p50 > 0.9 * 24_900 && first.p50 < first.p90)
    #expect(try forecast(year, asOf: "2026-09-01").p50 == 0)
    #expect(try forecast(year, asOf: "2026-12-31") == Forecast(p10: 0, p50: 0, p90: 0, probability: 0))
  }

  @Test func `a district that has not begun is expected to begin like the others`() throws {
    let year = try steady { district, _ in district == huangpu ? 0 : 100 }
    let early = try forecast(year, asOf: "2026-02-02")
    #expect(early.p50 > 5_000 && early.p50 < 24_900)
    #expect(try forecast(year, asOf: "2026-10-01").p50 == 0)
  }

  @Test func `an earlier year's profile is followed`() throws {
    let year = try steady()
    let front = try steady(profile: [0.1, 0.2, 0.35, 0.5, 0.64, 0.77, 0.82, 0.86, 0.9, 0.94, 0.97, 1])
    let plain = try forecast(year, asOf: "2026-07-02")
    let shaped = try forecast(front, asOf: "2026-07-02")
    let actual = Board(plan: year.plan, facts: year.facts, asOf: try day("2026-07-02")).item(in: huangpu)?.actual
    #expect(shaped.p50 < 0.8 * plain.p50)
    #expect(abs(shaped.p50 * 0.77 - Double(actual ?? 0)) < 0.05 * plain.p50)
  }
}
