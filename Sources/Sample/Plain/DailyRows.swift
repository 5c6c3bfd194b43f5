import Policy

/// How many rows each district sends on each day of the period: together exactly as many as asked for.
///
/// Where there are enough, everybody sends at least one on every day; the rest follows the season and the residents.
struct DailyRows: Sendable {
  private let rows: [Int64]
  private let areas: Int

  init(plan: Plan, areas: [Area], rows: Int) {
    let shares = Season.front.dailyShares(plan: plan, calendar: WorkCalendar(plan.calendar))
    let weights = shares.flatMap { share in areas.map { (share + 0.0001) * $0.population.squareRoot() } }
    let least: Int64 = rows >= weights.count ? 1 : 0
    let rest = Int64(max(0, rows)) - least * Int64(weights.count)
    self.rows = apportion(rest, weights: weights).map { $0 + least }
    self.areas = areas.count
  }

  /// Rows of each district on the day with this index; nothing outside the period.
  func rows(on day: Int) -> [Int] {
    guard day >= 0, (day + 1) * areas <= rows.count else { return [] }
    return rows[day * areas..<(day + 1) * areas].map { Int($0) }
  }
}
