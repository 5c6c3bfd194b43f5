/// The calendar months that a period touches; the first and the last one may be cut by its ends.
public struct PeriodMonths: Hashable, Sendable {
  /// The first day of each that lies in the period, in order; at least one.
  public let firstDays: [Day]
  /// The period's last day.
  public let end: Day

  /// The months of a plan's period.
  public init(plan: Plan) { self.init(start: plan.periodStart, days: plan.periodDays) }

  /// The months of a period of so many days, at least one.
  public init(start: Day, days: Int) {
    end = start + (max(1, days) - 1)
    var firstDays = [start]
    while true {
      let (year, month, _) = (firstDays.last ?? start).civil
      let next = (month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1))
      guard let next, next <= end else { break }
      firstDays.append(next)
    }
    self.firstDays = firstDays
  }

  /// How many there are.
  public var count: Int { firstDays.count }

  /// The last day of a month that lies in the period.
  public func lastDay(_ index: Int) -> Day { index + 1 < firstDays.count ? firstDays[index + 1] - 1 : end }

  /// The month of a day, counted from 0; nil before the period, the last one behind it.
  public func index(of day: Day) -> Int? { firstDays.lastIndex { $0 <= day } }
}
