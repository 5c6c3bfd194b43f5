/// Series of a counted item, for sparklines and curves.
extension ProgressTotals {
  /// Sums of the last `weeks` spans of seven days in the district, oldest first; the last span ends with `day`.
  ///
  /// A span that lies before the period sums to 0. At most 520 spans are given.
  public func weekly(district: Int, item: Int, endingAt day: Day, weeks: Int) -> [Int64] {
    spans(endingAt: day, weeks: weeks) { sum(district: district, item: item, from: $0, through: $1) }
  }

  /// The same of the whole city, 市本级 included.
  public func weekly(item: Int, endingAt day: Day, weeks: Int) -> [Int64] {
    spans(endingAt: day, weeks: weeks) { sum(item: item, from: $0, through: $1) }
  }

  /// Whether the district has reported anything in each of those spans, oldest first.
  public func weeklyReported(district: Int, endingAt day: Day, weeks: Int) -> [Bool] {
    spans(endingAt: day, weeks: weeks) { hasReported(district: district, from: $0, through: $1) }
  }

  /// The running sum at the end of each day from the period's start through `day`; empty before the period, and for an
  /// item or a district that is unknown.
  ///
  /// - Parameter district: Where; nil or the city's own code: the whole city.
  public func cumulative(item: ItemID, district: DistrictCode?, through day: Day) -> [Int64] {
    guard let column = index(of: item) else { return [] }
    let places = rows(of: district)
    guard !places.isEmpty else { return [] }
    var daily = [Int64](repeating: 0, count: max(0, min(days, day - start + 1)))
    for place in places { add(district: place, item: column, to: &daily) }
    var total: Int64 = 0
    return daily.map { count in
      total = total.addingSaturated(count)
      return total
    }
  }

  /// The position of an item on the item axis; nil where the plan does not count it.
  public func index(of item: ItemID) -> Int? { items.firstIndex(of: item) }

  /// The position of a district on the district axis, the city at 0; nil where it is unknown.
  public func index(of district: DistrictCode) -> Int? { districts.firstIndex(of: district) }

  private func spans<Value>(endingAt day: Day, weeks: Int, _ value: (Day, Day) -> Value) -> [Value] {
    let count = min(max(0, weeks), 520)
    return (0..<count).map { index in
      let last = day - 7 * (count - 1 - index)
      return value(last - 6, last)
    }
  }
}
