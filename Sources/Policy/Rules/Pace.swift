/// 序时进度: the share of the period that has elapsed, the official yardstick (<doc:PaceRule>).
public struct Pace: Hashable, Sendable {
  /// Days from the period's start through the as-of day, both included: 1…``total`` inside the period, 0 before it.
  public var elapsed: Int
  /// Days in the period, at least 1.
  public var total: Int

  /// The pace on `day`, held inside the period.
  public init(plan: Plan, asOf day: Day) {
    self.init(elapsed: day - plan.periodStart + 1, total: plan.periodDays)
  }

  /// `elapsed` days of `total`; both are held to what a period can be.
  public init(elapsed: Int, total: Int) {
    self.total = max(1, total)
    self.elapsed = min(max(0, elapsed), self.total)
  }

  /// The pace as a ratio 0…1.
  public var ratio: Double { Double(elapsed) / Double(total) }
}
