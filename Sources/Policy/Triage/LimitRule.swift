/// By when the present step of a case is due (<doc:TriageRule>).
public struct LimitRule: Sendable {
  private let rules: TriageRules
  private let calendar: WorkCalendar

  /// A step with a limit of its own.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// 签收: somebody signs for it.
    case acknowledge
    /// 办理: it is handled and sent for review.
    case handle
    /// 销号: it is struck off.
    case close
  }

  /// A step and its last day.
  public struct Limit: Hashable, Sendable {
    /// What is due.
    public var step: Step
    /// The last day on which it is in time.
    public var day: Day

    /// Step and last day.
    public init(step: Step, day: Day) {
      self.step = step
      self.day = day
    }
  }

  /// The limits of a plan, in the working days in force.
  public init(plan: Plan, calendar: WorkCalendar) {
    rules = plan.triage
    self.calendar = calendar
  }

  /// The limit of the step that the case is in; nil while it is snoozed and when it was struck off.
  ///
  /// Days on which it was snoozed do not count. A granted extension replaces the limit of handling, and striking off may
  /// wait for it.
  public func limit(of own: Case) -> Limit? {
    switch own.state {
    case .new: Limit(step: .acknowledge, day: day(rules.acknowledgeDays, after: own.openedAt, own))
    case .acknowledged, .working, .returned:
      Limit(
        step: .handle,
        day: own.extendedTo ?? day(rules.handleDays, after: own.acknowledgedAt ?? own.openedAt, own))
    case .review:
      Limit(
        step: .close, day: max(day(rules.closeDays, after: own.openedAt, own), own.extendedTo ?? .first))
    case .snoozed, .closed: nil
    }
  }

  /// The `count`-th working day after a moment's day on which the case was not snoozed. Held after ten years: a calendar
  /// could be without working days.
  private func day(_ count: Int, after moment: Moment, _ own: Case) -> Day {
    var left = count
    var current = moment.day
    let last = current + 3660
    while left > 0, current < last {
      current = current + 1
      if calendar.isWorkingDay(current), !own.pauses.contains(where: { $0.from <= current && current < $0.until }) {
        left -= 1
      }
    }
    return current
  }
}
