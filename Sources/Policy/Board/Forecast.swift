/// Where a counted item will stand at the period's end, in the item's own unit (`rules.md`, Forecast).
public struct Forecast: Hashable, Sendable {
  /// One of ten years ends below it.
  public var p10: Double
  /// Half of the years end below it.
  public var p50: Double
  /// Nine of ten years end below it.
  public var p90: Double
  /// The probability of reaching the target, 0…1.
  public var probability: Double

  /// Every field; `p10` ≤ `p50` ≤ `p90`.
  public init(p10: Double, p50: Double, p90: Double, probability: Double) {
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
    self.probability = probability
  }
}
