import Policy
import Testing

@Suite struct ForecastFanTests {
  private func year() throws -> (plan: Plan, facts: Facts) {
    var numbers = Numbers(seed: 1)
    let plan = try plan(measures: [[item("M01.01", target: 6_000, split: true), item("M01.02")]])
    var facts = facts(of: plan)
    for district in three {
      for offset in 0..<300 where Int.random(in: 0..<4, using: &numbers) == 0 {
        facts.count(Int64.random(in: 15...60, using: &numbers), in: district.code, on: plan.periodStart + offset)
      }
    }
    return (plan, facts)
  }

  @Test(arguments: ["2026-01-01", "2026-03-08", "2026-07-01", "2026-12-25", "2026-12-30", "2026-12-31"])
  func `begins at what was counted and ends in the board's figures`(iso: String) throws {
    let (plan, facts) = try year()
    let date = try day(iso)
    let board = Board(plan: plan, facts: facts, asOf: date)
    let rows: [(DistrictCode?, ItemProgress?)] = [(nil, board.city.first), (pudong, board.item(in: pudong))]
    for (district, row) in rows {
      let fan = try #require(ForecastFan(plan: plan, facts: facts, asOf: date, item: training, district: district))
      let row = try #require(row)
      let forecast = try #require(row.forecast)
      let (first, last) = (try #require(fan.points.first), try #require(fan.points.last))
      #expect(
        first == ForecastFan.Point(day: date, p10: Double(row.actual), p50: Double(row.actual), p90: Double(row.actual))
      )
      #expect([last.p10, last.p50, last.p90] == [forecast.p10, forecast.p50, forecast.p90])
      #expect(last.day == plan.periodEnd)
      for (point, next) in zip(fan.points, fan.points.dropFirst()) {
        #expect(point.day < next.day && next.day - point.day <= 7)
        #expect(point.p10 <= next.p10 && point.p50 <= next.p50 && point.p90 <= next.p90)
        #expect(next.p10 <= next.p50 && next.p50 <= next.p90)
      }
    }
  }

  @Test func `without a target there is a fan, without the item or the district none`() throws {
    let (plan, facts) = try year()
    let date = try day("2026-07-01")
    func fan(_ id: String, _ district: DistrictCode?) -> ForecastFan? {
      ForecastFan(plan: plan, facts: facts, asOf: date, item: ItemID(rawValue: id), district: district)
    }
    #expect(fan("M01.02", nil) != nil)
    #expect(fan("M01.01", city) == fan("M01.01", nil))
    #expect(fan("M09.99", nil) == nil)
    #expect(fan("M01.01", DistrictCode(rawValue: "999999")) == nil)
  }
}
