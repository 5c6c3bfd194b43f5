/// Sums by a trait's value, pair and month.
///
/// A file's rows repeat few combinations of traits. So a combination is understood once, and each further row adds to
/// as many places as there are traits without looking at their texts.
final class TraitSums {
  /// Where a combination's values begin in ``sums``, or the sink's place for an empty one.
  struct Combination {
    var places: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)
    /// The combination was used since the last drain.
    var isUsed = false
    /// One of its values has no place in ``sums``.
    var isSparse = false
  }

  private(set) var combinations: UnsafeMutablePointer<Combination>
  private var combinationCount = 0
  private var combinationCapacity = 256
  private var values: [[Int]] = []
  private var numbers: [[Int]: Int] = [:]
  private var used: [Int] = []
  private var names = Array(repeating: ValueNames(), count: Trait.allCases.count)
  /// For each trait and number of a value its row in ``sums``; 0, the sink, for those that have none.
  private var rowOf: [[Int]] = Array(repeating: [0], count: Trait.allCases.count)

  private(set) var sums: UnsafeMutablePointer<Int64>
  private var rowCount = 1
  private var rowCapacity = 64
  private let rowSize: Int
  private let months: Int
  private let mostRows: Int
  /// Sums of values that came when there was no place any more.
  private var sparse: [SparseKey: Int64] = [:]

  private struct SparseKey: Hashable {
    var trait: Int
    var value: Int
    var place: Int
  }

  /// The most memory that the sums may take, in bytes.
  private static let largest = 24 << 20
  /// Combinations beyond this many are forgotten at the end of a file.
  private static let mostCombinations = 1 << 17

  init(_ axes: ProgressAxes) {
    months = axes.monthCount
    rowSize = max(1, axes.pairs * axes.monthCount)
    mostRows = max(64, TraitSums.largest / (8 * rowSize))
    sums = .allocate(capacity: rowCapacity * rowSize)
    sums.initialize(repeating: 0, count: rowCapacity * rowSize)
    combinations = .allocate(capacity: combinationCapacity)
    combinations.initialize(repeating: Combination(), count: combinationCapacity)
    _ = combination(Array(repeating: 0, count: Trait.allCases.count))
  }

  deinit {
    sums.deallocate()
    combinations.deallocate()
  }

  /// Whether there are so many combinations that they had better be forgotten.
  var isCrowded: Bool { combinationCount > TraitSums.mostCombinations }

  /// The number of a trait's value, in NFC; 0 for the empty one.
  func number(_ name: String, _ trait: Trait) -> Int {
    let number = names[trait.rawValue].number(name)
    if number >= rowOf[trait.rawValue].count { rowOf[trait.rawValue].append(newRow()) }
    return number
  }

  /// The number of a combination of values; the one of no values is 0.
  func combination(_ values: [Int]) -> Int {
    if let known = numbers[values] { return known }
    if combinationCount == combinationCapacity { growCombinations() }
    let number = combinationCount
    combinationCount += 1
    let rows = values.enumerated().map { rowOf[$0][$1] * rowSize }
    combinations[number] = Combination(
      places: (rows[0], rows[1], rows[2], rows[3], rows[4], rows[5]),
      isSparse: values.enumerated().contains { $1 != 0 && rowOf[$0][$1] == 0 })
    self.values.append(values)
    numbers[values] = number
    return number
  }

  /// The number of the combination of one value alone.
  func combination(_ trait: Trait, _ value: String) -> Int {
    var values = Array(repeating: 0, count: Trait.allCases.count)
    values[trait.rawValue] = number(value, trait)
    return combination(values)
  }

  /// Notes that a combination is used for the first time since the last drain.
  @inline(never)
  func use(_ combination: Int) {
    combinations[combination].isUsed = true
    used.append(combination)
  }

  /// Adds to every value of a combination.
  func add(_ count: Int64, _ combination: Int, pair: Int, month: Int) {
    let own = combinations[combination]
    if !own.isUsed { use(combination) }
    let place = pair &* months &+ month
    sums[own.places.0 &+ place] &+= count
    sums[own.places.1 &+ place] &+= count
    sums[own.places.2 &+ place] &+= count
    sums[own.places.3 &+ place] &+= count
    sums[own.places.4 &+ place] &+= count
    sums[own.places.5 &+ place] &+= count
    if own.isSparse { addSparsely(count, combination, place) }
  }

  /// Adds to those values of a combination that have no place in ``sums``.
  @inline(never)
  func addSparsely(_ count: Int64, _ combination: Int, _ place: Int) {
    for (trait, value) in values[combination].enumerated() where value != 0 && rowOf[trait][value] == 0 {
      sparse[SparseKey(trait: trait, value: value, place: place), default: 0] &+= count
    }
  }

  private func newRow() -> Int {
    guard rowCount < mostRows else { return 0 }
    if rowCount == rowCapacity {
      sums.grow(from: rowCapacity * rowSize, to: rowCapacity * 2 * rowSize, with: 0)
      rowCapacity *= 2
    }
    rowCount += 1
    return rowCount - 1
  }

  private func growCombinations() {
    combinations.grow(from: combinationCapacity, to: combinationCapacity * 2, with: Combination())
    combinationCapacity *= 2
  }

  // MARK: At the end of a file

  /// Adds what another one holds; `pairs` are those that its rows name.
  func absorb(_ other: TraitSums, pairs: [Int]) {
    other.forEachSum(pairs) { trait, value, pair, month, sum in
      let name = other.names[trait].names[value]
      add(sum, combination(Trait.allCases[trait], name), pair: pair, month: month)
    }
  }

  /// Everything that was added to `pairs`, which must be all; then all is as new, but for names and combinations.
  func drain(pairs: [Int]) -> Packed {
    var all: [(trait: Int, value: Int, pair: Int, month: Int, sum: Int64)] = []
    forEachSum(pairs) { all.append(($0, $1, $2, $3, $4)) }
    clear(pairs: pairs)
    all.sort { a, b in
      if a.trait != b.trait { return a.trait < b.trait }
      if a.value != b.value {
        let names = names[a.trait].names
        return names[a.value].utf8.lexicographicallyPrecedes(names[b.value].utf8)
      }
      return (a.pair, a.month) < (b.pair, b.month)
    }
    var writer = PackedWriter()
    var index = 0
    while index < all.count {
      let first = all[index]
      writer.count(first.trait)
      writer.text(names[first.trait].names[first.value])
      var lastPair = 0
      while index < all.count, all[index].trait == first.trait, all[index].value == first.value {
        let pair = all[index].pair
        var end = index
        while end < all.count, all[end].trait == first.trait, all[end].value == first.value, all[end].pair == pair {
          end += 1
        }
        writer.group(pairStep: pair - lastPair, count: end - index)
        lastPair = pair
        var lastMonth = 0
        for entry in all[index..<end] {
          writer.count(entry.month - lastMonth)
          writer.signed(entry.sum)
          lastMonth = entry.month
        }
        index = end
      }
      writer.endGroups()
    }
    return writer.packed
  }

  /// Forgets the sums of `pairs`, which must be all that rows named.
  func clear(pairs: [Int]) {
    for (trait, value) in usedValues() {
      let row = sums + rowOf[trait][value] * rowSize
      for pair in pairs { (row + pair * months).update(repeating: 0, count: months) }
    }
    for pair in pairs { (sums + pair * months).update(repeating: 0, count: months) }
    sparse.removeAll()
    for combination in used { combinations[combination].isUsed = false }
    used.removeAll(keepingCapacity: true)
  }

  /// Values of the combinations that were used, each once.
  private func usedValues() -> [(trait: Int, value: Int)] {
    var seen = names.map { Array(repeating: false, count: $0.names.count) }
    var found: [(trait: Int, value: Int)] = []
    for combination in used {
      for (trait, value) in values[combination].enumerated() where value != 0 && !seen[trait][value] {
        seen[trait][value] = true
        found.append((trait, value))
      }
    }
    return found
  }

  private func forEachSum(_ pairs: [Int], _ body: (Int, Int, Int, Int, Int64) -> Void) {
    for (trait, value) in usedValues() where rowOf[trait][value] != 0 {
      let row = sums + rowOf[trait][value] * rowSize
      for pair in pairs {
        for month in 0..<months where row[pair * months + month] != 0 {
          body(trait, value, pair, month, row[pair * months + month])
        }
      }
    }
    for (key, sum) in sparse where sum != 0 {
      body(key.trait, key.value, key.place / months, key.place % months, sum)
    }
  }
}
