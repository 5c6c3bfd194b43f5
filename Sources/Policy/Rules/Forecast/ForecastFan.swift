/// The forecast's course from the as-of day to the period's end, for a chart: what may have been counted by each day.
///
/// It ends in the board's own figures, to the last bit, and begins at what was counted through the as-of day. Each line
/// never falls; on every day `p10` ≤ `p50` ≤ `p90`.
public struct ForecastFan: Hashable, Sendable {
  /// A day and the running sum at its end.
  public struct Point: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// One of ten years stands below it.
    public var p10: Double
    /// Half of the years stand below it.
    public var p50: Double
    /// Nine of ten years stand below it.
    public var p90: Double

    /// Every field.
    public init(day: Day, p10: Double, p50: Double, p90: Double) {
      self.day = day
      self.p10 = p10
      self.p50 = p50
      self.p90 = p90
    }
  }

  /// The as-of day first, then every seventh day, the period's last day at the end; one point where no day is left.
  public var points: [Point]

  /// The fan of `item` in `district`, of the whole city where that is nil; nil where the plan does not count the item or
  /// the district is unknown. An item without a target has a fan too.
  ///
  /// A pure function, computed anew at each call: it looks at the item in all districts.
  public init?(plan: Plan, facts: Facts, asOf day: Day, item: ItemID, district: DistrictCode? = nil) {
    guard let item = plan.countedItem(item) else { return nil }
    let forecaster = Forecaster(plan: plan, facts: facts, asOf: day)
    let outlooks = forecaster.outlooks(of: item)
    let outlook: Outlook
    if let district, district != plan.cityCode {
      guard let row = facts.progress.index(of: district) else { return nil }
      outlook = outlooks.places[row]
    } else {
      outlook = outlooks.city
    }
    self.init(outlook: outlook, exposure: outlooks.exposure, asOf: forecaster.day, last: plan.periodEnd)
  }

  init(outlook: Outlook, exposure: Exposure, asOf day: Day, last: Day) {
    let end = outlook.forecast(target: nil)
    let left = exposure.left(after: day)
    var points = [Point(day: day, p10: outlook.actual, p50: outlook.actual, p90: outlook.actual)]
    var next = day + 7
    while next < last {
      let share = left > 0 ? min(1, max(0, 1 - exposure.left(after: next) / left)) : 0
      // Near the as-of day single classes decide, later the level does: between a square root and a straight line.
      let spread = share.squareRoot() * share.squareRoot().squareRoot()
      let middle = (end.p50 - outlook.actual) * share
      points.append(
        Point(
          day: next, p10: outlook.actual + max(0, middle - (end.p50 - end.p10) * spread),
          p50: outlook.actual + middle, p90: outlook.actual + middle + (end.p90 - end.p50) * spread))
      next = next + 7
    }
    if day < last { points.append(Point(day: last, p10: end.p10, p50: end.p50, p90: end.p90)) }
    self.points = points
  }
}
