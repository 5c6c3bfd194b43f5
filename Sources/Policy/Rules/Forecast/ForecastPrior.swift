/// What is taken to be true of counted items before any count is seen: all numbers of the forecast that no data of the year
/// set. They were fitted to made-up years, see <doc:ForecastRule>.
enum ForecastPrior {
  /// Weeks that the common variance counts for beside the own ones.
  static let pooledWeeks = 4.0
  /// How much of the places' joint evidence for a drift counts: they are not independent.
  static let pooledEvidence = 0.35
  /// Each next strength of drift is e to this times less likely.
  static let driftReluctance = 4.0
  /// Drift of the remainder's mean, weeks ahead.
  static let driftAhead = 4.0
  /// The most that relative variance may be, chance of single classes aside: where a quarter of a year or more is left.
  private static let mostVariance = 2.4
  /// Scale of the cube root on each side of the median.
  static let down = 0.99
  static let up = 0.77
  /// Prior odds that a place has stopped for good, and how many places they count for.
  static let stopping = 0.0005
  static let stoppingWeight = 10.0
  /// Prior share of common uncertainty, and its weight against squared deviations.
  static let commonShare = 0.35
  static let commonWeight = 0.003
  /// Scale of the city's cube root on each side of the median.
  static let cityDown = 1.2
  static let cityUp = 0.84

  /// The most that relative variance may be with so many weeks left: within a few weeks a rate cannot wander as far as
  /// within a quarter.
  static func mostVariance(weeks: Double) -> Double { mostVariance * min(1, max(0, weeks / 13)) }

  /// How much of a deviation from the mean lasts, by what is left of the year: early ones are mostly chance and season.
  static func persistence(left: Double) -> Double { min(1.5, max(0, 0.5 + 1.9 * (0.5 - left))) }

  /// Relative variance of a remainder that nobody sees coming: seasons, campaigns, a new rule.
  static func regime(left: Double) -> Double { 0.16 * left.squareRoot() * left.squareRoot().squareRoot() }
}
