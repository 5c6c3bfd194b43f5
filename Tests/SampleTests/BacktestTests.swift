import Policy
import Sample
import Testing

/// The forecast on years that it was not fitted to.
@Suite struct BacktestTests {
  @Test func `the 80 % interval holds four in five, and the middle beats both straight lines`() throws {
    let rows = Backtest.madeUp(plan: try Plan.builtIn(), years: 3, seed: 1)
    let all = try #require(rows.last)
    #expect(rows.count == BacktestProcess.allCases.count + 1)
    for quarter in all.quarters {
      let coverage = try #require(quarter.districts.coverage)
      #expect((0.75...0.90).contains(coverage))
      #expect(try #require(quarter.districts.errorOverDays) < 1)
      #expect(try #require(quarter.districts.errorOverWorkingDays) < 1)
      #expect(try #require(quarter.city.coverage) > 0.65)
      #expect(quarter.districts.forecasts > 500)
    }
  }

  @Test func `a seed means the same years, another one others`() throws {
    let plan = try Plan.builtIn()
    func rows(_ seed: UInt64) -> [[Backtest.Quarter]] {
      Backtest.madeUp(plan: plan, processes: [.mixture], years: 1, seed: seed).map(\.quarters)
    }
    #expect(rows(1) == rows(1))
    #expect(rows(1) != rows(2))
  }
}
