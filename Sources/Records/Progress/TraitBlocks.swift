import CSweep

/// Room for sums by pair, month and column; a pair takes room when it is first met.
final class TraitBlocks {
  let months: Int
  /// Columns for which there is room.
  @exclusivity(unchecked) private(set) var stride = 32
  /// Pairs that have room.
  @exclusivity(unchecked) private(set) var pairs: [Int] = []
  private let starts: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var sums: UnsafeMutablePointer<Int64>
  @exclusivity(unchecked) private var capacity = 4

  /// The most memory that the sums may take, in bytes.
  private static let largest = 32 << 20
  /// There would be so many sums that rows name few of them: nothing has room here.
  private let isOff: Bool

  init(pairs: Int, months: Int) {
    self.months = max(1, months)
    isOff = pairs * self.months * stride * 8 > 2 * TraitBlocks.largest
    starts = .allocate(capacity: max(1, pairs))
    starts.initialize(repeating: -1, count: max(1, pairs))
    sums = .allocate(capacity: capacity * self.months * stride)
    sums.initialize(repeating: 0, count: capacity * self.months * stride)
  }

  deinit {
    starts.deallocate()
    sums.deallocate()
  }

  private var size: Int { months * stride }

  /// Tells where sums lie until another pair or column comes.
  func tell(_ targets: inout csweep_targets) {
    targets.traits = sums
    targets.trait_starts = UnsafePointer(starts)
    targets.trait_stride = Int64(stride)
    targets.trait_size = Int64(size)
  }

  /// Makes room for that many columns; false where there is too little of it.
  func makeRoom(columns: Int) -> Bool {
    if isOff { return false }
    if columns <= stride { return true }
    guard columns < UInt16.max else { return false }
    let wider = stride + 16
    guard capacity * months * wider * 8 <= TraitBlocks.largest else { return false }
    let grown = UnsafeMutablePointer<Int64>.allocate(capacity: capacity * months * wider)
    grown.initialize(repeating: 0, count: capacity * months * wider)
    for row in 0..<pairs.count * months { (grown + row * wider).update(from: sums + row * stride, count: stride) }
    sums.deallocate()
    sums = grown
    stride = wider
    return true
  }

  /// The columns of a pair and month; nil where there is no room for the pair.
  func sums(pair: Int, month: Int) -> UnsafeMutablePointer<Int64>? {
    if starts[pair] < 0 {
      if isOff { return nil }
      if pairs.count == capacity {
        guard capacity * 2 * size * 8 <= TraitBlocks.largest else { return nil }
        sums.grow(from: capacity * size, to: capacity * 2 * size, with: 0)
        capacity *= 2
      }
      starts[pair] = Int32(truncatingIfNeeded: pairs.count)
      pairs.append(pair)
    }
    return sums + (Int(starts[pair]) * size + month * stride)
  }

  /// The months of a pair and column, one every ``stride``; nil where the pair has no room.
  func sums(pair: Int, column: Int) -> UnsafePointer<Int64>? {
    starts[pair] < 0 ? nil : UnsafePointer(sums + (Int(starts[pair]) * size + column))
  }

  /// Forgets all sums, which are of those months; every pair must ask for room anew.
  func clear(months: Range<Int>) {
    for place in pairs.indices {
      (sums + place * size + months.lowerBound * stride).update(repeating: 0, count: months.count * stride)
    }
    for pair in pairs { starts[pair] = -1 }
    pairs.removeAll(keepingCapacity: true)
  }
}
