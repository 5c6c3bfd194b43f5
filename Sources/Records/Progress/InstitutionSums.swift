/// Sums by institution, pair and day. An institution has its own row of days for each pair that its rows name.
final class InstitutionSums {
  private(set) var names = ValueNames()

  /// Where an institution's last row was added.
  struct Last {
    var pair: Int32 = -1
    var row: Int32 = 0
  }

  private struct Row {
    var institution: Int
    var pair: Int
  }

  private let days: Int
  /// For each institution the pair of its last row, and that row's place: most have only one.
  private(set) var last: UnsafeMutablePointer<Last>
  private var lastCapacity = 1024
  private var rows: [Row] = []
  private var places: [UInt64: Int32] = [:]
  private(set) var sums: UnsafeMutablePointer<Int64>
  private var capacity = 64
  /// Sums of rows that came when there were too many of them to have days of their own.
  private var sparse: [UInt64: [Int32: Int64]] = [:]
  private let mostRows: Int

  /// The most memory that rows of days may take, in bytes.
  private static let largest = 16 << 20

  init(_ axes: ProgressAxes) {
    days = axes.days
    mostRows = max(64, InstitutionSums.largest / (8 * max(1, days)))
    sums = .allocate(capacity: capacity * days)
    sums.initialize(repeating: 0, count: capacity * days)
    last = .allocate(capacity: lastCapacity)
    last.initialize(repeating: Last(), count: lastCapacity)
  }

  deinit {
    sums.deallocate()
    last.deallocate()
  }

  /// The number of an institution's name, in NFC; 0 for none.
  func number(_ name: String) -> Int {
    let number = names.number(name)
    if number >= lastCapacity {
      last.grow(from: lastCapacity, to: lastCapacity * 4, with: Last())
      lastCapacity *= 4
    }
    return number
  }

  /// Adds to an institution, which must have a number that is not 0.
  @inline(never)
  func add(_ count: Int64, _ institution: Int, _ pair: Int, _ day: Int) {
    let key = UInt64(truncatingIfNeeded: institution) << 32 | UInt64(truncatingIfNeeded: pair)
    guard let row = places[key] ?? newRow(key, institution, pair) else {
      sparse[key, default: [:]][Int32(truncatingIfNeeded: day), default: 0] &+= count
      return
    }
    last[institution] = Last(pair: Int32(truncatingIfNeeded: pair), row: row)
    sums[Int(row) &* days &+ day] &+= count
  }

  private func newRow(_ key: UInt64, _ institution: Int, _ pair: Int) -> Int32? {
    guard rows.count < mostRows else { return nil }
    if rows.count == capacity {
      sums.grow(from: capacity * days, to: capacity * 2 * days, with: 0)
      capacity *= 2
    }
    let row = Int32(truncatingIfNeeded: rows.count)
    rows.append(Row(institution: institution, pair: pair))
    places[key] = row
    return row
  }

  /// Adds what another one holds.
  func absorb(_ other: InstitutionSums) {
    other.forEachRow { institution, pair, days in
      let number = self.number(other.names.names[institution])
      guard number != 0 else { return }
      for (day, sum) in days { add(sum, number, pair, day) }
    }
  }

  /// Everything that was added; then all is as new, but for the names.
  func drain() -> Packed {
    var all: [(institution: Int, pair: Int, days: [(Int, Int64)])] = []
    forEachRow { all.append(($0, $1, $2)) }
    clear()
    // Names are met in any order, and the packed form has one.
    all.sort { a, b in
      if a.institution == b.institution { return a.pair < b.pair }
      return names.names[a.institution].utf8.lexicographicallyPrecedes(names.names[b.institution].utf8)
    }
    var writer = PackedWriter()
    var current = 0
    var lastPair = 0
    for entry in all {
      if entry.institution != current {
        if current != 0 { writer.endGroups() }
        current = entry.institution
        lastPair = 0
        writer.unsigned(0)
        writer.text(names.names[current])
      }
      writer.group(pairStep: entry.pair - lastPair, count: entry.days.count)
      lastPair = entry.pair
      var lastDay = 0
      for (day, sum) in entry.days {
        writer.count(day - lastDay)
        writer.signed(sum)
        lastDay = day
      }
    }
    if current != 0 { writer.endGroups() }
    return writer.packed
  }

  /// Forgets everything but the names.
  func clear() {
    for row in rows.indices {
      last[rows[row].institution] = Last()
      (sums + row * days).update(repeating: 0, count: days)
    }
    rows.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    sparse.removeAll()
  }

  /// Rows that hold a sum which is not zero.
  private func forEachRow(_ body: (Int, Int, [(Int, Int64)]) -> Void) {
    for (place, row) in rows.enumerated() {
      let own = sums + place * days
      let filled = (0..<days).filter { own[$0] != 0 }.map { ($0, own[$0]) }
      if !filled.isEmpty { body(row.institution, row.pair, filled) }
    }
    for (key, days) in sparse {
      let filled = days.filter { $0.value != 0 }.map { (Int($0.key), $0.value) }.sorted { $0.0 < $1.0 }
      if !filled.isEmpty { body(Int(key >> 32), Int(key & 0xFFFF_FFFF), filled) }
    }
  }
}
