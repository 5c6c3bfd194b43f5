/// Forecasts the counted items of all places as of a day (<doc:ForecastRule>).
struct Forecaster: Sendable {
  /// The as-of day, held inside the period or on the day before it.
  let day: Day
  private let progress: ProgressTotals
  private let calendar: ForecastCalendar

  /// One item in all places.
  struct Outlooks: Sendable {
    /// In the order of the progress rows: the city's own office first.
    var places: [Outlook]
    /// All places together.
    var city: Outlook
    /// How the year's work spreads.
    var exposure: Exposure
  }

  init(plan: Plan, facts: Facts, asOf day: Day) {
    self.day = min(max(day, plan.periodStart - 1), max(plan.periodStart, plan.periodEnd))
    progress = facts.progress
    calendar = ForecastCalendar(start: progress.start, days: progress.days, calendar: facts.calendar)
  }

  /// The outlooks of `item`, by its place on the item axis.
  func outlooks(of item: Item) -> Outlooks {
    let exposure = Exposure(calendar: calendar, rest: 0)
    let left = exposure.left(after: day)
    let spent = exposure.spent(through: day)
    let column = progress.index(of: item.id)
    let places = progress.districts.indices.map { row in
      let actual = column.map { progress.sum(district: row, item: $0, from: progress.start, through: day) } ?? 0
      return Forecaster.outlook(Double(actual), left: left, spent: spent)
    }
    let sum = places.reduce(0) { $0 + $1.actual }
    return Outlooks(places: places, city: Forecaster.outlook(sum, left: left, spent: spent), exposure: exposure)
  }

  private static func outlook(_ actual: Double, left: Double, spent: Double) -> Outlook {
    guard left > 0 else { return Outlook(actual: actual, remainder: .none) }
    return Outlook(
      actual: actual, remainder: Remainder(median: spent > 0 ? actual / spent * left : 0, down: 0.12, up: 0.12))
  }
}
