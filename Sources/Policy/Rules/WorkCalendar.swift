/// Working days: Monday to Friday, minus holidays, plus make-up working days (<doc:WorkingDaysRule>).
public struct WorkCalendar: Sendable, Equatable {
  private var exceptions: [Day: CalendarEntry]

  /// A calendar of `entries`; where a day stands twice the first counts.
  public init(_ entries: [CalendarEntry]) {
    exceptions = Dictionary(entries.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The days that differ from their weekday's rule, in order.
  public var entries: [CalendarEntry] { exceptions.values.sorted { $0.day < $1.day } }

  /// Whether people work on `day`.
  public func isWorkingDay(_ day: Day) -> Bool {
    switch exceptions[day]?.kind {
    case .holiday: false
    case .workday: true
    case nil: day.weekday <= 5
    }
  }

  /// The festival or make-up day's name; nil on an ordinary day.
  public func name(of day: Day) -> String? { exceptions[day]?.name }

  /// Working days after `day` through `end`.
  public func workingDays(after day: Day, through end: Day) -> Int {
    var count = 0
    var current = day
    while current < end {
      current = current + 1
      if isWorkingDay(current) { count += 1 }
    }
    return count
  }

  /// The `count`-th last working day on or before `day`, not before `start`; `start` where there have not been so many.
  ///
  /// A count below 1 is taken as 1.
  public func day(workingDaysBack count: Int, from day: Day, notBefore start: Day) -> Day {
    var left = max(1, count)
    var current = day
    while current > start {
      if isWorkingDay(current) {
        left -= 1
        if left == 0 { return current }
      }
      current = current - 1
    }
    return start
  }
}
