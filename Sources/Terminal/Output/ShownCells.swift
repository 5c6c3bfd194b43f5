import Screen

/// What the terminal shows, as far as it is known.
struct ShownCells {
  /// What is known of a row.
  enum Row {
    /// It shows its cells.
    case drawn
    /// It is blank, on the usual ground.
    case cleared
    case unknown
  }

  private(set) var cells: [[Cell]] = []
  private(set) var rows: [Row] = []
  private var columns = 0

  /// A blank screen of `size`, unless it is of that size already.
  mutating func fit(_ size: Size) {
    guard size.columns != columns || size.rows != rows.count else { return }
    columns = size.columns
    cells = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
    rows = Array(repeating: .cleared, count: size.rows)
  }

  /// What was drawn looks otherwise than its cells say.
  mutating func spoil() { rows = rows.map { $0 == .drawn ? .unknown : $0 } }

  /// All of it was drawn.
  mutating func take(_ drawn: [[Cell]]) {
    cells = drawn
    for row in rows.indices where rows[row] != .drawn { rows[row] = .drawn }
  }

  /// The rows of `wanted` that do not stand where they are to.
  func changes(to wanted: [[Cell]]) -> [Int] {
    wanted.indices.filter { rows[$0] != .drawn || !Frame.areSame(cells[$0], wanted[$0]) }
  }

  /// How rows could be moved instead of being drawn. What stands in a row afterwards is compared again.
  func plan(_ changed: [Int], _ wanted: [[Cell]]) -> ScrollPlan? {
    guard changed.count > ScrollPlan.least else { return nil }
    let here = zip(rows, cells).map { $0 == .drawn ? ShownCells.fingerprint($1) : nil }
    let there = wanted.map(ShownCells.fingerprint)
    return ScrollPlan(changed: changed) { there[$0] == here[$1] }
  }

  /// The same number for rows that are the same.
  private static func fingerprint(_ cells: [Cell]) -> UInt64 {
    var mixed: UInt64 = 0
    for cell in cells {
      for part in [cell.text.low, cell.text.high << 16 ^ UInt64(cell.width) << 8 ^ UInt64(cell.style.bits)] {
        mixed = (mixed ^ part) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
      }
    }
    return mixed
  }

  mutating func scroll(_ plan: ScrollPlan) {
    let from = plan.lines.map { $0 + plan.shift }
    let movedRows = from.map { plan.lines.contains($0) ? rows[$0] : .cleared }
    let movedCells = zip(plan.lines, from).map { cells[plan.lines.contains($1) ? $1 : $0] }
    rows.replaceSubrange(plan.lines, with: movedRows)
    cells.replaceSubrange(plan.lines, with: movedCells)
  }
}

extension Frame {
  /// The rows of a screen of `size` that shows the frame from its top left.
  func rows(fitting size: Size) -> [[Cell]] {
    if size == self.size { return rows }
    return (0..<size.rows).map { row in
      (0..<size.columns).map { column in
        let cell = self[column, row]
        return cell.width == 2 && column + 1 >= size.columns ? .blank : cell
      }
    }
  }
}
