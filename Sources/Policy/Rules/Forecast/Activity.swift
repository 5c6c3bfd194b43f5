import Glibc

/// Whether a place began late, or has stopped: what weeks without a count say (<doc:ForecastRule>).
///
/// A series of which every week counts something and that is then empty for six has stopped; of one that counts every fifth
/// week the same says little. Both are judged by how likely the empty weeks were at the share of weeks that count.
struct Activity {
  /// How much of the weeks before the first count was lost time, 0…1: the rate is not measured by them.
  let lateStart: Double
  /// How many times likelier the empty weeks at the end are if it has stopped; 0 if there are none.
  let stopEvidence: Double
  /// Index of the first span with a count.
  let first: Int

  /// Prior odds that a place begins late.
  private static let lateOdds = 0.005

  /// Nil where nothing was counted, on balance.
  init?(_ sums: UnsafeBufferPointer<Double>) {
    var first = -1
    var last = 0
    var busy = 0
    var total = 0.0
    for week in sums.indices {
      total += sums[week]
      guard sums[week] > 0 else { continue }
      if first < 0 { first = week }
      last = week
      busy += 1
    }
    guard first >= 0, total > 0 else { return nil }
    let span = last - first + 1
    let inside = Activity.likelihood(busy, of: span)
    func evidence(_ empty: Int) -> Double {
      empty > 0 ? exp(min(30, max(-30, inside - Activity.likelihood(busy, of: span + empty)))) : 0
    }
    let late = Activity.lateOdds * evidence(first)
    lateStart = late / (1 + late)
    stopEvidence = evidence(sums.count - 1 - last)
    self.first = first
  }

  /// Logarithm of the likelihood that `busy` of `weeks` count something, at the share that fits them.
  private static func likelihood(_ busy: Int, of weeks: Int) -> Double {
    let share = (Double(busy) + 0.5) / (Double(weeks) + 1)
    return Double(busy) * log(share) + Double(weeks - busy) * log(1 - share)
  }
}
