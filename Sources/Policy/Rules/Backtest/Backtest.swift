/// Scores the year-end forecast against straight lines, at a quarter, half and three quarters of the way.
public enum Backtest {
  /// Whose years are forecast.
  public enum Source: String, Hashable, Sendable {
    /// Years of ``Row/name``'s process.
    case madeUp = "made-up"
    /// What a data directory holds so far.
    case history
  }

  /// One line of the table.
  public struct Row: Sendable {
    /// A process, an item's id, or `all`.
    public var name: String
    /// Scores at each of ``Backtest/shares``.
    public var quarters: [Quarter]

    /// Name and scores.
    public init(name: String, quarters: [Quarter]) {
      self.name = name
      self.quarters = quarters
    }
  }

  /// Scores at one point of the way.
  public struct Quarter: Hashable, Sendable {
    /// Single districts.
    public var districts = BacktestScore()
    /// Whole cities.
    public var city = BacktestScore()

    mutating func add(_ other: Quarter) {
      districts.add(other.districts)
      city.add(other.city)
    }
  }

  /// Shares of the period after which a forecast is made.
  public static let shares = [0.25, 0.5, 0.75]

  /// The directory's own history: what was known at each share of the days through `day` foretells what stands at `day`.
  public static func history(plan: Plan, facts: Facts, through day: Day) -> [Row] {
    var plan = plan
    plan.periodEnd = min(max(day, plan.periodStart), plan.periodEnd)
    return withTotal(
      plan.countedItems.compactMap { item in
        let quarters = quarters(plan: plan, facts: facts, items: [item])
        return quarters.contains { $0.districts.forecasts > 0 } ? Row(name: item.id.rawValue, quarters: quarters) : nil
      })
  }

  /// `rows` and behind them one of all.
  public static func withTotal(_ rows: [Row]) -> [Row] {
    var total = Row(name: "all", quarters: shares.map { _ in Quarter() })
    for row in rows {
      for (index, quarter) in row.quarters.enumerated() { total.quarters[index].add(quarter) }
    }
    return rows + [total]
  }

  /// Scores at each of ``shares`` of `items` of the facts, by default of all; what stands at the period's end is the outcome.
  public static func quarters(plan: Plan, facts: Facts, items: [Item]? = nil) -> [Quarter] {
    shares.map { share in
      let elapsed = Int((share * Double(plan.periodDays)).rounded())
      return quarter(
        plan: plan, facts: facts, items: items ?? plan.countedItems, asOf: plan.periodStart + (elapsed - 1))
    }
  }

  private static func quarter(plan: Plan, facts: Facts, items: [Item], asOf day: Day) -> Quarter {
    let span = StraightSpan(plan: plan, calendar: facts.calendar, asOf: day)
    let forecaster = Forecaster(plan: plan, facts: facts, asOf: day)
    let progress = facts.progress
    var quarter = Quarter()
    for item in items {
      guard let column = progress.index(of: item.id) else { continue }
      func sum(_ row: Int, _ last: Day) -> Double {
        Double(progress.sum(district: row, item: column, from: progress.start, through: last))
      }
      let rows = progress.districts.indices
      let outcomes = rows.map { sum($0, plan.periodEnd) }
      let total = outcomes.reduce(0, +)
      let active = outcomes.count { $0 > 0 }
      guard total > 0, active > 0 else { continue }
      let forecasts = forecaster.forecasts(of: item)
      var actuals = 0.0
      for row in rows where outcomes[row] > 0 {
        let actual = sum(row, day)
        actuals += actual
        quarter.districts.add(
          forecasts.places[row], outcome: outcomes[row], lines: StraightLines(actual: actual, span: span),
          unit: total / Double(active))
      }
      quarter.city.add(
        forecasts.city, outcome: total, lines: StraightLines(actual: actuals, span: span), unit: total)
    }
    return quarter
  }
}
