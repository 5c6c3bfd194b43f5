/// The working days that are left of a period, in order (<doc:ScenariosRule>).
public struct DaysLeft: Hashable, Sendable {
  /// The as-of day, after which they come.
  public let after: Day
  /// The period's last day.
  public let end: Day
  /// The working days, oldest first.
  public let days: [Day]

  /// The working days after `day` through `end`.
  public init(_ calendar: WorkCalendar, after day: Day, through end: Day) {
    after = day
    self.end = end
    var days: [Day] = []
    var current = day
    while current < end {
      current = current + 1
      if calendar.isWorkingDay(current) { days.append(current) }
    }
    self.days = days
  }

  /// How many there are.
  public var count: Int { days.count }

  /// How many of them come by the end of `day`.
  public func count(through day: Day) -> Int { days.prefix { $0 <= day }.count }

  /// The first day by whose end `amount` has come at `rate` a working day; nil where it does not in the period.
  ///
  /// An amount of 0 or less has come already: that is no day, and nil as well.
  public func day(reaching amount: Int64, at rate: Double) -> Day? {
    let needed = Double(amount) / rate
    // A hair of rounding must not make the required rate miss by a day.
    let rounded = (needed * (1 - 1e-12)).rounded(.up)
    guard amount > 0, rate > 0, rounded <= Double(days.count) else { return nil }
    return days[max(1, Int(rounded)) - 1]
  }
}
