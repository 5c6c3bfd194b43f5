import Policy

/// A sum, or the change of one, of a pair on a day. `pair` is the id of its row.
struct Cell: Hashable {
  var pair: Int64
  /// Days since 1970-01-01.
  var day: Int32
  var value: Int64

  /// By pair, then day: the order in which cells are kept.
  static func precedes(_ a: Cell, _ b: Cell) -> Bool { a.pair == b.pair ? a.day < b.day : a.pair < b.pair }
}

extension PackingWriter {
  /// Cells in their order, each place once; days are counted from `base`.
  mutating func cells(_ cells: [Cell], from base: Int32) {
    count(cells.count)
    var pair: Int64 = 0
    var day = base
    var index = 0
    while index < cells.count {
      let first = index
      while index < cells.count, cells[index].pair == cells[first].pair { index += 1 }
      signed(cells[first].pair &- pair)
      count(index - first)
      pair = cells[first].pair
      for cell in cells[first..<index] {
        signed(Int64(cell.day) - Int64(day))
        signed(cell.value)
        day = cell.day
      }
    }
  }
}

extension PackingReader {
  /// What was written with the same base.
  mutating func cells(from base: Int32) throws(PackingFault) -> [Cell] {
    let all = try count()
    var cells: [Cell] = []
    cells.reserveCapacity(all)
    var pair: Int64 = 0
    var day = base
    while cells.count < all {
      pair = pair &+ (try signed())
      let own = try count()
      guard own > 0, own <= all - cells.count else { throw PackingFault() }
      for _ in 0..<own {
        day = try self.day(from: day)
        cells.append(Cell(pair: pair, day: day, value: try signed()))
      }
    }
    return cells
  }
}

/// What a file gives in one month, packed: equal sums are equal bytes.
struct MonthSums: Hashable {
  var bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Cells in their order, all of that month.
  init(_ cells: [Cell], of month: Month) {
    var writer = PackingWriter()
    writer.cells(cells, from: month.first.number)
    bytes = writer.bytes
  }

  func cells(of month: Month) throws(PackingFault) -> [Cell] {
    var reader = PackingReader(bytes)
    return try reader.cells(from: month.first.number)
  }
}

/// Which file's, and which month's sums: the id of a row of `head`.
struct HeadKey: Hashable {
  var path: Int64
  var month: Month

  /// Months of all years up to 9999 fit into the lower part.
  private static let bits: Int64 = 20

  init(path: Int64, month: Month) {
    self.path = path
    self.month = month
  }

  init(id: Int64) {
    path = id >> HeadKey.bits
    month = Month(number: Int32(truncatingIfNeeded: id & (1 << HeadKey.bits - 1)))
  }

  var id: Int64 { path << HeadKey.bits | Int64(month.number) & (1 << HeadKey.bits - 1) }
}
