/// The course of a counted item through the period, for a chart: what was counted, what should have been, what was in the
/// year before, and what may come (<doc:BurnUpRule>).
public struct BurnUp: Hashable, Sendable {
  /// The period's first day.
  public let start: Day
  /// The period's last day.
  public let end: Day
  /// The day through whose end it speaks.
  public let asOf: Day
  /// What is to be counted; nil where there is no target.
  public let target: Int64?
  /// The running sum at the end of each day from ``start`` through ``asOf``.
  public let actual: [Int64]
  /// Published figures of the year before; those of the whole city only.
  public let published: [PublishedPoint]
  /// Where it may go from ``asOf`` on; nil where nothing is left or nothing is known.
  public let fan: ForecastFan?

  /// The course of `item` in `district`, of the whole city where that is nil or the city's own code.
  ///
  /// - Parameter target: The target that holds there.
  public init(plan: Plan, facts: Facts, asOf day: Day, item: ItemID, district: DistrictCode?, target: Int64?) {
    start = plan.periodStart
    end = plan.periodEnd
    asOf = min(max(day, plan.periodStart), plan.periodEnd)
    self.target = target
    actual = facts.progress.cumulative(item: item, district: district, through: asOf)
    let isCity = district == nil || district == plan.cityCode
    let counted = plan.countedItem(item)
    published = isCity ? counted?.publishedPoints(in: plan) ?? [] : []
    let fan = ForecastFan(plan: plan, facts: facts, asOf: asOf, item: item, district: district)
    self.fan = fan.flatMap { $0.points.count > 1 ? $0 : nil }
  }

  /// What the pace asks for by the end of `day`; nil without a target.
  public func pace(on day: Day) -> Double? {
    guard let target else { return nil }
    return Double(target) * Pace(elapsed: day - start + 1, total: end - start + 1).ratio
  }
}
