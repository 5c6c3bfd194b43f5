import Policy
import Testing

@Suite struct PeriodMonthsTests {
  @Test func aYearHasTwelve() throws {
    let months = PeriodMonths(start: try day("2026-01-01"), days: 365)
    #expect(months.count == 12)
    #expect(months.firstDays[1].iso == "2026-02-01")
    #expect(months.lastDay(1).iso == "2026-02-28")
    #expect(months.lastDay(11).iso == "2026-12-31")
    #expect(months.index(of: try day("2026-02-28")) == 1)
    #expect(months.index(of: try day("2025-12-31")) == nil)
    #expect(months.index(of: try day("2027-05-01")) == 11)
  }

  @Test func aPeriodMayBeginAndEndWithinAMonth() throws {
    let months = PeriodMonths(start: try day("2025-11-20"), days: 50)
    #expect(months.firstDays.map(\.iso) == ["2025-11-20", "2025-12-01", "2026-01-01"])
    #expect(months.lastDay(2).iso == "2026-01-08")
  }

  @Test func theShortestAndTheLastPeriodStandStill() throws {
    #expect(PeriodMonths(start: try day("2026-03-31"), days: 0).firstDays.count == 1)
    #expect(PeriodMonths(start: .last, days: 400).count == 1)
  }
}
