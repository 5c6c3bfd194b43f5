import Glibc

/// What is left of the period.
struct Horizon {
  /// Work that is left, in working days; above 0.
  var exposure: Double
  /// Weeks that are left.
  var weeks: Double
  /// Share of the period's days that is left, 0…1.
  var left: Double
}

/// What is still to come in one place, in parts: what is its own and what it shares with all places.
struct Prospect {
  /// Middle of what may come, if it does not stop.
  var middle: Double
  /// Relative variance by the chance of single classes.
  var chance: Double
  /// Relative variance of the rate.
  var turn: Double
  /// The probability that nothing more comes.
  var ended: Double
  /// Classes that are expected; nil where that is unknown.
  var classes: Double?

  /// What a place that counts may still count.
  init(_ rate: PlaceRate, _ model: ItemModel, _ horizon: Horizon) {
    let lasting = ForecastPrior.persistence(left: horizon.left)
    let level = min(5, max(0, 1 + lasting * (rate.level - 1)))
    let held = max(0.1, level)
    middle = level * rate.filter.rate * horizon.exposure
    let noise = rate.noise / horizon.exposure
    chance = min(4, noise / held)
    let wander = (rate.uncertainty + ForecastPrior.driftAhead * rate.drift * horizon.weeks) / (held * held)
    turn = min(ForecastPrior.mostVariance(weeks: horizon.weeks), wander + ForecastPrior.regime(left: horizon.left))
    let odds = model.stopping * rate.stopEvidence
    ended = odds / (1 + odds)
    classes = level / max(1e-9, noise)
  }

  /// What a place that has not counted anything yet may count.
  ///
  /// - Parameters:
  ///   - middle: what the others lead to expect.
  ///   - ended: the probability that it never will.
  init(beginning middle: Double, ended: Double) {
    self.middle = middle
    chance = 0.5
    turn = 0.5
    self.ended = ended
  }

  /// Nothing is to come.
  static let none = Prospect(beginning: 0, ended: 1)

  /// What may come, as a distribution.
  var remainder: Remainder {
    guard middle > 0 else { return .none }
    var variance = chance + turn
    var middle = middle
    var ended = ended
    if let classes {
      // Where few classes are left, that none comes is an outcome of its own.
      let none = 0.98 * exp(-min(50, classes))
      variance = max(0.02, (variance + 1) * (1 - none) - 1)
      middle /= 1 - none
      ended += (1 - ended) * none
    }
    let scale = variance.squareRoot() / 3
    return Remainder(
      median: middle, down: scale * ForecastPrior.down, up: scale * ForecastPrior.up, ended: ended)
  }

  /// What all places together may count: what is their own evens out, what they share does not.
  ///
  /// - Parameter share: the part of ``turn`` that is common, 0…1.
  static func city(_ places: [Prospect], share: Double) -> Remainder {
    let total = places.reduce(0) { $0 + $1.expected }
    guard total > 0 else { return .none }
    let contributing = places.filter { $0.expected > 0 }
    if contributing.count == 1 { return contributing[0].remainder }
    var own = 0.0
    var common = 0.0
    for place in contributing {
      let part = place.expected / total
      let stop = place.ended / max(0.05, 1 - place.ended)
      own += part * part * (place.chance + (1 - share) * place.turn + stop)
      common += part * place.turn.squareRoot()
    }
    let scale = (own + share * common * common).squareRoot() / 3
    return Remainder(median: total, down: scale * ForecastPrior.cityDown, up: scale * ForecastPrior.cityUp)
  }

  private var expected: Double { middle * (1 - ended) }
}
