/// Which days the rates of a board look at (<doc:WorkingDaysRule>).
public struct RateWindows: Hashable, Sendable {
  /// Working days after the as-of day through the period's end.
  public let workingDaysLeft: Int
  /// First day of the window of the last 5 working days.
  public let first5: Day
  /// First day of the window of the last 20 working days.
  public let first20: Day
  /// Last day of both windows: the as-of day.
  public let last: Day

  /// The windows that end with `day`; neither begins before the period.
  public init(plan: Plan, calendar: WorkCalendar, asOf day: Day) {
    // Held to the period, so that a day far outside it costs nothing; outside it there is nothing to count either.
    let from = min(max(day, plan.periodStart - 1), max(plan.periodStart, plan.periodEnd))
    workingDaysLeft = calendar.workingDays(after: from, through: plan.periodEnd)
    first5 = calendar.day(workingDaysBack: 5, from: from, notBefore: plan.periodStart)
    first20 = calendar.day(workingDaysBack: 20, from: from, notBefore: plan.periodStart)
    last = day
  }
}

/// What each working day must bring, and what the last ones brought (<doc:WorkingDaysRule>).
public struct Rates: Hashable, Sendable {
  /// 需日均: what each working day left must bring; nil without a target or without working days left.
  public let required: Double?
  /// What each of the last 5 working days brought.
  public let recent5: Double
  /// What each of the last 20 working days brought.
  public let recent20: Double
  /// 倍数 = required ÷ recent over 20 days; nil where that is ≤ 0, or the target is met, or nothing is required.
  public let multiple: Double?

  /// The rates of one item.
  ///
  /// - Parameters:
  ///   - target: What is to be counted; nil where there is none. A target of 0 is met whatever was counted.
  ///   - actual: Sum of counts through the as-of day.
  ///   - last5: Sum of counts in the window of 5 working days, weekends in it included.
  ///   - last20: The same of 20 working days.
  ///   - workingDaysLeft: Working days that are left.
  public init(target: Int64?, actual: Int64, last5: Int64, last20: Int64, workingDaysLeft: Int) {
    recent5 = Double(last5) / 5
    recent20 = Double(last20) / 20
    guard let target, workingDaysLeft > 0 else {
      required = nil
      multiple = nil
      return
    }
    let short = target > 0 ? max(0, target.subtractingSaturated(actual)) : 0
    let required = Double(short) / Double(workingDaysLeft)
    self.required = required
    multiple = short > 0 && recent20 > 0 ? required / recent20 : nil
  }
}
