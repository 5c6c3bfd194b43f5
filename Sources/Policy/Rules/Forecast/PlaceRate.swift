import Glibc

/// The rate of one place as its own weeks and all places' together tell it: the filters of ``RateFilter``, weighed.
struct PlaceRate {
  let filter: RateFilter
  /// How many times likelier its last weeks are if it has stopped.
  let stopEvidence: Double
  /// Relative variance of what one working day counts, for each strength of drift.
  private(set) var scales = RateFilter.Values()
  /// Logarithm of the likelihood of each strength of drift, against that of none.
  private(set) var likelihoods = RateFilter.Values()
  private var weights = RateFilter.Values()
  /// The rate now against its mean so far.
  private(set) var level = 1.0
  /// Relative variance of what one working day counts.
  private(set) var noise = 0.0
  /// Variance of ``level``.
  private(set) var uncertainty = 0.0
  /// Variance by which the level drifts in a week.
  private(set) var drift = 0.0

  init(_ filter: RateFilter, _ activity: Activity) {
    self.filter = filter
    stopEvidence = activity.stopEvidence
  }

  /// Logarithm of the variance of what a working day counts, between relative (large places) and per class (small ones).
  var logScale: RateFilter.Values {
    // Without four errors to go by, a working day's count varies as much as it is large.
    let known = Double(min(filter.steps, 4))
    let own = filter.squares / Double(max(1, filter.steps))
    let raw = own * (known / 4) + RateFilter.Values(repeating: 1 - known / 4)
    return (raw * filter.rate.squareRoot()).each { log(max(1e-6, $0)) }
  }

  /// The own variance, strengthened by that of all places (empirical Bayes).
  ///
  /// - Parameter pooled: the mean of all places, as ``logScale`` has its logarithm.
  mutating func strengthen(pooled: RateFilter.Values) {
    let weight = ForecastPrior.pooledWeeks
    let common = pooled / filter.rate.squareRoot()
    let degrees = Double(filter.steps) + weight
    scales = (filter.squares + weight * common) / degrees
    let likelihood = -0.5 * (filter.logs + degrees * scales.each { log(max(1e-12, $0)) })
    likelihoods = likelihood - likelihood[0]
  }

  /// Weighs the strengths of drift by `prior`, which holds what all places say, and by the own weeks.
  mutating func weigh(prior: RateFilter.Values) {
    let scores = prior + likelihoods
    let unnormalised = (scores - scores.max()).each { exp($0) }
    weights = unnormalised / unnormalised.sum()
    level = mean(filter.levels)
    noise = mean(scales)
    let apart = filter.levels - level
    uncertainty = mean(scales * filter.variances + apart * apart)
    drift = mean(scales * RateFilter.drifts)
  }

  private func mean(_ values: RateFilter.Values) -> Double { (weights * values).sum() }
}

extension RateFilter.Values {
  func each(_ function: (Double) -> Double) -> Self {
    Self(function(self[0]), function(self[1]), function(self[2]), function(self[3]))
  }
}
