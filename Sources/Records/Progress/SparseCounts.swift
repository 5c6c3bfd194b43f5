import Policy

/// Sums by a number that stands for an institution and a day, without an array as long as all of them.
struct SparseCounts {
  private var keys: [UInt64] = Array(repeating: .max, count: 256)
  private var counts: [Int64] = Array(repeating: 0, count: 256)
  private var used = 0

  /// Adds to the sum of an institution on a day.
  mutating func add(_ count: Int64, institution: Int, day: Int) {
    let key = UInt64(truncatingIfNeeded: institution) << 32 | UInt64(truncatingIfNeeded: day)
    var place = slot(key)
    if keys[place] == .max {
      if used * 2 >= keys.count {
        grow()
        place = slot(key)
      }
      keys[place] = key
      used += 1
    }
    counts[place] = counts[place].addingSaturated(count)
  }

  /// Every sum, ordered by institution, then day.
  var sorted: [(institution: Int, day: Int, count: Int64)] {
    keys.indices.filter { keys[$0] != .max }
      .sorted { keys[$0] < keys[$1] }
      .map { (Int(keys[$0] >> 32), Int(keys[$0] & 0xFFFF_FFFF), counts[$0]) }
  }

  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count &- 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[place] != .max && keys[place] != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = self
    keys = Array(repeating: .max, count: old.keys.count * 2)
    counts = Array(repeating: 0, count: old.keys.count * 2)
    for place in old.keys.indices where old.keys[place] != .max {
      let target = slot(old.keys[place])
      keys[target] = old.keys[place]
      counts[target] = old.counts[place]
    }
  }
}
