/// The rates of a counted item on each day of the period so far: what the last working days brought, and what was then
/// required (<doc:WorkingDaysRule>).
public struct RateCourse: Hashable, Sendable {
  /// The rates as they stood at the end of a day.
  public struct Point: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// What each of the last 5 working days had brought.
    public let recent5: Double
    /// What each of the last 20 working days had brought.
    public let recent20: Double
    /// What each working day left had to bring; nil without a target or without working days left.
    public let required: Double?
  }

  /// One a day, from the period's first day through the as-of day.
  public let points: [Point]

  /// The rates along a course.
  public init(_ course: BurnUp, calendar: WorkCalendar) {
    let all = calendar.workingDays(after: course.start - 1, through: course.end)
    var works: [Int] = []
    points = course.actual.indices.map { offset in
      if calendar.isWorkingDay(course.start + offset) { works.append(offset) }
      func last(_ count: Int) -> Int64 {
        let first = works.count >= count ? works[works.count - count] : 0
        return course.actual[offset].subtractingSaturated(first > 0 ? course.actual[first - 1] : 0)
      }
      let rates = Rates(
        target: course.target, actual: course.actual[offset], last5: last(5), last20: last(20),
        workingDaysLeft: all - works.count)
      return Point(
        day: course.start + offset, recent5: rates.recent5, recent20: rates.recent20, required: rates.required)
    }
  }
}
