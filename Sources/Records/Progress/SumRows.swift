/// Rows of sums, one for each institution and pair that were met, each as wide as there are days or months. The sums of
/// one day or month lie side by side: rows of files that follow each other are mostly of the same. The row at place 0
/// is a sink, for what belongs to nobody, and is never looked at.
final class SumRows {
  /// Whose sums a row holds.
  struct Key: Hashable {
    var institution: Int32
    var pair: Int32
  }

  let width: Int
  /// By column, then row.
  @exclusivity(unchecked) private(set) var sums: UnsafeMutablePointer<Int64>
  private var memory: ZeroedMemory<Int64>
  /// Rows for which there is room.
  @exclusivity(unchecked) private(set) var capacity = 16
  /// Every row that has a place, behind the sink.
  @exclusivity(unchecked) private(set) var keys = [sink]
  @exclusivity(unchecked) private var places: [Key: Int32] = [:]
  /// Sums of rows that came when there were too many of them to have a place of their own.
  private var sparse: [Key: [Int32: Int64]] = [:]
  private let mostRows: Int

  private static let sink = Key(institution: 0, pair: 0)
  /// The most memory that the rows may take, in bytes.
  private static let largest = 32 << 20

  init(width: Int) {
    self.width = max(1, width)
    mostRows = max(64, SumRows.largest / (8 * self.width))
    memory = ZeroedMemory(capacity * self.width)
    sums = memory.base
  }

  /// The place of a row, which is made where it is new; 0 where there is no room for it.
  func row(_ key: Key) -> Int32 {
    if let known = places[key] { return known }
    guard keys.count < mostRows else { return 0 }
    if keys.count == capacity {
      grow()
    }
    let row = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    places[key] = row
    return row
  }

  /// Adds where a row stands, or apart where it has no place.
  func add(_ count: Int64, _ key: Key, row: Int32, at column: Int) {
    if row > 0 {
      sums[column &* capacity &+ Int(row)] &+= count
    } else {
      sparse[key, default: [:]][Int32(truncatingIfNeeded: column), default: 0] &+= count
    }
  }

  private func grow() {
    let grown = ZeroedMemory<Int64>(capacity * 2 * width)
    for column in 0..<width {
      (grown.base + column * capacity * 2).update(from: sums + column * capacity, count: keys.count)
    }
    memory = grown
    sums = memory.base
    capacity *= 2
  }

  /// Every row, in the order of its institution's rank, then of its pair.
  ///
  /// - Parameter body: takes the sums by column, one every `stride`.
  func forEach(ranks: [Int32], _ body: (Key, UnsafePointer<Int64>, _ stride: Int) -> Void) {
    var all = keys.indices.dropFirst().map { (order: order(keys[$0], ranks), place: $0) }
    let apart = Array(sparse.keys)
    all += apart.indices.map { (order: order(apart[$0], ranks), place: keys.count + $0) }
    all.sort { $0.order < $1.order }
    let scratch = UnsafeMutablePointer<Int64>.allocate(capacity: width)
    defer { scratch.deallocate() }
    for (_, place) in all {
      if place < keys.count {
        body(keys[place], sums + place, capacity)
      } else {
        let key = apart[place - keys.count]
        scratch.initialize(repeating: 0, count: width)
        for (column, sum) in sparse[key] ?? [:] { scratch[Int(column)] = sum }
        body(key, scratch, 1)
      }
    }
  }

  private func order(_ key: Key, _ ranks: [Int32]) -> UInt64 {
    UInt64(UInt32(bitPattern: ranks[Int(key.institution)])) << 32 | UInt64(UInt32(bitPattern: key.pair))
  }

  /// Forgets everything; only `columns` were added to.
  func clear(_ columns: Range<Int>) {
    for column in columns { (sums + column * capacity).update(repeating: 0, count: keys.count) }
    keys.removeLast(keys.count - 1)
    places.removeAll(keepingCapacity: true)
    sparse.removeAll()
  }
}
