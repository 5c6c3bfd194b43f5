/// 完成率 and 领先/落后序时进度: a figure against its target and the pace (<doc:AttainmentRule>).
///
/// Exists only for a target above zero; a target of zero is met from the start and has neither.
public struct Attainment: Hashable, Sendable {
  /// What was counted; may be negative.
  public let actual: Int64
  /// What is to be counted, above zero.
  public let target: Int64
  /// The yardstick.
  public let pace: Pace

  /// Nil without a target above zero.
  public init?(actual: Int64, target: Int64?, pace: Pace) {
    guard let target, target > 0 else { return nil }
    self.actual = actual
    self.target = target
    self.pace = pace
  }

  /// 完成率 = actual ÷ target; above 1 when the target is passed.
  public var ratio: Double { Double(actual) / Double(target) }

  /// 领先 (positive) or 落后序时进度 in percentage points: (完成率 − 序时进度) × 100.
  public var lead: Double { 100 * Double(gap) / Double(scale) }

  /// Whether the lead stands on the better side of `bound`, compared exactly.
  ///
  /// In integers: 100·(a·N − k·t) ≥ lead·t·N, and > where the bound is not inclusive; the lead is in hundredths of a
  /// percentage point, so both sides are taken a hundredfold. A bound beyond ±10¹² hundredths is held there, which
  /// keeps every product inside `Int128`.
  public func reaches(_ bound: Thresholds.Bound) -> Bool {
    let most: Int64 = 1_000_000_000_000
    let left = 10_000 * gap
    let right = Int128(min(max(bound.lead.hundredths, -most), most)) * scale
    return bound.inclusive ? left >= right : left > right
  }

  /// a·N − k·t: person-times ahead of the pace, times the days of the period.
  private var gap: Int128 {
    Int128(actual) * Int128(pace.total) - Int128(pace.elapsed) * Int128(target)
  }

  /// t·N.
  private var scale: Int128 { Int128(target) * Int128(pace.total) }
}
