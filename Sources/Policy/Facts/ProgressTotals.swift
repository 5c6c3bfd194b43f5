/// Sums of `progress` by district × counted item × day: dense, so that a board of any day is a few array reads.
///
/// The first "district" row is the city itself (市本级), then the districts in the order of ``Facts/districts``. Counts
/// are held at the ends of `Int64` instead of trapping.
public struct ProgressTotals: Sendable, Equatable {
  /// First day of the period.
  public let start: Day
  /// Days in the period.
  public let days: Int
  /// Counted items, in the order of the item axis (``Plan/countedItems``).
  public let items: [ItemID]
  /// Codes in the order of the district axis: the city first.
  public let districts: [DistrictCode]
  /// Sum of `count` per cell, laid out district-major, then item, then day.
  public private(set) var counts: [Int64]
  /// Whether the district has any row, of any item, on that day: district-major, then day.
  public private(set) var reported: [Bool]
  /// For each institution id or name that rows of the first counted item name: sums by day, in day order.
  public private(set) var trained: [String: [DayCount]]

  /// A count on a day.
  public struct DayCount: Sendable, Hashable {
    /// The day.
    public var day: Day
    /// Its sum; may be negative.
    public var count: Int64

    /// Day and sum.
    public init(day: Day, count: Int64) {
      self.day = day
      self.count = count
    }
  }

  /// No rows yet. The axes follow the plan and the districts in force.
  public init(plan: Plan, districts: [District]) {
    start = plan.periodStart
    days = max(1, plan.periodDays)
    items = plan.countedItems.map(\.id)
    self.districts = [plan.cityCode] + districts.map(\.code)
    counts = Array(repeating: 0, count: self.districts.count * items.count * days)
    reported = Array(repeating: false, count: self.districts.count * days)
    trained = [:]
  }

  /// Totals that were summed elsewhere. Arrays of other sizes than the axes ask for count as empty.
  ///
  /// - Parameters:
  ///   - counts: by district, item and day.
  ///   - reported: by district and day.
  ///   - trained: by institution, in day order.
  public init(
    start: Day, days: Int, items: [ItemID], districts: [DistrictCode], counts: [Int64], reported: [Bool],
    trained: [String: [DayCount]]
  ) {
    self.start = start
    self.days = max(1, days)
    self.items = items
    self.districts = districts
    let cells = districts.count * items.count * self.days
    self.counts = counts.count == cells ? counts : Array(repeating: 0, count: cells)
    let spans = districts.count * self.days
    self.reported = reported.count == spans ? reported : Array(repeating: false, count: spans)
    self.trained = trained
  }

  /// Adds one row. Indices are positions on the axes; `day` is days after ``start``. Outside the axes nothing is added.
  public mutating func add(district: Int, item: Int, day: Int, count: Int64) {
    guard contains(district: district, item: item), day >= 0, day < days else { return }
    let cell = (district * items.count + item) * days + day
    counts[cell] = counts[cell].addingSaturated(count)
    reported[district * days + day] = true
  }

  /// Sets what an institution trained, in day order.
  public mutating func setTrained(_ sums: [DayCount], institution: String) { trained[institution] = sums }

  /// The day on the day axis, or nil outside the period.
  public func index(of day: Day) -> Int? {
    let offset = day - start
    return offset >= 0 && offset < days ? offset : nil
  }

  /// Sum of the item's counts in the district from `first` through `last`, clipped to the period; 0 outside the axes.
  public func sum(district: Int, item: Int, from first: Day, through last: Day) -> Int64 {
    let low = max(0, first - start)
    let high = min(days - 1, last - start)
    guard low <= high, contains(district: district, item: item) else { return 0 }
    let row = (district * items.count + item) * days
    var total: Int64 = 0
    for cell in (row + low)...(row + high) { total = total.addingSaturated(counts[cell]) }
    return total
  }

  /// Sum of the item's counts in the whole city, 市本级 included, from `first` through `last`.
  public func sum(item: Int, from first: Day, through last: Day) -> Int64 {
    districts.indices.reduce(0) { $0.addingSaturated(sum(district: $1, item: item, from: first, through: last)) }
  }

  /// The newest day on or before `day` on which the district has a row of any item; nil where there is none.
  public func latest(district: Int, through day: Day) -> Day? {
    guard districts.indices.contains(district) else { return nil }
    var offset = min(days - 1, day - start)
    while offset >= 0 {
      if reported[district * days + offset] { return start + offset }
      offset -= 1
    }
    return nil
  }

  /// Whether the district has a row of any item from `first` through `last`.
  public func hasReported(district: Int, from first: Day, through last: Day) -> Bool {
    latest(district: district, through: last).map { $0 >= first } ?? false
  }

  /// Adds the item's counts in the district to `daily`, whose first is the period's first day; as many days as both have.
  func add(district: Int, item: Int, to daily: inout [Int64]) {
    guard contains(district: district, item: item) else { return }
    let row = (district * items.count + item) * days
    for offset in 0..<min(days, daily.count) { daily[offset] = daily[offset].addingSaturated(counts[row + offset]) }
  }

  private func contains(district: Int, item: Int) -> Bool {
    districts.indices.contains(district) && items.indices.contains(item)
  }

  /// What the institution trained through `day`; 0 where no row names it.
  public func trained(institution: String, through day: Day) -> Int64 {
    guard let sums = trained[institution] else { return 0 }
    var total: Int64 = 0
    for sum in sums where sum.day <= day { total = total.addingSaturated(sum.count) }
    return total
  }
}
