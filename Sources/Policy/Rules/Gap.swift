/// 差距: what the pace asks for by a day, less what was counted (<doc:ExplainRule>).
public struct Gap: Hashable, Sendable {
  /// What is to be counted in the whole period; not negative.
  public let target: Int64
  /// The yardstick.
  public let pace: Pace
  /// What must have been counted by now: target × k ÷ N, rounded up.
  public let asked: Int64
  /// What was counted; may be negative.
  public let actual: Int64

  /// Nil without a target.
  public init?(target: Int64?, actual: Int64, pace: Pace) {
    guard let target else { return nil }
    self.target = max(0, target)
    self.pace = pace
    self.actual = actual
    asked = Gap.asked(of: self.target, after: pace.elapsed, of: pace.total)
  }

  /// asked − actual: above zero exactly when the item is behind the pace. Held at the ends of its type.
  public var size: Int64 { asked.subtractingSaturated(actual) }

  /// What must have been counted after some of the period's days, rounded up: a whole count less than the exact share is
  /// behind the pace.
  public static func asked(of target: Int64, after elapsed: Int, of total: Int) -> Int64 {
    let days = Int128(max(1, total))
    // Held to the period, so that it is at most the target.
    let product = Int128(max(0, target)) * Int128(min(max(0, elapsed), max(1, total)))
    return Int64(clamping: (product + days - 1) / days)
  }
}
