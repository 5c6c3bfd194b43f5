import Policy
import Testing

/// Sums over days as they are defined: one count after another, held at the ends of the range.
@Suite struct RunningSumsTests {
  private struct Model {
    var cells: [Int64]
    func sum(_ low: Int, _ high: Int) -> Int64 {
      low > high ? 0 : cells[max(0, low)...min(cells.count - 1, high)].reduce(0) { $0.addingSaturated($1) }
    }
  }

  @Test(
    "any span of days is the same sum as one count after another, also at the ends of the range",
    arguments: 0..<40 as Range<UInt64>)
  func spans(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed &+ 11)
    let plan = try plan(measures: [[item("M01.01"), item("M01.02")]])
    var totals = ProgressTotals(plan: plan, districts: three)
    var models = Array(repeating: Model(cells: Array(repeating: 0, count: 365)), count: 8)
    // Half of the seeds stay small, the others come to the ends of the range.
    let extremes: [Int64] = seed % 2 == 0 ? [] : [.max, .min, .max - 3, .min + 5, .max / 2, .min / 2]
    for _ in 0..<60 {
      let (district, item) = (Int.random(in: 0..<4, using: &numbers), Int.random(in: 0..<2, using: &numbers))
      let day = Int.random(in: 0..<365, using: &numbers)
      let count = extremes.randomElement(using: &numbers) ?? Int64.random(in: -500...500, using: &numbers)
      totals.add(district: district, item: item, day: day, count: count)
      let model = district * 2 + item
      models[model].cells[day] = models[model].cells[day].addingSaturated(count)
    }
    let whole = ProgressTotals(
      start: totals.start, days: 365, items: totals.items, districts: totals.districts,
      counts: models.flatMap(\.cells), reported: totals.reported, trained: [:])
    #expect(whole == totals)
    #expect(whole.counts == models.flatMap(\.cells))
    for _ in 0..<200 {
      let (district, item) = (Int.random(in: 0..<4, using: &numbers), Int.random(in: 0..<2, using: &numbers))
      let (a, b) = (Int.random(in: -9...373, using: &numbers), Int.random(in: -9...373, using: &numbers))
      let (low, high) = (min(a, b), max(a, b))
      let expected = high < 0 || low > 364 ? 0 : models[district * 2 + item].sum(low, high)
      for totals in [totals, whole] {
        #expect(
          totals.sum(district: district, item: item, from: totals.start + low, through: totals.start + high) == expected
        )
      }
    }
  }

  @Test func `the same counts are equal, whatever rows they came from`() throws {
    let plan = try plan(measures: [[item("M01.01")]])
    var once = ProgressTotals(plan: plan, districts: three)
    var often = once
    once.add(district: 1, item: 0, day: 7, count: 5)
    for count in [Int64(9), -7, 3] { often.add(district: 1, item: 0, day: 7, count: count) }
    #expect(once == often)
    often.add(district: 1, item: 0, day: 8, count: 1)
    #expect(once != often)
  }
}
