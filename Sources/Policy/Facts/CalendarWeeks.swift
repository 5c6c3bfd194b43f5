/// What a calendar week (Monday to Sunday) brought of an item.
public struct CalendarWeek: Hashable, Sendable {
  /// Its Monday; may lie before the period.
  public let start: Day
  /// The sum of its days inside the period, through the as-of day.
  public let sum: Int64
  /// All seven days lie inside the period and have passed.
  public let isWhole: Bool

  /// Every field.
  public init(start: Day, sum: Int64, isWhole: Bool) {
    self.start = start
    self.sum = sum
    self.isWhole = isWhole
  }
}

extension ProgressTotals {
  /// The last `count` calendar weeks, the one that holds `day` at the end; none that ended before the period. At most
  /// 520.
  ///
  /// - Parameters:
  ///   - item: A counted item; one that the plan does not count has no weeks.
  ///   - district: Where; nil or the city's own code: the whole city.
  public func weeks(item: ItemID, district: DistrictCode?, through day: Day, count: Int) -> [CalendarWeek] {
    guard let column = index(of: item) else { return [] }
    let places = rows(of: district)
    let monday = day - (day.weekday - 1)
    return (0..<min(max(0, count), 520)).reversed().compactMap { back in
      let first = monday - back * 7
      guard first + 6 >= start else { return nil }
      let last = min(first + 6, day)
      let sum = places.reduce(Int64(0)) {
        $0.addingSaturated(self.sum(district: $1, item: column, from: first, through: last))
      }
      return CalendarWeek(start: first, sum: sum, isWhole: first >= start && first + 6 <= day)
    }
  }

  /// The rows of the district axis that a place is made of: all for nil and the city's own code, none for an unknown one.
  func rows(of district: DistrictCode?) -> [Int] {
    guard let district, let row = index(of: district), row > 0 else {
      return district == nil || district == districts.first ? Array(districts.indices) : []
    }
    return [row]
  }
}
