import CSweep

/// Sums by a trait's value, pair and month.
///
/// A file's rows repeat few combinations of traits. So a combination is understood once, and each further row adds to
/// as many places as there are traits without looking at their texts. The sums of one pair and month lie side by side:
/// rows that follow each other are mostly of few pairs and one month.
final class TraitSums {
  /// The columns of a combination's values; 0, the sink, for an empty one.
  typealias Combination = csweep_combination

  @exclusivity(unchecked) private var combinations: UnsafeMutablePointer<Combination>
  @exclusivity(unchecked) private var combinationCount = 0
  private var combinationCapacity = 256
  @exclusivity(unchecked) private var values: [TraitValues] = []
  @exclusivity(unchecked) private var numbers: [TraitValues: Int] = [:]
  @exclusivity(unchecked) private var used: [Int] = []
  private var names = Array(repeating: ValueNames(), count: Trait.allCases.count)
  /// For each trait and number of a value its column; 0 for those that have none.
  private var columnOf: [[UInt16]] = Array(repeating: [0], count: Trait.allCases.count)
  private var columns: UInt16 = 1
  private let block: TraitBlocks
  /// Sums by pair, month and combination of what came when there was no place any more.
  private let sparse: SparseSums
  private let monthBits: Int

  private static let combinationBits = 31

  /// Combinations beyond this many are forgotten at the end of a file.
  private static let mostCombinations = 1 << 17

  init(_ axes: ProgressAxes) {
    block = TraitBlocks(pairs: axes.pairs, months: axes.monthCount)
    monthBits = SparseSums.bits(axes.monthCount)
    sparse = SparseSums(bits: SparseSums.bits(axes.pairs) + monthBits + TraitSums.combinationBits)
    combinations = .allocate(capacity: combinationCapacity)
    combinations.initialize(repeating: Combination(), count: combinationCapacity)
    _ = combination(TraitValues())
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
  func combination(_ values: TraitValues) -> Int {
    if let known = numbers[values] { return known }
    if combinationCount == combinationCapacity {
      combinations.grow(from: combinationCapacity, to: combinationCapacity * 2, with: Combination())
      combinationCapacity *= 2
    }
    let number = combinationCount
    combinationCount += 1
    let own = Trait.all.map { columnOf[$0.rawValue][values[$0]] }
    combinations[number] = Combination(
      columns: (own[0], own[1], own[2], own[3], own[4], own[5]), is_used: false,
      is_sparse: zip(Trait.all, own).contains { values[$0] != 0 && $1 == 0 })
    self.values.append(values)
    numbers[values] = number
    return number
  }

  /// The number of the combination of one value alone.
  func combination(_ trait: Trait, _ value: String) -> Int {
    var values = TraitValues()
    values[trait] = number(value, trait)
    return combination(values)
  }

  /// Adds to every value of a combination.
  func add(_ count: Int64, _ combination: Int, pair: Int, month: Int) {
    guard combination != 0 else { return }
    note(combination)
    let own = combinations[combination]
    guard !own.is_sparse, let sums = block.sums(pair: pair, month: month) else {
      return sparse.add(key(pair, month, combination), count)
    }
    sums[Int(own.columns.0)] &+= count
    sums[Int(own.columns.1)] &+= count
    sums[Int(own.columns.2)] &+= count
    sums[Int(own.columns.3)] &+= count
    sums[Int(own.columns.4)] &+= count
    sums[Int(own.columns.5)] &+= count
  }

  private func key(_ pair: Int, _ month: Int, _ combination: Int) -> UInt64 {
    UInt64((pair &<< monthBits | month) &<< TraitSums.combinationBits | combination)
  }

  private func combination(_ key: UInt64) -> Int { Int(key & (1 << UInt64(TraitSums.combinationBits) - 1)) }

  private func month(_ key: UInt64) -> Int { Int(key >> UInt64(TraitSums.combinationBits)) & (1 << monthBits - 1) }

  private func pair(_ key: UInt64) -> Int { Int(key >> UInt64(TraitSums.combinationBits + monthBits)) }

  // MARK: At the end of a file

  /// One value alone, whose sums are added to.
  struct Single {
    fileprivate var column: Int
    fileprivate var combination: Int
  }

  /// A value whose sums are added to; the empty one is not summed.
  func use(_ trait: Trait, _ name: String) -> Single {
    let combination = combination(trait, name)
    note(combination)
    return Single(
      column: Int(columnOf[trait.rawValue][values[combination][trait]]), combination: combination)
  }

  /// Adds to one value.
  func add(_ sum: Int64, _ single: Single, pair: Int, month: Int) {
    guard single.combination != 0 else { return }
    if single.column != 0, let own = block.sums(pair: pair, month: month) {
      own[single.column] &+= sum
    } else {
      sparse.add(key(pair, month, single.combination), sum)
    }
  }

  /// Adds what another one holds.
  func absorb(_ other: TraitSums) {
    for (trait, used) in other.usedValues() {
      for value in used where other.columnOf[trait.rawValue][value] != 0 {
        let single = use(trait, other.names[trait.rawValue].names[value])
        let column = Int(other.columnOf[trait.rawValue][value])
        for pair in other.block.pairs {
          guard let sums = other.block.sums(pair: pair, column: column) else { continue }
          for month in 0..<block.months where sums[month * other.block.stride] != 0 {
            add(sums[month * other.block.stride], single, pair: pair, month: month)
          }
        }
      }
    }
    var known = Array(repeating: -1, count: other.combinationCount)
    sparse.reserve(other.sparse.count)
    other.sparse.forEach { sum in
      let its = other.combination(sum.key)
      if known[its] < 0 { known[its] = combination(other.values[its], of: other) }
      add(sum.sum, known[its], pair: other.pair(sum.key), month: other.month(sum.key))
    }
  }

  private func combination(_ values: TraitValues, of other: TraitSums) -> Int {
    var own = TraitValues()
    for trait in Trait.all where values[trait] != 0 {
      own[trait] = number(other.names[trait.rawValue].names[values[trait]], trait)
    }
    return combination(own)
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
    let apart = sparse.sorted()
    let scratch = UnsafeMutablePointer<Int64>.allocate(capacity: block.months)
    defer { scratch.deallocate() }
    for (trait, used) in usedValues() {
      var runs = runs(of: apart, trait, used)[...]
      for (place, value) in used.enumerated() {
        let column = Int(columnOf[trait.rawValue][value])
        let room = column == 0 ? [] : pairs
        var next = room.startIndex
        // What lies apart, and before each pair of it the pairs that have nothing there.
        while let first = runs.first, first.place == place {
          let pair = pair(apart[first.sum].key)
          while next < room.endIndex, room[next] < pair {
            if let sums = block.sums(pair: room[next], column: column) {
              body(trait, value, room[next], sums, block.stride)
            }
            next += 1
          }
          scratch.initialize(repeating: 0, count: block.months)
          if next < room.endIndex, room[next] == pair, let sums = block.sums(pair: pair, column: column) {
            for month in 0..<block.months { scratch[month] = sums[month * block.stride] }
            next += 1
          }
          while let run = runs.first, run.place == place, self.pair(apart[run.sum].key) == pair {
            scratch[month(apart[run.sum].key)] &+= apart[run.sum].sum
            runs.removeFirst()
          }
          body(trait, value, pair, scratch, 1)
        }
        for pair in room[next...] {
          if let sums = block.sums(pair: pair, column: column) { body(trait, value, pair, sums, block.stride) }
        }
      }
    }
  }

  /// What lies apart of a trait, ordered by its value's place among those that are used, then as it is.
  private func runs(of apart: [SparseSums.Sum], _ trait: Trait, _ used: [Int]) -> [(place: Int, sum: Int)] {
    if apart.isEmpty { return [] }
    var places = Array(repeating: -1, count: names[trait.rawValue].names.count)
    for (place, value) in used.enumerated() { places[value] = place }
    let ofCombinations = values.map { places[$0[trait]] }
    var runs: [(place: Int, sum: Int)] = []
    runs.reserveCapacity(apart.count)
    for (index, sum) in apart.enumerated() {
      let place = ofCombinations[combination(sum.key)]
      if place >= 0 { runs.append((place, index)) }
    }
    return SparseSums.sorted(runs, bits: SparseSums.bits(used.count)) { UInt64($0.place) }
  }

  /// For each trait the values of the combinations that were used, in the order of their texts.
  private func usedValues() -> [(Trait, [Int])] {
    Trait.allCases.map { trait in
      let ranks = names[trait.rawValue].ranks()
      var isUsed = Array(repeating: false, count: ranks.count)
      for combination in used { isUsed[values[combination][trait]] = true }
      isUsed[0] = false
      let found = isUsed.indices.filter { isUsed[$0] }
      return (trait, found.sorted { ranks[$0] < ranks[$1] })
    }
  }
}
