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

  /// Every row that holds a sum which is not zero, in any order.
  func forEach(_ body: (Key, [(column: Int, sum: Int64)]) -> Void) {
    for (place, key) in keys.enumerated() {
      let own = sums + place * width
      let filled = (0..<width).filter { own[$0] != 0 }.map { (column: $0, sum: own[$0]) }
      if !filled.isEmpty { body(key, filled) }
    }
    for (key, columns) in sparse {
      let filled = columns.filter { $0.value != 0 }.map { (column: Int($0.key), sum: $0.value) }
      if !filled.isEmpty { body(key, filled.sorted { $0.column < $1.column }) }
    }
  }

  /// Forgets everything.
  func clear() {
    sums.update(repeating: 0, count: keys.count * width)
    keys.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    sparse.removeAll()
  }
}
