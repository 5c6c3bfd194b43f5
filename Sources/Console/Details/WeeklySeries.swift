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
    let axis = totals.index(of: item)
    let district = code == loaded.snapshot.plan.cityCode ? nil : totals.index(of: code)
    for back in stride(from: max(1, weeks) - 1, through: 0, by: -1) {
      let start = monday - back * 7
      guard start + 6 >= loaded.snapshot.plan.periodStart, let axis else { continue }
      let end = min(start + 6, last)
      let sum =
        district.map { totals.sum(district: $0, item: axis, from: start, through: end) }
        ?? totals.sum(item: axis, from: start, through: end)
      starts.append(start)
      values.append(sum)
    }
    self.starts = starts
    self.values = values
  }
}
