import Policy
import Testing

@Suite("The course of an item")
struct BurnUpTests {
  private func year() throws -> (plan: Plan, facts: Facts) {
    let plan = try plan(measures: [[item("M01.01", target: 600, split: true), item("M02.01", target: 60)]])
    var facts = facts(of: plan)
    var numbers = Numbers(seed: 7)
    for place in [city, huangpu, xuhui, pudong] {
      for offset in stride(from: 0, to: 365, by: 3) {
        facts.count(
          Int64.random(in: -1...5, using: &numbers), in: place, on: plan.periodStart + offset)
      }
    }
    return (plan, facts)
  }

  @Test("its last sum is the board's, for the city and every district, on any day")
  func sums() throws {
    let (plan, facts) = try year()
    for iso in ["2026-01-01", "2026-03-02", "2026-11-20", "2026-12-31"] {
      let day = try day(iso)
      let board = Board(plan: plan, facts: facts, asOf: day)
      for code in [huangpu, xuhui, pudong] {
        let progress = try #require(board.item(in: code))
        let course = BurnUp(
          plan: plan, facts: facts, asOf: day, item: training, district: code, target: progress.target)
        #expect(course.actual.count == day - plan.periodStart + 1)
        #expect(course.actual.last == progress.actual)
        #expect(course.published == [])
        let rates = try #require(RateCourse(course, calendar: facts.calendar).points.last)
        #expect(rates.day == day)
        #expect(rates.recent5 == progress.recent5)
        #expect(rates.recent20 == progress.recent20)
        #expect(rates.required == progress.required)
      }
      let whole = try #require(board.city.first)
      for code in [nil, city] {
        let course = BurnUp(plan: plan, facts: facts, asOf: day, item: training, district: code, target: whole.target)
        #expect(course.actual.last == whole.actual)
        #expect(course.pace(on: day) == 600 * whole.pace)
        #expect(course.fan?.points.last?.day == (day < plan.periodEnd ? plan.periodEnd : nil))
      }
    }
  }

  @Test("every point of the rates is the board's of its day")
  func rates() throws {
    let (plan, facts) = try year()
    let course = BurnUp(
      plan: plan, facts: facts, asOf: plan.periodEnd, item: training, district: nil, target: 600)
    let points = RateCourse(course, calendar: facts.calendar).points
    #expect(points.count == 365)
    for offset in stride(from: 0, to: 365, by: 23) {
      let board = Board(plan: plan, facts: facts, asOf: plan.periodStart + offset)
      let progress = try #require(board.city.first)
      #expect(points[offset].recent5 == progress.recent5)
      #expect(points[offset].recent20 == progress.recent20)
      #expect(points[offset].required == progress.required)
    }
  }

  @Test("what is unknown has no course; a day outside the period is held inside")
  func unknown() throws {
    let (plan, facts) = try year()
    let nobody = DistrictCode(rawValue: "999999")
    let nothing = ItemID(rawValue: "M99.99")
    func course(_ item: ItemID, _ code: DistrictCode?, _ day: Day) -> BurnUp {
      BurnUp(plan: plan, facts: facts, asOf: day, item: item, district: code, target: nil)
    }
    #expect(course(training, nobody, plan.periodEnd).actual == [])
    #expect(course(nothing, nil, plan.periodEnd).actual == [])
    #expect(course(training, nil, plan.periodStart - 400).actual.count == 1)
    #expect(course(training, nil, Day.last).actual.count == 365)
    #expect(course(training, nil, plan.periodEnd).fan == nil)
    #expect(course(training, nil, plan.periodEnd).pace(on: plan.periodEnd) == nil)
    #expect(RateCourse(course(nothing, nil, plan.periodEnd), calendar: facts.calendar).points == [])
  }

  @Test("weeks run from Monday, are whole once Sunday has passed, and add up to the sum")
  func weeks() throws {
    let (plan, facts) = try year()
    let day = try day("2026-11-18")
    let weeks = facts.progress.weeks(item: training, district: xuhui, through: day, count: 80)
    #expect(weeks.allSatisfy { $0.start.weekday == 1 })
    #expect(weeks.first?.start == (try self.day("2025-12-29")))
    #expect(weeks.first?.isWhole == false)
    #expect(weeks.last?.isWhole == false)
    #expect(weeks.dropFirst().dropLast().allSatisfy { $0.isWhole })
    let board = Board(plan: plan, facts: facts, asOf: day)
    #expect(weeks.reduce(0) { $0 + $1.sum } == board.item(in: xuhui)?.actual)
    #expect(facts.progress.weeks(item: training, district: nil, through: day, count: 0) == [])
    #expect(facts.progress.weeks(item: training, district: nil, through: day + 4, count: 1).first?.isWhole == true)
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
}
