import CSweep

/// A sum and a number of rows for every pair and day.
final class DenseCells {
  typealias Cell = csweep_cell

  /// By pair, then day; nil where there are so many of them that rows name few, which are kept in ``sparse`` then.
  let cells: UnsafeMutablePointer<Cell>?
  private let memory: ZeroedMemory<Cell>
  private let sparse: SparseSums
  /// For each pair whether anything was added.
  let touched: UnsafeMutablePointer<Bool>
  /// The same for each day.
  let touchedDays: UnsafeMutablePointer<Bool>
  private let pairs: Int
  private let days: Int

  /// More cells than this have no place of their own each: 64 MB.
  static let mostCells = 4 << 20

  init(_ axes: ProgressAxes, mostCells: Int = DenseCells.mostCells) {
    pairs = axes.pairs
    days = axes.days
    let isDense = pairs * days <= mostCells
    memory = ZeroedMemory(isDense ? max(1, pairs * days) : 1)
    cells = isDense ? memory.base : nil
    sparse = SparseSums(bits: SparseSums.bits(pairs * days))
    touched = .allocate(capacity: max(1, pairs))
    touched.initialize(repeating: false, count: max(1, pairs))
    touchedDays = .allocate(capacity: max(1, days))
    touchedDays.initialize(repeating: false, count: max(1, days))
  }

  deinit {
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

  /// Adds to a cell.
  func add(_ sum: Int64, rows: Int64, pair: Int, day: Int) {
    touched[pair] = true
    touchedDays[day] = true
    if let cells {
      cells[pair &* days &+ day].sum &+= sum
      cells[pair &* days &+ day].rows &+= rows
    } else {
      sparse.add(UInt64(pair &* days &+ day), sum, rows: rows)
    }
  }

  /// Adds what another one of the same axes holds.
  func absorb(_ other: DenseCells) {
    if cells == nil { sparse.reserve(other.sparse.count) }
    other.sparse.forEach { add($0.sum, rows: $0.rows, pair: Int($0.key) / days, day: Int($0.key) % days) }
    guard let cells = other.cells else { return }
    let used = other.usedDays
    for pair in other.touchedPairs {
      for day in used where other.touchedDays[day] {
        let cell = cells[pair * days + day]
        if cell.rows != 0 { add(cell.sum, rows: cell.rows, pair: pair, day: day) }
      }
    }
  }

  /// Everything that was added; then all is as new.
  func drain() -> Packed {
    var writer = PackedWriter()
    if let cells { pack(cells, &writer) } else { packSparse(&writer) }
    writer.endGroups()
    clear()
    return writer.packed
  }

  private func pack(_ cells: UnsafeMutablePointer<Cell>, _ writer: inout PackedWriter) {
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
        DenseCells.pack(day - lastDay, row[day].sum, row[day].rows, &writer)
        lastDay = day
      }
    }
  }

  private func packSparse(_ writer: inout PackedWriter) {
    let sums = sparse.sorted()
    var lastPair = 0
    var start = 0
    while start < sums.count {
      let pair = Int(sums[start].key) / days
      var end = start
      while end < sums.count, Int(sums[end].key) / days == pair { end += 1 }
      writer.group(pairStep: pair - lastPair, count: end - start)
      lastPair = pair
      var lastDay = 0
      for sum in sums[start..<end] {
        let day = Int(sum.key) % days
        DenseCells.pack(day - lastDay, sum.sum, sum.rows, &writer)
        lastDay = day
      }
      start = end
    }
  }

  private static func pack(_ step: Int, _ sum: Int64, _ rows: Int64, _ writer: inout PackedWriter) {
    writer.count(step)
    writer.signed(sum)
    writer.unsigned(UInt64(bitPattern: rows))
  }

  /// Forgets everything.
  func clear() {
    let usedDays = usedDays
    sparse.removeAll()
    for pair in touchedPairs {
      if let cells {
        (cells + pair * days + usedDays.lowerBound).update(repeating: Cell(), count: usedDays.count)
      }
      touched[pair] = false
    }
    (touchedDays + usedDays.lowerBound).update(repeating: false, count: usedDays.count)
  }
}
