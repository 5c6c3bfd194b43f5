import Glibc

/// The rate of one place through the weeks, followed by Kalman filters of a local level (Harvey 1989), one for each strength
/// of drift in ``drifts``.
///
/// Rates are relative to the place's mean rate so far, so that places of all sizes can be put together.
struct RateFilter {
  /// A value for each strength of drift.
  typealias Values = SIMD4<Double>

  /// Variance by which the level drifts in a week, against that of what a working day counts.
  static let drifts = Values(0, 0.004, 0.02, 0.1)

  /// Levels now.
  private(set) var levels = Values()
  /// Their variance, against that of what a working day counts.
  private(set) var variances = Values()
  /// Sum of squared errors of a week ahead, each against its variance.
  private(set) var squares = Values()
  /// Sum of the logarithms of those variances.
  private(set) var logs = Values()
  /// Mean count per working day so far, above 0.
  let rate: Double
  /// Errors in ``squares``.
  let steps: Int

  /// - Parameters:
  ///   - sums: counts by span.
  ///   - exposures: working days by span, above 0.
  ///   - activity: which spans were lost.
  init(_ sums: UnsafeBufferPointer<Double>, exposures: UnsafeBufferPointer<Double>, _ activity: Activity) {
    var total = 0.0
    var exposed = 0.0
    let kept = 1 - activity.lateStart
    for week in sums.indices {
      total += sums[week]
      exposed += week < activity.first ? exposures[week] * kept : exposures[week]
    }
    exposed = max(exposed, 1e-6)
    rate = max(total, 1e-9) / exposed
    steps = max(0, sums.count - 1)
    follow(sums, exposures, activity, kept)
  }

  private mutating func follow(
    _ sums: UnsafeBufferPointer<Double>, _ exposures: UnsafeBufferPointer<Double>, _ activity: Activity, _ kept: Double
  ) {
    var product = Values(repeating: 1)
    let perRate = 1 / rate
    for week in sums.indices {
      let chance = 1 / max(1e-12, week < activity.first ? exposures[week] * kept : exposures[week])
      let noise = Values(repeating: chance)
      let seen = Values(repeating: sums[week] * chance * perRate)
      if week == 0 {
        levels = seen
        variances = noise
      } else {
        variances += RateFilter.drifts
        let variance = variances + noise
        let error = seen - levels
        let precision = 1 / variance
        let gain = variances * precision
        squares += error * error * precision
        product *= variance
        // One logarithm for sixteen weeks; none of their variances is above 1e13.
        if week % 16 == 15 { fold(&product) }
        levels += gain * error
        variances *= 1 - gain
      }
    }
    fold(&product)
  }

  private mutating func fold(_ product: inout Values) {
    for lane in product.indices { logs[lane] += log(product[lane]) }
    product = Values(repeating: 1)
  }
}
