/// Where the period ends if every working day left brings the same: arithmetic, not a forecast (<doc:ScenariosRule>).
public struct Scenario: Hashable, Sendable {
  /// When the target is reached.
  public enum Reach: Hashable, Sendable {
    /// It is already.
    case already
    /// By the end of that working day.
    case on(Day)
    /// Not in this period.
    case never
  }

  /// What each working day left brings; may be negative where corrections outweigh counts.
  public let rate: Double
  /// What is counted by the period's end.
  public let yearEnd: Double
  /// `yearEnd` ÷ target; nil for a target of 0.
  public let share: Double?
  /// When the target is reached.
  public let reach: Reach
  /// 已完成 if it is reached already, 正常 if it will be; else 关注 down to the plan's bound between 关注 and 滞后, 滞后
  /// below.
  public let status: Status
}

/// What is left to do of a target and the working days there are for it: both ways round (<doc:ScenariosRule>).
public struct RemainingWork: Hashable, Sendable {
  /// What is to be counted.
  public let target: Int64
  /// What was counted through the as-of day.
  public let actual: Int64
  /// The working days left.
  public let left: DaysLeft
  /// What each of the last 20 working days brought.
  public let recent20: Double
  private let watch: Double

  /// Nil for an item without a target.
  public init?(_ progress: ItemProgress, left: DaysLeft, thresholds: Thresholds) {
    guard let target = progress.target else { return nil }
    self.target = target
    actual = progress.actual
    self.left = left
    recent20 = progress.recent20
    watch = Double(thresholds.watch.lead.hundredths) / 10_000
  }

  /// What is still to be counted; 0 where the target is met.
  public var missing: Int64 { target > 0 ? max(0, target.subtractingSaturated(actual)) : 0 }

  /// 需日均: what each working day left must bring; nil without working days left.
  public var required: Double? { left.count > 0 ? Double(missing) / Double(left.count) : nil }

  /// The period's end at `rate` a working day.
  public func at(rate: Double) -> Scenario {
    let yearEnd = Double(actual) + rate * Double(left.count)
    let share = target > 0 ? yearEnd / Double(target) : nil
    if missing == 0 { return Scenario(rate: rate, yearEnd: yearEnd, share: share, reach: .already, status: .done) }
    if let day = left.day(reaching: missing, at: rate) {
      return Scenario(rate: rate, yearEnd: yearEnd, share: share, reach: .on(day), status: .onPace)
    }
    let isNear = (share ?? 0) - 1 >= watch
    return Scenario(rate: rate, yearEnd: yearEnd, share: share, reach: .never, status: isNear ? .watch : .lagging)
  }

  /// What it takes to reach the target by a day.
  public struct Need: Hashable, Sendable {
    /// Working days from the day after the as-of day through that day.
    public let workingDays: Int
    /// What each must bring; nil where there are none and something is missing.
    public let rate: Double?
    /// That ÷ the recent rate over 20 days; nil where either does not exist or the recent one is ≤ 0.
    public let multiple: Double?
  }

  /// What it takes to reach the target by the end of `day`; nil for a day that is not left of the period.
  public func need(by day: Day) -> Need? {
    guard day > left.after, day <= left.end else { return nil }
    let days = left.count(through: day)
    guard missing > 0 else { return Need(workingDays: days, rate: 0, multiple: nil) }
    guard days > 0 else { return Need(workingDays: 0, rate: nil, multiple: nil) }
    let rate = Double(missing) / Double(days)
    return Need(workingDays: days, rate: rate, multiple: recent20 > 0 ? rate / recent20 : nil)
  }
}

/// The rates that a year's end is worked out for.
public struct Scenarios: Hashable, Sendable {
  /// Which rate.
  public enum Basis: Hashable, Sendable {
    /// That of the last 5 working days.
    case last5
    /// That of the last 20 working days.
    case last20
    /// That of the best whole week among the last ``Scenarios/weeks``, by its Monday.
    case bestWeek(Day)
    /// That which leads to the forecast's median.
    case forecast
  }

  /// A rate and what it leads to.
  public struct Row: Hashable, Sendable {
    /// The rate.
    public let basis: Basis
    /// What it leads to.
    public let scenario: Scenario
  }

  /// Calendar weeks among which the best is looked for. **Default**.
  public static let weeks = 12

  /// In the order of ``Basis``; the best week and the forecast only where there are such.
  public let rows: [Row]

  /// Works out every rate there is.
  ///
  /// - Parameter weeks: The last ``weeks`` calendar weeks of the item in the same place.
  public init(_ remaining: RemainingWork, _ progress: ItemProgress, weeks: [CalendarWeek], calendar: WorkCalendar) {
    var rows = [
      Row(basis: .last5, scenario: remaining.at(rate: progress.recent5)),
      Row(basis: .last20, scenario: remaining.at(rate: progress.recent20)),
    ]
    if let best = Scenarios.best(of: weeks, calendar) {
      rows.append(Row(basis: .bestWeek(best.start), scenario: remaining.at(rate: best.rate)))
    }
    if let forecast = progress.forecast, remaining.left.count > 0 {
      let rate = (forecast.p50 - Double(progress.actual)) / Double(remaining.left.count)
      rows.append(Row(basis: .forecast, scenario: remaining.at(rate: rate)))
    }
    self.rows = rows
  }

  /// The whole week with the highest rate a working day, the latest of equals; nil where none is whole.
  ///
  /// A week is divided by its working days, by no fewer than five: a festival week with one working day and a class on
  /// its Sunday is no measure of what a week can bring. **Default**.
  private static func best(of weeks: [CalendarWeek], _ calendar: WorkCalendar) -> (start: Day, rate: Double)? {
    weeks.suffix(Scenarios.weeks).filter(\.isWhole).map { week in
      let days = calendar.workingDays(after: week.start - 1, through: week.start + 6)
      return (start: week.start, rate: Double(week.sum) / Double(max(5, days)))
    }.max { $0.rate < $1.rate || ($0.rate == $1.rate && $0.start < $1.start) }
  }
}
