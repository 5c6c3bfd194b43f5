import Policy
import Testing

@Suite("Scenarios and what it would take")
struct ScenariosTests {
  private func left(_ iso: String = "2026-11-20") throws -> DaysLeft {
    DaysLeft(WorkCalendar(try calendar2026()), after: try day(iso), through: try day("2026-12-31"))
  }

  private func progress(
    _ target: Int64?, _ actual: Int64, recent5: Double = 0, recent20: Double = 3.6, forecast: Forecast? = nil
  ) -> ItemProgress {
    ItemProgress(
      id: training, target: target, source: .file, actual: actual, pace: 0.8877, attainment: nil, lead: nil,
      status: .lagging, required: nil, recent5: recent5, recent20: recent20, multiple: nil, forecast: forecast)
  }

  private func remaining(_ target: Int64?, _ actual: Int64, _ iso: String = "2026-11-20") throws -> RemainingWork? {
    RemainingWork(progress(target, actual), left: try left(iso), thresholds: .standard)
  }

  @Test("the example of the rule's page")
  func example() throws {
    let remaining = try #require(try remaining(1_490, 982))
    #expect(remaining.left.count == 29)
    #expect(remaining.missing == 508)
    #expect(remaining.required == 508.0 / 29)
    let scenario = remaining.at(rate: 25)
    #expect(scenario.yearEnd == 1_707)
    #expect(scenario.share == 1_707.0 / 1_490)
    #expect(scenario.reach == .on(try day("2026-12-21")))
    #expect(scenario.status == .onPace)
    let need = try #require(remaining.need(by: try day("2026-12-11")))
    #expect(need.workingDays == 15)
    #expect(need.rate == 508.0 / 15)
    #expect(need.multiple == 508.0 / 15 / 3.6)
  }

  @Test("what falls short is 关注 down to ten points, 滞后 below")
  func short() throws {
    let remaining = try #require(try remaining(1_000, 710))
    #expect(remaining.at(rate: 10).reach == .on(try day("2026-12-31")))
    #expect(remaining.at(rate: 9.9).reach == .never)
    #expect(remaining.at(rate: 9.9).status == .watch)
    #expect(remaining.at(rate: 6.9).yearEnd == 910.1)
    #expect(remaining.at(rate: 6.9).status == .watch)
    #expect(remaining.at(rate: 6.5).status == .lagging)
    #expect(remaining.at(rate: -3).yearEnd == 623)
    #expect(remaining.at(rate: -3).reach == .never)
  }

  @Test("nothing is missing of a target that is met, or of none at all")
  func met() throws {
    let passed = try #require(try remaining(1_000, 1_200))
    #expect(passed.missing == 0)
    #expect(passed.required == 0)
    #expect(passed.at(rate: 0).reach == .already)
    #expect(passed.at(rate: 0).status == .done)
    #expect(passed.need(by: try day("2026-12-01"))?.rate == 0)
    let zero = try #require(try remaining(0, -5))
    #expect(zero.missing == 0)
    #expect(zero.at(rate: 1).share == nil)
    #expect(try remaining(nil, 10) == nil)
  }

  @Test("a day outside what is left of the period needs nothing; one without working days has no rate")
  func days() throws {
    let remaining = try #require(try remaining(100, 10))
    #expect(remaining.need(by: try day("2026-11-20")) == nil)
    #expect(remaining.need(by: try day("2027-01-01")) == nil)
    let weekend = try #require(remaining.need(by: try day("2026-11-22")))
    #expect(weekend.workingDays == 0)
    #expect(weekend.rate == nil)
    #expect(remaining.need(by: try day("2026-12-31"))?.rate == remaining.required)
  }

  @Test("on the period's last day nothing is left to be done")
  func end() throws {
    let remaining = try #require(try remaining(100, 10, "2026-12-31"))
    #expect(remaining.required == nil)
    #expect(remaining.at(rate: 1_000_000).reach == .never)
    #expect(remaining.at(rate: 1_000_000).yearEnd == 10)
  }

  @Test("the best week is the best whole one of twelve, over its working days, at least five")
  func best() throws {
    let calendar = WorkCalendar(try calendar2026())
    func week(_ iso: String, _ sum: Int64, whole: Bool = true) throws -> CalendarWeek {
      CalendarWeek(start: try day(iso), sum: sum, isWhole: whole)
    }
    func best(_ weeks: [CalendarWeek]) throws -> (Scenarios.Basis, Double)? {
      let progress = progress(1_000, 10)
      let remaining = try #require(RemainingWork(progress, left: try left(), thresholds: .standard))
      return Scenarios(remaining, progress, weeks: weeks, calendar: calendar).rows.dropFirst(2).first.map {
        ($0.basis, $0.scenario.rate)
      }
    }
    // National Day's week had two working days; the week after it six.
    let found = try #require(
      try best([try week("2026-09-28", 40), try week("2026-10-05", 54), try week("2026-10-12", 44)]))
    #expect(found.0 == .bestWeek(try day("2026-10-05")))
    #expect(found.1 == 10.8)
    #expect(try best([try week("2026-11-16", 90, whole: false)]) == nil)
    let tied = try #require(try best([try week("2026-10-12", 45), try week("2026-10-19", 45)]))
    #expect(tied.0 == .bestWeek(try day("2026-10-19")))
    let old = try (0..<13).map { try week("2026-08-24", $0 == 0 ? 900 : 5) }
    #expect(try #require(try best(old)).1 == 1)
  }

  @Test("the forecast's row ends in its median")
  func forecast() throws {
    let progress = progress(1_000, 710, forecast: Forecast(p10: 800, p50: 1_029, p90: 1_200, probability: 0.6))
    let remaining = try #require(RemainingWork(progress, left: try left(), thresholds: .standard))
    let rows = Scenarios(remaining, progress, weeks: [], calendar: WorkCalendar([])).rows
    #expect(rows.map(\.basis) == [.last5, .last20, .forecast])
    #expect(rows.last?.scenario.rate == 11)
    #expect(rows.last?.scenario.yearEnd == 1_029)
  }

  @Test("both ways round agree, whatever the figures")
  func property() throws {
    var numbers = Numbers(seed: 41)
    let first = try day("2026-01-01")
    let calendar = WorkCalendar(try calendar2026())
    for _ in 0..<400 {
      let after = first + Int.random(in: 0..<364, using: &numbers)
      let left = DaysLeft(calendar, after: after, through: first + 364)
      #expect(left.count == calendar.workingDays(after: after, through: first + 364))
      let target = Int64.random(in: 1...900_000, using: &numbers)
      let actual = Int64.random(in: -100..<target, using: &numbers)
      let remaining = try #require(RemainingWork(progress(target, actual), left: left, thresholds: .standard))
      for day in left.days where day.number % 17 == 0 {
        let rate = try #require(remaining.need(by: day)?.rate)
        // What is needed by a day reaches the target on that day and not before; a little less does not by then.
        #expect(remaining.at(rate: rate).reach == .on(day))
        #expect(remaining.at(rate: rate * 0.999).reach != .on(day))
      }
      let rate = Double.random(in: -10...10_000, using: &numbers)
      let scenario = remaining.at(rate: rate)
      #expect((scenario.yearEnd >= Double(target) - 1e-6) == (scenario.reach != .never))
      if case .on(let day) = scenario.reach {
        #expect(try #require(remaining.need(by: day)?.rate) <= rate * (1 + 1e-9))
      }
    }
  }

  @Test("no figure traps")
  func extremes() throws {
    for target in [Int64.min, -1, 0, 1, .max] {
      for actual in [Int64.min, 0, .max] {
        let remaining = try #require(try remaining(target, actual))
        for rate in [Double.nan, .infinity, -.infinity, 0, 1e308, 1e-300] {
          _ = remaining.at(rate: rate)
        }
        for day in [Day.first, remaining.left.after + 1, Day.last] { _ = remaining.need(by: day) }
      }
    }
  }

  @Test("稳 from nine of ten, 盯 from half, 险 below")
  func outlook() {
    let classes = [
      (1, ForecastOutlook.safe), (0.9, .safe), (0.8999, .close), (0.5, .close), (0.4999, .risk), (0, .risk),
    ]
    for (probability, outlook) in classes { #expect(ForecastOutlook(probability: probability) == outlook) }
    #expect(ForecastOutlook(probability: .nan) == .risk)
    #expect(Forecast(p10: 1, p50: 2, p90: 3, probability: 0.7).outlook == .close)
  }
}
