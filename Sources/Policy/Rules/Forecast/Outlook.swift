/// What was counted of an item in one place, and what is still to come.
struct Outlook: Hashable, Sendable {
  /// Sum of counts through the as-of day.
  var actual: Double
  /// What may still come.
  var remainder: Remainder

  /// Nothing was counted and nothing will be.
  static let empty = Outlook(actual: 0, remainder: .none)

  /// The year's end as the board tells it. Without a target the probability is 0.
  func forecast(target: Int64?) -> Forecast {
    let p10 = remainder.quantile(0.1)
    let p50 = max(p10, remainder.quantile(0.5))
    let p90 = max(p50, remainder.quantile(0.9))
    let probability = target.map { $0 <= 0 ? 1 : remainder.probability(ofAtLeast: Double($0) - actual) } ?? 0
    return Forecast(p10: actual + p10, p50: actual + p50, p90: actual + p90, probability: probability)
  }
}
