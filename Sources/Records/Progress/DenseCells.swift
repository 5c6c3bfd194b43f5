import CSweep
import Glibc

/// A sum and a number of rows for every pair and day.
final class DenseCells {
  typealias Cell = csweep_cell

  let cells: UnsafeMutablePointer<Cell>
  /// For each pair whether anything was added.
  let touched: UnsafeMutablePointer<Bool>
  /// The same for each day.
  let touchedDays: UnsafeMutablePointer<Bool>
  private let pairs: Int
  private let days: Int

  init(_ axes: ProgressAxes) {
    pairs = axes.pairs
    days = axes.days
    cells = .zeroed(max(1, pairs * days))
    touched = .allocate(capacity: max(1, pairs))
    touched.initialize(repeating: false, count: max(1, pairs))
    touchedDays = .allocate(capacity: max(1, days))
    touchedDays.initialize(repeating: false, count: max(1, days))
  }

  deinit {
    free(cells)
    touched.deallocate()
    touchedDays.deallocate()
  }

  /// The pairs that something was added to, in order.
  var touchedPairs: [Int] { (0..<pairs).filter { touched[$0] } }

  /// From the first to the last day that something was added to.
  var usedDays: Range<Int> {
    guard let first = (0..<days).first(where: { touchedDays[$0] }),
      let last = (first..<days).last(where: { touchedDays[$0] })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// Adds what another one holds.
  func absorb(_ other: DenseCells) {
    let used = other.usedDays
    for pair in other.touchedPairs {
      touched[pair] = true
      for day in used where other.touchedDays[day] {
        touchedDays[day] = true
        cells[pair * days + day].sum &+= other.cells[pair * days + day].sum
        cells[pair * days + day].rows &+= other.cells[pair * days + day].rows
      }
    }
  }

  /// Everything that was added; then all is as new.
  func drain() -> Packed {
    var writer = PackedWriter()
    var lastPair = 0
    let usedDays = usedDays
    for pair in touchedPairs {
      let row = cells + pair * days
      var used = 0
      for day in usedDays where row[day].rows != 0 { used += 1 }
      writer.group(pairStep: pair - lastPair, count: used)
      lastPair = pair
      var lastDay = 0
      for day in usedDays where row[day].rows != 0 {
        writer.count(day - lastDay)
        writer.signed(row[day].sum)
        writer.unsigned(UInt64(bitPattern: row[day].rows))
        lastDay = day
        row[day] = Cell()
      }
      touched[pair] = false
    }
    writer.endGroups()
    (touchedDays + usedDays.lowerBound).update(repeating: false, count: usedDays.count)
    return writer.packed
  }

  /// Forgets everything.
  func clear() {
    let usedDays = usedDays
    for pair in touchedPairs {
      (cells + pair * days + usedDays.lowerBound).update(repeating: Cell(), count: usedDays.count)
      touched[pair] = false
    }
    (touchedDays + usedDays.lowerBound).update(repeating: false, count: usedDays.count)
  }
}
