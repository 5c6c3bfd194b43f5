/// How many rows each stream of each district gets.
enum RowBudget {
  /// A stream of rows in one district.
  struct Cell: Sendable {
    /// What its rows add up to.
    var amount: Int64
    /// The usual count of a row.
    var size: Double
  }

  /// One row for each class; with `rows`, exactly so many in the same proportions.
  ///
  /// More rows than classes makes the rows smaller, down to one person each; what is asked beyond that goes to the
  /// streams that can still take it, and in the end to rows that count 0.
  static func rows(of cells: [Cell], total: Int?) -> [Int] {
    let natural = cells.map { cell in
      cell.amount > 0 ? max(1, (Double(cell.amount) / max(1, cell.size)).rounded()) : 0
    }
    guard let total else { return natural.map { Int(Int64(clamped: $0)) } }
    guard total > 0 else { return cells.map { _ in 0 } }
    let scaled = apportion(Int64(total), weights: capped(natural, cells: cells, total: Double(total)))
    return scaled.map { Int($0) }
  }

  /// Natural sizes times the one factor that gives `total`, where no cell gets more rows than it counts.
  private static func capped(_ natural: [Double], cells: [Cell], total: Double) -> [Double] {
    let caps = cells.map { Double($0.amount) }
    guard caps.reduce(0, +) > total else { return caps }
    var low = 0.0
    var high = 1e9
    for _ in 0..<200 {
      let middle = (low + high) / 2
      var sum = 0.0
      for (size, cap) in zip(natural, caps) { sum += min(cap, size * middle) }
      if sum < total { low = middle } else { high = middle }
    }
    return zip(natural, caps).map { min($1, $0 * high) }
  }
}
