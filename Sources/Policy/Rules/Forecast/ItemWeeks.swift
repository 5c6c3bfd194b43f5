/// One item's counts through the as-of day in spans of seven days that end with it, place by place.
///
/// Whole weeks hold one of each weekday, so that a day on which a district reports does not matter. The days that the first
/// span has left over belong to it.
struct ItemWeeks {
  /// Spans; at least 1.
  let weeks: Int
  /// Places, the city's own office first.
  let places: Int
  /// What each place counted through the as-of day, held at the ends of `Int64` like the board's.
  let totals: [Int64]
  /// Sums by place, then span.
  let sums: [Double]
  /// How much work falls into each span, in working days; never 0.
  let exposure: [Double]
  /// How the whole period's work spreads.
  let period: Exposure

  /// - Parameters:
  ///   - column: position on the item axis.
  ///   - elapsed: days from the period's start through the as-of day, 1…days of the calendar.
  init(progress: ProgressTotals, column: Int, profile: [Double]?, calendar: ForecastCalendar, elapsed: Int) {
    let starts = ItemWeeks.starts(elapsed: elapsed)
    let weeks = starts.count - 1
    let places = progress.districts.count
    var sums = [Double](repeating: 0, count: places * weeks)
    var totals = [Int64](repeating: 0, count: places)
    var onWorkingDays = 0.0
    var onOtherDays = 0.0
    let spans = (0..<weeks).map { starts[$0]..<max(starts[$0], min(starts[$0 + 1], progress.days)) }
    let daysOff = spans.map { span in span.filter { !calendar.works[$0] } }
    progress.forEachCourse(ofItem: column) { place, course in
      for (week, span) in spans.enumerated() {
        let (all, other) = course.isExact ? course.sums(span, daysOff[week]) : course.heldSums(span, calendar.works)
        sums[place * weeks + week] = all
        onWorkingDays += all - other
        onOtherDays += other
      }
      totals[place] =
        course.isExact
        ? course.sum(0..<min(elapsed, progress.days))
        : (0..<min(elapsed, progress.days)).reduce(0) { $0.addingSaturated(course[$1]) }
    }
    let working = calendar.works.prefix(elapsed).count { $0 }
    let rest = ItemWeeks.rest(
      working: max(0, onWorkingDays), days: working, other: max(0, onOtherDays), otherDays: elapsed - working)
    let period = Exposure(calendar: calendar, rest: rest, profile: profile)
    exposure = (0..<weeks).map { max(ItemWeeks.leastExposure, period.between(starts[$0], starts[$0 + 1])) }
    self.period = period
    self.weeks = weeks
    self.places = places
    self.sums = sums
    self.totals = totals
  }

  /// A week of festival in which something was counted all the same must not count for a flood.
  private static let leastExposure = 0.3

  /// First day of each span, and the day behind the last.
  private static func starts(elapsed: Int) -> [Int] {
    guard elapsed >= 14 else { return [0, elapsed] }
    return [0] + stride(from: 7 + elapsed % 7, through: elapsed, by: 7)
  }

  /// What a day off brings of what a working day brings, 0…1: seen in the item's own counts.
  ///
  /// Far more than a working day means that counts are only written down on days off; what they count was done before.
  private static func rest(working: Double, days: Int, other: Double, otherDays: Int) -> Double {
    guard other > 0, otherDays > 0, working > 0, days > 0 else { return 0 }
    let share = other / Double(otherDays) / (working / Double(days))
    return share > 2 ? 0 : min(1, share)
  }
}

extension ProgressTotals.Course {
  /// What a span of days brought, and what of it the days off did.
  fileprivate func sums(_ span: Range<Int>, _ daysOff: [Int]) -> (all: Double, other: Double) {
    var other: Int64 = 0
    for day in daysOff { other &+= self[day] }
    return (Double(sum(span)), Double(other))
  }

  /// The same day by day, for counts whose sums would leave their range.
  fileprivate func heldSums(_ span: Range<Int>, _ works: [Bool]) -> (all: Double, other: Double) {
    var sums = (all: 0.0, other: 0.0)
    for day in span {
      sums.all += Double(self[day])
      if !works[day] { sums.other += Double(self[day]) }
    }
    return sums
  }
}
