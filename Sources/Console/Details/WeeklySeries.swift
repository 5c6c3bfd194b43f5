import Policy

/// Sums of an item by calendar week (Monday to Sunday), up to the board's day; the current week is not whole.
struct WeeklySeries {
  /// The Monday of each week, oldest first.
  let starts: [Day]
  /// The sum of each week.
  let values: [Int64]

  init(loaded: Loaded, item: ItemID, district code: DistrictCode, weeks: Int) {
    let totals = loaded.snapshot.facts.progress
    let last = loaded.board.asOf
    let monday = last - (last.weekday - 1)
    var starts: [Day] = []
    var values: [Int64] = []
    let axis = totals.items.firstIndex(of: item)
    let districts =
      code == loaded.snapshot.plan.cityCode
      ? Array(totals.districts.indices) : totals.districts.firstIndex(of: code).map { [$0] } ?? []
    for back in stride(from: max(1, weeks) - 1, through: 0, by: -1) {
      let start = monday - back * 7
      guard start + 6 >= loaded.snapshot.plan.periodStart, let axis else { continue }
      let end = min(start + 6, last)
      var sum: Int64 = 0
      for district in districts {
        sum = sum.addingSaturated(totals.sum(district: district, item: axis, from: start, through: end))
      }
      starts.append(start)
      values.append(sum)
    }
    self.starts = starts
    self.values = values
  }
}
