import Glibc

/// One item in all places: what they say together, and what each may still count (<doc:ForecastRule>).
struct ItemModel {
  /// Places that counted something; nil for the others.
  private(set) var rates: [PlaceRate?]
  /// How far the places' levels moved together so far, and how much of their movement was common.
  private(set) var movement = CommonMovement()
  /// Probability that a place which shows no sign of it stops, as the others show it.
  private(set) var stopping = ForecastPrior.stopping

  init(_ weeks: ItemWeeks) {
    rates = weeks.sums.withUnsafeBufferPointer { sums in
      weeks.exposure.withUnsafeBufferPointer { exposures in
        (0..<weeks.places).map { place in
          let own = UnsafeBufferPointer(rebasing: sums[place * weeks.weeks..<(place + 1) * weeks.weeks])
          guard let activity = Activity(own) else { return nil }
          return PlaceRate(RateFilter(own, exposures: exposures, activity), activity)
        }
      }
    }
    let active = rates.indices.filter { rates[$0] != nil }
    guard !active.isEmpty else { return }
    pool(active)
    learn(active)
  }

  /// Variance and drift, from all places together and then for each.
  private mutating func pool(_ active: [Int]) {
    var scale = RateFilter.Values()
    for place in active { scale += rates[place]?.logScale ?? RateFilter.Values() }
    scale = (scale / Double(active.count)).each { exp($0) }
    var evidence = RateFilter.Values()
    for place in active {
      rates[place]?.strengthen(pooled: scale)
      evidence += rates[place]?.likelihoods ?? RateFilter.Values()
    }
    let steps = RateFilter.Values(0, 1, 2, 3)
    let prior = ForecastPrior.pooledEvidence * evidence - ForecastPrior.driftReluctance * steps
    for place in active { rates[place]?.weigh(prior: prior) }
  }

  /// What all places teach of common movement and of stops.
  private mutating func learn(_ active: [Int]) {
    var stops = 0.0
    for place in active {
      guard let rate = rates[place] else { continue }
      movement.add(rate.level - 1)
      let odds = ForecastPrior.stopping * rate.stopEvidence
      stops += odds / (1 + odds)
    }
    let weight = ForecastPrior.stoppingWeight
    stopping = (weight * ForecastPrior.stopping + stops) / (weight + Double(active.count))
  }
}

/// How the levels of all places moved, and how much of it was common.
struct CommonMovement {
  private var sum = 0.0
  private var squares = 0.0
  private var count = 0.0

  mutating func add(_ deviation: Double) {
    let held = min(3, max(-1, deviation))
    sum += held
    squares += held * held
    count += 1
  }

  private var mean: Double { count > 0 ? sum / count : 0 }
  private var meanSquare: Double { count > 0 ? squares / count : 0 }
  /// Square of the common deviation, less what independent places would show by chance.
  private var commonSquare: Double { count > 0 ? max(0, mean * mean - meanSquare / count) : 0 }

  /// How much of the places' uncertainty is common, 0…1.
  var share: Double {
    let weight = ForecastPrior.commonWeight
    return min(1, (commonSquare + ForecastPrior.commonShare * weight) / (meanSquare + weight))
  }
}
