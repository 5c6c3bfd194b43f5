/// 序时进度: the share of the period that has elapsed (`rules.md`, Pace and progress; the official yardstick, `domain.md` 7.1).
public struct Pace: Hashable, Sendable {
  /// Days from the period's start through the as-of day, both included: 1…``total``.
  public var elapsed: Int
  /// Days in the period.
  public var total: Int

  /// The pace on `day`, held inside the period.
  public init(plan: Plan, asOf day: Day) {
    total = max(1, plan.periodDays)
    elapsed = min(max(0, day - plan.periodStart + 1), total)
  }

  /// The pace as a ratio 0…1.
  public var ratio: Double { Double(elapsed) / Double(total) }
}
