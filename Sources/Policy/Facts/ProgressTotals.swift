/// Sums of `progress` by district × counted item × day: dense running sums, so that a board of any day is a few array
/// reads.
///
/// The first "district" row is the city itself (市本级), then the districts in the order of ``Facts/districts``. Counts
/// are held at the ends of `Int64` instead of trapping.
public struct ProgressTotals: Sendable {
  /// First day of the period.
  public let start: Day
  /// Days in the period.
  public let days: Int
  /// Counted items, in the order of the item axis (``Plan/countedItems``).
  public let items: [ItemID]
  /// Codes in the order of the district axis: the city first.
  public let districts: [DistrictCode]
  /// Sum of `count` from the period's start through each day, laid out district-major, then item, then day. They wrap
  /// around, so that the difference of two neighbours is always the count itself.
  private var running: [Int64]
  /// Per district and item a bound for the sum of the magnitudes of its counts: below `Int64.max` no sum of any of
  /// them can leave the range, and differences of running sums are exact.
  private var magnitudes: [Int64]
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
    self.init(
      start: plan.periodStart, days: plan.periodDays, items: plan.countedItems.map(\.id),
      districts: [plan.cityCode] + districts.map(\.code), counts: [], reported: [], trained: [:])
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
    let pairs = districts.count * items.count
    let isEmpty = counts.count != pairs * self.days
    running = isEmpty ? Array(repeating: 0, count: pairs * self.days) : counts
    magnitudes = Array(repeating: 0, count: pairs)
    let spans = districts.count * self.days
    self.reported = reported.count == spans ? reported : Array(repeating: false, count: spans)
    self.trained = trained
    if !isEmpty { magnitudes = ProgressTotals.addUp(&running, rows: pairs, days: self.days) }
  }

  /// Makes every row of counts its running sums; gives the sums of their magnitudes.
  private static func addUp(_ counts: inout [Int64], rows: Int, days: Int) -> [Int64] {
    counts.withUnsafeMutableBufferPointer { counts in
      (0..<rows).map { row in
        var total: Int64 = 0
        var magnitude: Int64 = 0
        for cell in (row * days)..<((row + 1) * days) {
          let count = counts[cell]
          if count != 0 {
            magnitude = magnitude.addingSaturated(Int64(clamping: count.magnitude))
            total &+= count
          }
          counts[cell] = total
        }
        return magnitude
      }
    }
  }

  /// Adds one row. Indices are positions on the axes; `day` is days after ``start``. Outside the axes nothing is added.
  public mutating func add(district: Int, item: Int, day: Int, count: Int64) {
    guard contains(district: district, item: item), day >= 0, day < days else { return }
    let pair = district * items.count + item
    let old = self.count(pair, day)
    let change = old.addingSaturated(count) &- old
    let row = (pair * days + day)..<((pair + 1) * days)
    running.withUnsafeMutableBufferPointer { running in
      for cell in row { running[cell] &+= change }
    }
    magnitudes[pair] = magnitudes[pair].addingSaturated(Int64(clamping: count.magnitude))
    reported[district * days + day] = true
  }

  /// Sets what an institution trained, in day order.
  public mutating func setTrained(_ sums: [DayCount], institution: String) { trained[institution] = sums }

  /// The day on the day axis, or nil outside the period.
  public func index(of day: Day) -> Int? {
    let offset = day - start
    return offset >= 0 && offset < days ? offset : nil
  }

  /// Sum of `count` per cell, laid out district-major, then item, then day; made anew each time.
  public var counts: [Int64] {
    magnitudes.indices.flatMap { pair in (0..<days).map { count(pair, $0) } }
  }

  /// Sum of the item's counts in the district from `first` through `last`, clipped to the period; 0 outside the axes.
  public func sum(district: Int, item: Int, from first: Day, through last: Day) -> Int64 {
    let low = max(0, first - start)
    let high = min(days - 1, last - start)
    guard low <= high, contains(district: district, item: item) else { return 0 }
    let pair = district * items.count + item
    guard magnitudes[pair] == .max else {
      return running[pair * days + high] &- (low > 0 ? running[pair * days + low - 1] : 0)
    }
    return (low...high).reduce(0) { $0.addingSaturated(count(pair, $1)) }
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
    let pair = district * items.count + item
    for offset in 0..<min(days, daily.count) { daily[offset] = daily[offset].addingSaturated(count(pair, offset)) }
  }

  /// One item's counts in one district, day by day from the period's start.
  struct Course {
    fileprivate let running: UnsafeBufferPointer<Int64>
    /// No sum of its counts leaves the range of `Int64`.
    let isExact: Bool

    /// The count of a day on the day axis.
    subscript(day: Int) -> Int64 { day > 0 ? running[day] &- running[day - 1] : running[day] }

    /// Sum of the counts of days on the day axis; only right where ``isExact``.
    func sum(_ days: Range<Int>) -> Int64 {
      guard !days.isEmpty else { return 0 }
      return running[days.upperBound - 1] &- (days.lowerBound > 0 ? running[days.lowerBound - 1] : 0)
    }
  }

  /// Calls `body` with the counts of an item, which must be on the item axis, in every district in turn.
  func forEachCourse(ofItem item: Int, _ body: (_ district: Int, _ course: Course) -> Void) {
    guard items.indices.contains(item) else { return }
    running.withUnsafeBufferPointer { running in
      for district in districts.indices {
        let pair = district * items.count + item
        body(
          district,
          Course(
            running: UnsafeBufferPointer(rebasing: running[pair * days..<(pair + 1) * days]),
            isExact: magnitudes[pair] < .max))
      }
    }
  }

  private func contains(district: Int, item: Int) -> Bool {
    districts.indices.contains(district) && items.indices.contains(item)
  }

  private func count(_ pair: Int, _ day: Int) -> Int64 {
    let cell = pair * days + day
    return day > 0 ? running[cell] &- running[cell - 1] : running[cell]
  }

  /// What the institution trained through `day`; 0 where no row names it.
  public func trained(institution: String, through day: Day) -> Int64 {
    guard let sums = trained[institution] else { return 0 }
    var total: Int64 = 0
    for sum in sums where sum.day <= day { total = total.addingSaturated(sum.count) }
    return total
  }
}

extension ProgressTotals: Equatable {
  /// Whether both tell the same counts, whatever rows they came from.
  public static func == (a: ProgressTotals, b: ProgressTotals) -> Bool {
    a.start == b.start && a.days == b.days && a.items == b.items && a.districts == b.districts
      && a.running == b.running && a.reported == b.reported && a.trained == b.trained
  }
}
