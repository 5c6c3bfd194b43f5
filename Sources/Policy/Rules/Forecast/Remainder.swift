import Glibc

/// How much is still to come of a counted item until the period's end: a distribution (<doc:ForecastRule>).
///
/// Its cube root is normal with a scale of its own on each side of the median (Wilson and Hilferty's form of the gamma
/// distribution, so of the negative binomial); with the probability ``ended`` nothing comes at all. Nothing here is ever
/// below 0, infinite or not a number.
struct Remainder: Hashable, Sendable {
  /// Half of what may come lies below it, if anything comes.
  var median: Double
  /// Scale of the cube root below the median, relative to the median's own cube root.
  var down: Double
  /// The same above the median.
  var up: Double
  /// The probability that nothing more comes, 0…1.
  var ended: Double

  /// Nothing is to come.
  static let none = Remainder(median: 0, down: 0, up: 0, ended: 1)

  init(median: Double, down: Double, up: Double, ended: Double = 0) {
    self.median = Remainder.held(median, most: 1e18)
    self.down = Remainder.held(down, most: 10)
    self.up = Remainder.held(up, most: 10)
    self.ended = Remainder.held(ended, most: 1)
  }

  /// The amount that is not passed with probability `share`, 0 < `share` < 1; rises with it.
  func quantile(_ share: Double) -> Double {
    guard share > ended, median > 0 else { return 0 }
    let score = Normal.quantile((share - ended) / (1 - ended))
    let root = max(0, 1 + score * (score < 0 ? down : up))
    return median * root * root * root
  }

  /// The probability that at least `amount` comes; 1 where nothing is needed, falls as more is.
  func probability(ofAtLeast amount: Double) -> Double {
    guard amount > 0 else { return 1 }
    guard median > 0 else { return 0 }
    let root = cbrt(amount / median) - 1
    let scale = root < 0 ? down : up
    guard scale > 0 else { return root <= 0 ? 1 - ended : 0 }
    return (1 - ended) * Normal.above(root / scale)
  }

  private static func held(_ value: Double, most: Double) -> Double { value > 0 ? min(value, most) : 0 }
}
