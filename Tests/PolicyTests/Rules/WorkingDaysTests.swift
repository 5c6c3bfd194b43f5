import Policy
import Testing

@Suite struct WorkingDaysTests {
  private func windows(_ iso: String) throws -> RateWindows {
    let plan = try plan(measures: [])
    return RateWindows(plan: plan, calendar: WorkCalendar(plan.calendar), asOf: try day(iso))
  }

  @Test(arguments: [("2026-08-31", 84), ("2026-11-20", 29), ("2026-12-30", 1), ("2026-12-31", 0), ("2027-03-01", 0)])
  func `working days left in the calendar of 2026`(iso: String, left: Int) throws {
    #expect(try windows(iso).workingDaysLeft == left)
  }

  @Test func `a holiday rests, a make-up day works, names are kept`() throws {
    let calendar = WorkCalendar(try calendar2026())
    #expect(!calendar.isWorkingDay(try day("2026-02-16")))
    #expect(calendar.isWorkingDay(try day("2026-02-28")))
    #expect(calendar.isWorkingDay(try day("2026-03-06")))
    #expect(!calendar.isWorkingDay(try day("2026-03-07")))
    #expect(calendar.name(of: try day("2026-02-28")) == "上班")
    #expect(calendar.name(of: try day("2026-03-06")) == nil)
  }

  @Test func `windows reach over weekends and festivals`() throws {
    // Back from Monday 2 March: 2 March, Saturday 28 February (made up), 27, 26, 25.
    let march = try windows("2026-03-02")
    #expect(march.first5 == (try day("2026-02-25")))
    // … 24, then 14 (made up) over the festival, 13–9, 6–2 February, 30–28 January.
    #expect(march.first20 == (try day("2026-01-28")))
    // On a Sunday the fifth last is the Monday before.
    #expect(try windows("2026-03-15").first5 == (try day("2026-03-09")))
  }

  @Test func `before there have been enough days the window begins with the period`() throws {
    let early = try windows("2026-01-06")
    #expect(early.first5 == (try day("2026-01-01")))
    #expect(early.first20 == (try day("2026-01-01")))
    // The fifth working day is 8 January; the window then begins with the first one.
    #expect(try windows("2026-01-08").first5 == (try day("2026-01-04")))
  }

  @Test func `what is asked for far outside the period ends`() throws {
    var plan = try plan(measures: [])
    let calendar = WorkCalendar([])
    for number in [Int32.min, Int32.max] {
      let windows = RateWindows(plan: plan, calendar: calendar, asOf: Day(number: number))
      #expect(windows.workingDaysLeft == (number < 0 ? 261 : 0))
    }
    plan.periodEnd = plan.periodStart - 9
    #expect(RateWindows(plan: plan, calendar: calendar, asOf: plan.periodStart).workingDaysLeft == 0)
  }
}

@Suite struct RatesTests {
  @Test func `required, recent and multiple of a worked example`() {
    let rates = Rates(target: 1000, actual: 400, last5: 35, last20: 100, workingDaysLeft: 84)
    #expect(rates.required == 600.0 / 84)
    #expect(rates.recent5 == 7)
    #expect(rates.recent20 == 5)
    #expect(rates.multiple == 600.0 / 84 / 5)
  }

  @Test func `nothing is required without a target or without days`() {
    let bare = Rates(target: nil, actual: 400, last5: 5, last20: 20, workingDaysLeft: 84)
    #expect(bare.required == nil && bare.multiple == nil && bare.recent5 == 1 && bare.recent20 == 1)
    let late = Rates(target: 1000, actual: 400, last5: 5, last20: 20, workingDaysLeft: 0)
    #expect(late.required == nil && late.multiple == nil)
  }

  @Test func `a target that is met requires nothing and has no multiple`() {
    for (target, actual) in [(100, 100), (100, 120), (0, 0), (0, -5)] as [(Int64, Int64)] {
      let rates = Rates(target: target, actual: actual, last5: 5, last20: 20, workingDaysLeft: 10)
      #expect(rates.required == 0 && rates.multiple == nil)
    }
  }

  @Test func `no multiple while nothing came in`() {
    #expect(Rates(target: 9, actual: 0, last5: 0, last20: 0, workingDaysLeft: 3).multiple == nil)
    #expect(Rates(target: 9, actual: 0, last5: 0, last20: -4, workingDaysLeft: 3).multiple == nil)
    #expect(Rates(target: 9, actual: 0, last5: 0, last20: -4, workingDaysLeft: 3).recent20 == -0.2)
  }

  @Test func `a correction of more than the range holds is held`() {
    let rates = Rates(target: .max, actual: .min, last5: .min, last20: .max, workingDaysLeft: 1)
    #expect(rates.required == Double(Int64.max))
  }

  @Test func `counts of weekends are in the window and the divisor stays n`() throws {
    let plan = try plan(measures: [[item("M01.01", target: 1000)]])
    var facts = facts(of: plan)
    facts.count(100, in: huangpu, on: try day("2026-02-24"))
    facts.count(10, in: huangpu, on: try day("2026-02-25"))
    facts.count(20, in: xuhui, on: try day("2026-03-01"))
    facts.count(5, in: city, on: try day("2026-03-02"))
    facts.count(999, in: pudong, on: try day("2026-03-03"))
    let board = Board(plan: plan, facts: facts, asOf: try day("2026-03-02"))
    let row = try #require(board.city.first)
    #expect(row.actual == 135)
    #expect(row.recent5 == 7)
    #expect(row.recent20 == 6.75)
    #expect(row.required == 865.0 / Double(board.workingDaysLeft))
    #expect(board.item(in: huangpu)?.recent5 == 2)
    // Three working days into the year, everything is still divided by five.
    facts.count(30, in: huangpu, on: try day("2026-01-01"))
    #expect(Board(plan: plan, facts: facts, asOf: try day("2026-01-06")).city.first?.recent5 == 6)
  }
}
