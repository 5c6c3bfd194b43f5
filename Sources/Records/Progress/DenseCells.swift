/// A sum and a number of rows for every pair and day.
final class DenseCells {
  struct Cell {
    var sum: Int64 = 0
    var rows: Int64 = 0
  }

  let cells: UnsafeMutablePointer<Cell>
  /// For each pair whether anything was added.
  let touched: UnsafeMutablePointer<Bool>
  private let pairs: Int
  private let days: Int

  init(_ axes: ProgressAxes) {
    pairs = axes.pairs
    days = axes.days
    cells = .allocate(capacity: max(1, pairs * days))
    cells.initialize(repeating: Cell(), count: max(1, pairs * days))
    touched = .allocate(capacity: max(1, pairs))
    touched.initialize(repeating: false, count: max(1, pairs))
  }

  deinit {
    cells.deallocate()
    touched.deallocate()
  }

  /// The pairs that something was added to, in order.
  var touchedPairs: [Int] { (0..<pairs).filter { touched[$0] } }

  /// Adds what another one holds.
  func absorb(_ other: DenseCells) {
    for pair in other.touchedPairs {
      touched[pair] = true
      for place in pair * days..<(pair + 1) * days {
        cells[place].sum &+= other.cells[place].sum
        cells[place].rows &+= other.cells[place].rows
      }
    }
  }

  /// Everything that was added; then all is as new.
  func drain() -> Packed {
    var writer = PackedWriter()
    var lastPair = 0
    for pair in touchedPairs {
      let row = cells + pair * days
      var used = 0
      for day in 0..<days where row[day].rows != 0 { used += 1 }
      writer.group(pairStep: pair - lastPair, count: used)
      lastPair = pair
      var lastDay = 0
      for day in 0..<days where row[day].rows != 0 {
        writer.count(day - lastDay)
        writer.signed(row[day].sum)
        writer.unsigned(UInt64(bitPattern: row[day].rows))
        lastDay = day
        row[day] = Cell()
      }
      touched[pair] = false
    }
    writer.endGroups()
    return writer.packed
  }

  /// Forgets everything.
  func clear() {
    for pair in touchedPairs {
      (cells + pair * days).update(repeating: Cell(), count: days)
      touched[pair] = false
    }
  }
}
