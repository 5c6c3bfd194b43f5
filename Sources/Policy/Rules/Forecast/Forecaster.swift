/// Forecasts the counted items of all places as of a day (<doc:ForecastRule>).
///
/// Pure and without chance: the same plan, facts and day give the same figures. Whatever the counts are, nothing here traps
/// and nothing is infinite or not a number.
public struct Forecaster: Sendable {
  /// The as-of day, held inside the period or on the day before it.
  let day: Day
  private let progress: ProgressTotals
  private let targets: Targets
  private let calendar: ForecastCalendar
  private let cityCode: DistrictCode

  /// One item at the period's end.
  public struct ItemForecasts: Sendable {
    /// In the order of ``ProgressTotals/districts``: the city's own office first. ``Forecast/probability`` is 0.
    public var places: [Forecast]
    /// All places together.
    public var city: Forecast
  }

  /// One item in all places.
  struct Outlooks: Sendable {
    /// In the order of the progress rows: the city's own office first.
    var places: [Outlook]
    /// All places together.
    var city: Outlook
    /// How the year's work spreads.
    var exposure: Exposure
  }

  /// Looks at counts through the end of `day`; the period is the plan's.
  public init(plan: Plan, facts: Facts, asOf day: Day) {
    self.init(plan: plan, facts: facts, targets: Targets(plan: plan, facts: facts), asOf: day)
  }

  init(plan: Plan, facts: Facts, targets: Targets, asOf day: Day) {
    self.day = min(max(day, plan.periodStart - 1), max(plan.periodStart, plan.periodEnd))
    self.targets = targets
    progress = facts.progress
    calendar = ForecastCalendar(start: progress.start, end: plan.periodEnd, calendar: facts.calendar)
    cityCode = plan.cityCode
  }

  /// The year's end of `item`, whether it has a target or not.
  public func forecasts(of item: Item) -> ItemForecasts {
    let outlooks = outlooks(of: item)
    return ItemForecasts(
      places: outlooks.places.map { $0.forecast(target: nil) }, city: outlooks.city.forecast(target: nil))
  }

  func outlooks(of item: Item) -> Outlooks {
    let days = calendar.works.count
    let elapsed = min(days, max(0, day - calendar.start + 1))
    let left = Double(days - elapsed) / Double(days)
    guard let column = progress.index(of: item.id) else {
      let none = [Outlook](repeating: .empty, count: progress.districts.count)
      return Outlooks(places: none, city: .empty, exposure: Exposure(calendar: calendar, rest: 0))
    }
    let weeks = ItemWeeks(
      progress: progress, column: column, profile: item.profile, calendar: calendar, elapsed: elapsed)
    let exposure = weeks.period.left(after: day)
    var prospects = [Prospect](repeating: .none, count: weeks.places)
    var share = 0.0
    if exposure > 0 {
      let model = ItemModel(weeks)
      share = model.movement.share
      prospects = self.prospects(
        item, model, Horizon(exposure: exposure, weeks: Double(days - elapsed) / 7, left: left))
    }
    let total = weeks.totals.reduce(Int64(0)) { $0.addingSaturated($1) }
    let city = Prospect.city(prospects, share: share)
    return Outlooks(
      places: zip(weeks.totals, prospects).map { Outlook(actual: Double($0), remainder: $1.remainder) },
      city: Outlook(actual: Double(total), remainder: city), exposure: weeks.period)
  }

  private func prospects(_ item: Item, _ model: ItemModel, _ horizon: Horizon) -> [Prospect] {
    var prospects = model.rates.map { rate in rate.map { Prospect($0, model, horizon) } }
    let active = prospects.indices.filter { prospects[$0] != nil }
    let begun = Beginning(item, targets, progress.districts, cityCode, active: active)
    let sum = active.reduce(0) { $0 + (prospects[$1]?.middle ?? 0) }
    for place in prospects.indices where prospects[place] == nil {
      prospects[place] = begun.prospect(of: place, sum: sum, left: horizon.left)
    }
    return prospects.map { $0 ?? .none }
  }
}
