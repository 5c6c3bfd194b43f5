import Policy

/// When a district does its work in an item: the item's season with the district's own ups and downs.
struct Rhythm: Sendable {
  /// Cumulative share through each day of the period; 1 from the last day of data on.
  let cumulative: [Double]

  /// - Parameters:
  ///   - shares: the season's share of each day.
  ///   - last: index of the last day on which the district reports.
  ///   - random: decides the district's good and bad weeks.
  init(shares: [Double], last: Int, random: inout SampleRandom) {
    var cumulative = [Double](repeating: 0, count: shares.count)
    var level = 1.0
    var week = 1.0
    var sum = 0.0
    for day in shares.indices {
      if day % 28 == 0 { level = max(0.6, min(1.5, level + random.real(-0.18, 0.18))) }
      if day % 7 == 0 { week = random.real(0.6, 1.4) }
      if day <= last { sum += shares[day] * level * week * random.real(0.5, 1.5) }
      cumulative[day] = sum
    }
    self.cumulative = sum > 0 ? cumulative.map { $0 / sum } : cumulative.map { _ in 0 }
  }

  /// Rows that are there by the end of the day: all `rows` on the last day of data.
  ///
  /// - Parameter phase: 0…1, so that a single row does not always fall in the middle of the year.
  func rows(_ rows: Int, through day: Int, phase: Double) -> Int {
    guard cumulative.indices.contains(day) else { return 0 }
    let share = cumulative[day]
    return share >= 1 ? rows : min(rows, Int(Int64(clamped: Double(rows) * share + phase)))
  }
}
