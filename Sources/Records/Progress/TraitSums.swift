import CSweep

/// Sums by a trait's value, pair and month.
///
/// A file's rows repeat few combinations of traits. So a combination is understood once, and each further row adds to
/// as many places as there are traits without looking at their texts. The sums of one pair and month lie side by side:
/// rows that follow each other are mostly of few pairs and one month.
final class TraitSums {
  /// The columns of a combination's values; 0, the sink, for an empty one.
  typealias Combination = csweep_combination

  private var combinations: UnsafeMutablePointer<Combination>
  private var combinationCount = 0
  private var combinationCapacity = 256
  private var values: [[Int]] = []
  private var numbers: [[Int]: Int] = [:]
  private var used: [Int] = []
  private var names = Array(repeating: ValueNames(), count: Trait.allCases.count)
  /// For each trait and number of a value its column; 0 for those that have none.
  private var columnOf: [[UInt16]] = Array(repeating: [0], count: Trait.allCases.count)
  private var columns: UInt16 = 1
  private let block: TraitBlocks
  /// Sums of values and pairs that came when there was no place any more.
  private var sparse: [SparseKey: [Int32: Int64]] = [:]

  private struct SparseKey: Hashable {
    var trait: Int
    var value: Int
    var pair: Int
  }

  /// Combinations beyond this many are forgotten at the end of a file.
  private static let mostCombinations = 1 << 17

  init(_ axes: ProgressAxes) {
    block = TraitBlocks(pairs: axes.pairs, months: axes.monthCount)
    combinations = .allocate(capacity: combinationCapacity)
    combinations.initialize(repeating: Combination(), count: combinationCapacity)
    _ = combination(Array(repeating: 0, count: Trait.allCases.count))
  }

  deinit { combinations.deallocate() }

  /// Tells where sums lie until a new value, combination or pair comes.
  func tell(_ targets: inout csweep_targets) {
    targets.combinations = UnsafePointer(combinations)
    block.tell(&targets)
  }

  /// Whether there are so many combinations that they had better be forgotten.
  var isCrowded: Bool { combinationCount > TraitSums.mostCombinations }

  /// The number of a trait's value, in NFC; 0 for the empty one.
  func number(_ name: String, _ trait: Trait) -> Int {
    let number = names[trait.rawValue].number(name)
    if number >= columnOf[trait.rawValue].count {
      let isRoom = block.makeRoom(columns: Int(columns) + 1)
      columnOf[trait.rawValue].append(isRoom ? columns : 0)
      if isRoom { columns += 1 }
    }
    return number
  }

  /// The number of a combination of values; the one of no values is 0.
  func combination(_ values: [Int]) -> Int {
    if let known = numbers[values] { return known }
    if combinationCount == combinationCapacity {
      combinations.grow(from: combinationCapacity, to: combinationCapacity * 2, with: Combination())
      combinationCapacity *= 2
    }
    let number = combinationCount
    combinationCount += 1
    let own = values.enumerated().map { columnOf[$0][$1] }
    combinations[number] = Combination(
      columns: (own[0], own[1], own[2], own[3], own[4], own[5]), is_used: false,
      is_sparse: zip(values, own).contains { $0 != 0 && $1 == 0 })
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

  /// Adds to every value of a combination.
  func add(_ count: Int64, _ combination: Int, pair: Int, month: Int) {
    note(combination)
    let own = combinations[combination]
    guard let sums = block.sums(pair: pair, month: month) else {
      return addSparsely(count, combination, pair, month, isWhole: true)
    }
    sums[Int(own.columns.0)] &+= count
    sums[Int(own.columns.1)] &+= count
    sums[Int(own.columns.2)] &+= count
    sums[Int(own.columns.3)] &+= count
    sums[Int(own.columns.4)] &+= count
    sums[Int(own.columns.5)] &+= count
    if own.is_sparse { addSparsely(count, combination, pair, month, isWhole: false) }
  }

  /// Adds to those values of a combination that have no column, or to all where the pair has no place.
  private func addSparsely(_ count: Int64, _ combination: Int, _ pair: Int, _ month: Int, isWhole: Bool) {
    for (trait, value) in values[combination].enumerated() where value != 0 && (isWhole || columnOf[trait][value] == 0)
    {
      let key = SparseKey(trait: trait, value: value, pair: pair)
      sparse[key, default: [:]][Int32(truncatingIfNeeded: month), default: 0] &+= count
    }
  }

  // MARK: At the end of a file

  /// Adds what another one holds.
  func absorb(_ other: TraitSums) {
    var last = (trait: Trait.occupation, value: -1, own: 0)
    other.forEach { trait, value, pair, sums, stride in
      if trait != last.trait || value != last.value {
        last = (trait, value, use(trait, other.names[trait.rawValue].names[value]))
      }
      for month in 0..<block.months where sums[month * stride] != 0 {
        add(sums[month * stride], trait, last.own, pair: pair, month: month)
      }
    }
  }

  /// The number of a value whose sums are added to.
  func use(_ trait: Trait, _ name: String) -> Int {
    let combination = combination(trait, name)
    note(combination)
    return values[combination][trait.rawValue]
  }

  /// Adds to one value, which was said to be used.
  func add(_ sum: Int64, _ trait: Trait, _ value: Int, pair: Int, month: Int) {
    let column = Int(columnOf[trait.rawValue][value])
    if column != 0, let own = block.sums(pair: pair, month: month) {
      own[column] &+= sum
    } else if value != 0 {
      let key = SparseKey(trait: trait.rawValue, value: value, pair: pair)
      sparse[key, default: [:]][Int32(truncatingIfNeeded: month), default: 0] &+= sum
    }
  }

  private func note(_ combination: Int) {
    guard !combinations[combination].is_used else { return }
    combinations[combination].is_used = true
    used.append(combination)
  }

  /// Everything that was added, which was in those months; then all is as new, but for names and combinations.
  func drain(months: Range<Int>) -> Packed {
    var packed = PackedSums()
    var current: (trait: Trait, value: Int)?
    forEach { trait, value, pair, sums, stride in
      if current?.trait != trait || current?.value != value {
        packed.begin(trait.rawValue, names[trait.rawValue].names[value])
        current = (trait, value)
      }
      packed.add(sums, stride: stride, in: months, pair: pair)
    }
    clear(months: months)
    return packed.finish()
  }

  /// Forgets all sums.
  func clear(months: Range<Int>) {
    block.clear(months: months)
    sparse.removeAll()
    for combination in used { combinations[combination].is_used = false }
    used.removeAll(keepingCapacity: true)
  }

  /// The months of every value and pair, ordered by trait, then by the value's text, then by pair.
  private func forEach(_ body: (Trait, _ value: Int, _ pair: Int, UnsafePointer<Int64>, _ stride: Int) -> Void) {
    let pairs = block.pairs.sorted()
    let apart = Set(sparse.keys.map(\.pair)).subtracting(pairs)
    let all = apart.isEmpty ? pairs : (pairs + apart).sorted()
    let scratch = UnsafeMutablePointer<Int64>.allocate(capacity: block.months)
    defer { scratch.deallocate() }
    for (trait, used) in usedValues() {
      for value in used {
        let column = columnOf[trait.rawValue][value]
        for pair in all {
          if column != 0, let sums = block.sums(pair: pair, column: Int(column)) {
            body(trait, value, pair, sums, block.stride)
          } else if let months = sparse[SparseKey(trait: trait.rawValue, value: value, pair: pair)] {
            scratch.initialize(repeating: 0, count: block.months)
            for (month, sum) in months { scratch[Int(month)] = sum }
            body(trait, value, pair, scratch, 1)
          }
        }
      }
    }
  }

  /// For each trait the values of the combinations that were used, in the order of their texts.
  private func usedValues() -> [(Trait, [Int])] {
    Trait.allCases.map { trait in
      let ranks = names[trait.rawValue].ranks()
      var isUsed = Array(repeating: false, count: ranks.count)
      for combination in used { isUsed[values[combination][trait.rawValue]] = true }
      isUsed[0] = false
      let found = isUsed.indices.filter { isUsed[$0] }
      return (trait, found.sorted { ranks[$0] < ranks[$1] })
    }
  }
}
