import Glibc

/// The standard normal distribution.
enum Normal {
  /// The probability of more than `score`.
  static func above(_ score: Double) -> Double { 0.5 * erfc(score * 0.5.squareRoot()) }

  /// The score that is not passed with probability `share`; held to ±3.1, where one in a thousand lies beyond.
  ///
  /// Acklam's rational approximation (relative error below 1.2e-9).
  static func quantile(_ share: Double) -> Double {
    let share = min(max(share, 0.001), 0.999)
    let low = 0.02425
    if share < low { return tail((-2 * log(share)).squareRoot()) }
    if share > 1 - low { return -tail((-2 * log(1 - share)).squareRoot()) }
    let q = share - 0.5
    let r = q * q
    let above = polynomial(
      r, -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716,
      2.506628277459239)
    let below = polynomial(
      r, -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1)
    return q * above / below
  }

  private static func tail(_ q: Double) -> Double {
    let above = polynomial(
      q, -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
      2.938163982698783)
    let below = (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q
    return above / (below + 1)
  }

  private static func polynomial(
    _ x: Double, _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double
  ) -> Double {
    ((((a * x + b) * x + c) * x + d) * x + e) * x + f
  }
}
