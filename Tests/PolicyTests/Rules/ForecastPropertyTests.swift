import Policy
import Testing

/// What holds of the forecast whatever is counted.
@Suite struct ForecastPropertyTests {
  private func year(_ seed: UInt64, scale: Int64 = 1, garbage: Bool = false) throws -> (plan: Plan, facts: Facts) {
    var numbers = Numbers(seed: seed)
    let plan = try plan(measures: [[item("M01.01", target: 900, split: true)]], districts: sixteen)
    var facts = facts(of: plan)
    for district in sixteen {
      let density = Int.random(in: 1...40, using: &numbers)
      let from = Int.random(in: 0..<200, using: &numbers) - 100
      for offset in max(0, from)..<365 where Int.random(in: 0..<density, using: &numbers) == 0 {
        let least: Int64 = garbage && Int.random(in: 0..<9, using: &numbers) == 0 ? -2_000 : 1
        var count = Int64.random(in: least...60, using: &numbers) * scale
        if garbage, Int.random(in: 0..<500, using: &numbers) == 0 {
          count = [.max, .min].randomElement(using: &numbers) ?? 0
        }
        facts.count(count, in: district.code, on: plan.periodStart + offset)
      }
    }
    return (plan, facts)
  }

  private func all(_ board: Board) -> [ItemProgress] { board.city + board.districts.flatMap(\.items) }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `always finite, in order, a probability, and the same again`(seed: UInt64) throws {
    let year = try year(seed, garbage: true)
    for iso in [
      "2025-12-01", "2026-01-01", "2026-01-06", "2026-01-20", "2026-04-01", "2026-08-08", "2026-12-30", "2027-02-01",
    ] {
      let board = Board(plan: year.plan, facts: year.facts, asOf: try day(iso))
      for item in all(board) {
        let forecast = try #require(item.forecast)
        #expect(forecast.p10.isFinite && forecast.p50.isFinite && forecast.p90.isFinite)
        #expect(forecast.p10 <= forecast.p50 && forecast.p50 <= forecast.p90)
        #expect((0...1).contains(forecast.probability))
        #expect(forecast.p10 >= Double(item.actual).nextDown)
      }
      let again = Board(plan: year.plan, facts: year.facts, asOf: try day(iso))
      #expect(all(board) == all(again))
    }
  }

  @Test func `a higher target is never likelier`() throws {
    var year = try year(7)
    var last = 1.0
    for target in stride(from: Int64(0), through: 8_000, by: 250) {
      year.facts.target(target, for: pudong)
      let board = Board(plan: year.plan, facts: year.facts, asOf: try day("2026-06-01"))
      let forecast = try #require(board.item(in: pudong)?.forecast)
      #expect(forecast.probability <= last)
      // Quantiles and probability are two sides of one distribution.
      if Double(target) < forecast.p10 { #expect(forecast.probability >= 0.9) }
      if Double(target) > forecast.p90 { #expect(forecast.probability <= 0.1) }
      last = forecast.probability
    }
    #expect(last < 0.01)
  }

  @Test func `ten times the counts are ten times the forecast`() throws {
    let small = try year(3)
    let large = try year(3, scale: 10)
    let date = try day("2026-07-02")
    let pairs = zip(
      all(Board(plan: small.plan, facts: small.facts, asOf: date)),
      all(Board(plan: large.plan, facts: large.facts, asOf: date)))
    for (one, ten) in pairs {
      let (one, ten) = (try #require(one.forecast), try #require(ten.forecast))
      for part in [\Forecast.p10, \.p50, \.p90] {
        #expect(abs(ten[keyPath: part] - 10 * one[keyPath: part]) <= 1e-6 * max(1, ten[keyPath: part]))
      }
    }
  }

  @Test func `counts after the day change nothing`() throws {
    var year = try year(5)
    let date = try day("2026-05-15")
    let before = all(Board(plan: year.plan, facts: year.facts, asOf: date))
    year.facts.count(1_000_000, in: pudong, on: date + 1)
    #expect(all(Board(plan: year.plan, facts: year.facts, asOf: date)) == before)
  }

  @Test func `the city is less sure where districts move together`() throws {
    func width(_ together: Bool) throws -> Double {
      var numbers = Numbers(seed: 11)
      let plan = try plan(measures: [[item("M01.01", target: 900)]], districts: sixteen)
      var facts = facts(of: plan)
      for (index, district) in sixteen.enumerated() {
        // Half of the districts double in April; the others do so too, or halve.
        let factor: Int64 = together || index % 2 == 0 ? 4 : 1
        for offset in 0..<181 {
          let classes = offset < 90 ? 2 : factor
          facts.count(
            Int64.random(in: 8...12, using: &numbers) * classes, in: district.code, on: plan.periodStart + offset)
        }
      }
      let board = Board(plan: plan, facts: facts, asOf: try day("2026-06-30"))
      let city = try #require(board.city.first)
      let forecast = try #require(city.forecast)
      return (forecast.p90 - forecast.p10) / (forecast.p50 - Double(city.actual))
    }
    let (together, apart) = (try width(true), try width(false))
    #expect(together > 1.5 * apart)
  }
}
