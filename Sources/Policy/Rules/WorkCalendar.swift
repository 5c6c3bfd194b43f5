/// Working days: Monday to Friday, minus holidays, plus make-up working days (`rules.md`, Pace and progress).
public struct WorkCalendar: Sendable, Equatable {
  private var exceptions: [Day: CalendarEntry]

  /// A calendar of `entries`; where a day stands twice the first counts.
  public init(_ entries: [CalendarEntry]) {
    exceptions = Dictionary(entries.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
  }

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
    guard day < end else { return 0 }
    var count = 0
    var next = day + 1
    while next <= end {
      if isWorkingDay(next) { count += 1 }
      next = next + 1
    }
    return count
  }

  /// The `count`-th last working day on or before `day`, not before `start`; `start` where there have not been so many.
  public func day(workingDaysBack count: Int, from day: Day, notBefore start: Day) -> Day {
    var left = count
    var candidate = day
    while candidate >= start {
      if isWorkingDay(candidate) {
        left -= 1
        if left == 0 { return candidate }
      }
      candidate = candidate - 1
    }
    return start
  }
}
