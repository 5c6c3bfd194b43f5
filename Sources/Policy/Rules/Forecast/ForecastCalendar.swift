/// The period's days as the forecast sees them, looked up once for all items.
struct ForecastCalendar: Sendable {
  /// The period's first day.
  let start: Day
  /// Whether each day of the period is a working day; at least one day.
  let works: [Bool]

  /// The period runs from `start` through `end`.
  init(start: Day, end: Day, calendar: WorkCalendar) {
    self.start = start
    works = (0...max(0, end - start)).map { calendar.isWorkingDay(start + $0) }
  }

  /// Day indices of one of `count` parts of the period: the months of a calendar year, equal parts of any other period.
  func part(_ index: Int, of count: Int) -> Range<Int> {
    let low = bound(index, count)
    return low..<max(low, bound(index + 1, count))
  }

  private func bound(_ part: Int, _ count: Int) -> Int {
    guard count == 12, start.adding(months: 12) - start == works.count else { return works.count * part / count }
    return min(works.count, max(0, start.adding(months: part) - start))
  }
}
