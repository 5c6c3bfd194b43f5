/// How the year's work spreads over its days: how much each day weighs, in working days (<doc:ForecastRule>).
struct Exposure: Sendable {
  private let start: Day
  /// Weight of the days before each day of the period, and of all days at the end.
  private let running: [Double]

  /// Each working day weighs 1, each other day `rest` (0…1); with a profile the months' shares are the profile's.
  init(calendar: ForecastCalendar, rest: Double, profile: [Double]? = nil) {
    start = calendar.start
    var weights = calendar.works.map { $0 ? 1 : rest }
    if let profile { Exposure.shape(&weights, profile, calendar) }
    var running = [0.0]
    running.reserveCapacity(weights.count + 1)
    var sum = 0.0
    for weight in weights {
      sum += weight
      running.append(sum)
    }
    self.running = running
  }

  /// Weight of the whole period.
  var total: Double { running[running.count - 1] }

  /// Weight of the days after `day` through the period's end.
  func left(after day: Day) -> Double { total - spent(through: day) }

  /// Weight of the days from the period's start through `day`.
  func spent(through day: Day) -> Double { running[min(max(0, day - start + 1), running.count - 1)] }

  /// Weight of the days from the `low`-th through the one before the `high`-th, counted from 0.
  func between(_ low: Int, _ high: Int) -> Double {
    running[min(max(0, high), running.count - 1)] - running[min(max(0, low), running.count - 1)]
  }

  /// Scales the days of each twelfth so that its part of the whole is the profile's.
  private static func shape(_ weights: inout [Double], _ profile: [Double], _ calendar: ForecastCalendar) {
    let whole = weights.reduce(0, +)
    var reached = 0.0
    for (part, cumulative) in profile.enumerated() {
      let days = calendar.part(part, of: profile.count)
      let sum = days.reduce(0) { $0 + weights[$1] }
      let factor = sum > 0 ? whole * max(0, cumulative - reached) / sum : 0
      for day in days { weights[day] *= factor }
      reached = max(reached, cumulative)
    }
  }
}
