/// How the year's work spreads over its days: how much each day weighs (<doc:ForecastRule>).
struct Exposure: Sendable {
  private let start: Day
  /// Weight of the days before each day of the period, and of all days at the end.
  private let running: [Double]

  /// Each working day weighs 1, each other day `rest` (0…1).
  init(calendar: ForecastCalendar, rest: Double) {
    start = calendar.start
    var running = [0.0]
    running.reserveCapacity(calendar.works.count + 1)
    var sum = 0.0
    for works in calendar.works {
      sum += works ? 1 : rest
      running.append(sum)
    }
    self.running = running
  }

  /// Weight of the days after `day` through the period's end.
  func left(after day: Day) -> Double {
    let offset = min(max(0, day - start + 1), running.count - 1)
    return running[running.count - 1] - running[offset]
  }

  /// Weight of the days from the period's start through `day`.
  func spent(through day: Day) -> Double { running[min(max(0, day - start + 1), running.count - 1)] }
}

/// The period's days as the forecast sees them, looked up once for all items.
struct ForecastCalendar: Sendable {
  let start: Day
  /// Whether each day of the period is a working day.
  let works: [Bool]

  init(start: Day, days: Int, calendar: WorkCalendar) {
    self.start = start
    works = (0..<max(1, days)).map { calendar.isWorkingDay(start + $0) }
  }
}
