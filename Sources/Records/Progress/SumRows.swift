/// Rows of sums, one for each institution and pair that were met, each as wide as there are days or months.
final class SumRows {
  /// Whose sums a row holds.
  struct Key: Hashable {
    var institution: Int32
    var pair: Int32
  }

  let width: Int
  private(set) var sums: UnsafeMutablePointer<Int64>
  private var capacity = 16
  /// Every row that has a place.
  private(set) var keys: [Key] = []
  private var places: [Key: Int32] = [:]
  /// Sums of rows that came when there were too many of them to have a place of their own.
  private var sparse: [Key: [Int32: Int64]] = [:]
  private let mostRows: Int

  /// The most memory that the rows may take, in bytes.
  private static let largest = 32 << 20

  init(width: Int) {
    self.width = max(1, width)
    mostRows = max(64, SumRows.largest / (8 * self.width))
    sums = .allocate(capacity: capacity * self.width)
    sums.initialize(repeating: 0, count: capacity * self.width)
  }

  deinit { sums.deallocate() }

  /// The place of a row, which is made where it is new; -1 where there is no room for it.
  func row(_ key: Key) -> Int32 {
    if let known = places[key] { return known }
    guard keys.count < mostRows else { return -1 }
    if keys.count == capacity {
      sums.grow(from: capacity * width, to: capacity * 2 * width, with: 0)
      capacity *= 2
    }
    let row = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    places[key] = row
    return row
  }

  /// Adds where a row stands, or apart where it has no place.
  func add(_ count: Int64, _ key: Key, row: Int32, at column: Int) {
    if row >= 0 {
      sums[Int(row) &* width &+ column] &+= count
    } else {
      sparse[key, default: [:]][Int32(truncatingIfNeeded: column), default: 0] &+= count
    }
  }

  /// Every row, in the order of its institution's rank, then of its pair.
  func forEach(ranks: [Int32], _ body: (Key, UnsafePointer<Int64>) -> Void) {
    var all = keys.indices.map { (order: order(keys[$0], ranks), place: $0) }
    let apart = Array(sparse.keys)
    all += apart.indices.map { (order: order(apart[$0], ranks), place: keys.count + $0) }
    all.sort { $0.order < $1.order }
    let scratch = UnsafeMutablePointer<Int64>.allocate(capacity: width)
    defer { scratch.deallocate() }
    for (_, place) in all {
      if place < keys.count {
        body(keys[place], sums + place * width)
      } else {
        let key = apart[place - keys.count]
        scratch.initialize(repeating: 0, count: width)
        for (column, sum) in sparse[key] ?? [:] { scratch[Int(column)] = sum }
        body(key, scratch)
      }
    }
  }

  private func order(_ key: Key, _ ranks: [Int32]) -> UInt64 {
    UInt64(UInt32(bitPattern: ranks[Int(key.institution)])) << 32 | UInt64(UInt32(bitPattern: key.pair))
  }

  /// Forgets everything; only `columns` were added to.
  func clear(_ columns: Range<Int>) {
    for row in keys.indices { (sums + row * width + columns.lowerBound).update(repeating: 0, count: columns.count) }
    keys.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    sparse.removeAll()
  }
}
