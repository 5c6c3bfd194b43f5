import Policy
import Testing

@Suite struct ProgressTotalsTests {
  private func totals() throws -> ProgressTotals {
    let plan = try plan(measures: [[item("M01.01"), item("M01.02")]])
    return ProgressTotals(plan: plan, districts: three)
  }

  @Test func `axes begin with the city and follow the items' ids`() throws {
    let totals = try totals()
    #expect(totals.districts == [city, huangpu, xuhui, pudong])
    #expect(totals.index(of: city) == 0)
    #expect(totals.index(of: pudong) == 3)
    #expect(totals.index(of: DistrictCode(rawValue: "?")) == nil)
    #expect(totals.index(of: training) == 0)
    #expect(totals.index(of: ItemID(rawValue: "M09.09")) == nil)
  }

  @Test func `sums hold both ends and stay in their cell`() throws {
    var totals = try totals()
    for (district, item, day, count) in [(1, 0, 0, 5), (1, 0, 9, 7), (1, 1, 9, 100), (2, 0, 9, 1000), (0, 0, 9, 20)] {
      totals.add(district: district, item: item, day: day, count: Int64(count))
    }
    let start = totals.start
    #expect(totals.sum(district: 1, item: 0, from: start, through: start + 9) == 12)
    #expect(totals.sum(district: 1, item: 0, from: start + 1, through: start + 9) == 7)
    #expect(totals.sum(district: 1, item: 0, from: start, through: start + 8) == 5)
    #expect(totals.sum(district: 1, item: 0, from: start - 99, through: start + 9999) == 12)
    #expect(totals.sum(district: 1, item: 0, from: start + 9, through: start) == 0)
    #expect(totals.sum(item: 0, from: start, through: start + 9) == 1032)
    #expect(totals.latest(district: 1, through: start + 8) == start)
    #expect(totals.hasReported(district: 1, from: start, through: start + 8))
    #expect(!totals.hasReported(district: 1, from: start + 1, through: start + 8))
    #expect(!totals.hasReported(district: 3, from: start, through: start + 9))
  }

  @Test func `outside the axes nothing is added and nothing is there`() throws {
    var totals = try totals()
    let empty = totals
    for (district, item, day) in [(4, 0, 0), (-1, 0, 0), (0, 2, 0), (0, -1, 0), (0, 0, 365), (0, 0, -1)] {
      totals.add(district: district, item: item, day: day, count: 1)
      #expect(totals.sum(district: district, item: item, from: totals.start, through: totals.start + 364) == 0)
    }
    #expect(totals == empty)
    #expect(totals.latest(district: 9, through: totals.start) == nil)
  }

  @Test func `counts are held at the ends of the range`() throws {
    var totals = try totals()
    for _ in 0..<2 { totals.add(district: 1, item: 0, day: 0, count: .max) }
    totals.add(district: 2, item: 0, day: 0, count: .max)
    #expect(totals.sum(item: 0, from: totals.start, through: totals.start) == .max)
  }

  @Test func `weeks end with the day, oldest first`() throws {
    var totals = try totals()
    for offset in 0..<365 { totals.add(district: 1, item: 0, day: offset, count: 1) }
    totals.add(district: 2, item: 0, day: 13, count: 10)
    let last = totals.start + 15
    #expect(totals.weekly(district: 1, item: 0, endingAt: last, weeks: 4) == [0, 2, 7, 7])
    #expect(totals.weekly(item: 0, endingAt: last, weeks: 3) == [2, 7, 17])
    #expect(totals.weeklyReported(district: 2, endingAt: last, weeks: 3) == [false, false, true])
    #expect(totals.weekly(district: 1, item: 0, endingAt: last, weeks: -1) == [])
    #expect(totals.weekly(district: 1, item: 0, endingAt: last, weeks: .max).count == 520)
  }

  @Test func `the running sum ends with the day`() throws {
    var totals = try totals()
    totals.add(district: 1, item: 0, day: 0, count: 3)
    totals.add(district: 1, item: 0, day: 2, count: 4)
    totals.add(district: 0, item: 0, day: 2, count: 1)
    let (item, first) = (totals.items[0], totals.districts[1])
    #expect(totals.cumulative(item: item, district: first, through: totals.start + 3) == [3, 3, 7, 7])
    for city in [nil, totals.districts[0]] {
      #expect(totals.cumulative(item: item, district: city, through: totals.start + 2) == [3, 3, 8])
    }
    #expect(totals.cumulative(item: item, district: first, through: totals.start - 1) == [])
    #expect(totals.cumulative(item: item, district: first, through: totals.start + 9999).count == 365)
  }
}
