import Policy
import Testing

@testable import Records

/// What a file adds to the totals, packed.
@Suite struct ProgressPartialTests {
  private static func axes() throws -> ProgressAxes {
    let plan = try Plan.builtIn()
    return ProgressAxes(Lexicon(plan: plan, districts: plan.districts))
  }

  private static func partial(_ seed: UInt64, _ sums: ProgressSums, rows: Int = 300) -> ProgressPartial {
    var random = SeededGenerator(seed)
    for _ in 0..<rows {
      let count = Int64.random(in: -9...1_000_000_000_000, using: &random)
      let institution = Int.random(in: 0..<4, using: &random)
      var values = TraitValues()
      for trait in Trait.all {
        let value = Int.random(in: 0..<3, using: &random)
        if value != 0 { values[trait] = sums.traits.number("\(trait)\(value)", trait) }
      }
      #expect(sums.fits(count))
      sums.add(
        count, pair: Int.random(in: 0..<sums.axes.pairs, using: &random),
        day: Int.random(in: 0..<sums.axes.days, using: &random),
        institution: institution == 0 ? 0 : sums.institutions.number("I\(institution)"),
        combination: sums.traits.combination(values))
    }
    return sums.drain()
  }

  @Test func theSameRowsGiveTheSameBytesWhateverWasMetBefore() throws {
    let axes = try Self.axes()
    let fresh = Self.partial(7, ProgressSums(axes))
    let used = ProgressSums(axes)
    _ = used.institutions.number("Z")
    _ = used.traits.number("later", .mode)
    _ = Self.partial(8, used)
    #expect(Self.partial(7, used) == fresh)
    #expect(fresh != Self.partial(8, ProgressSums(axes)))
  }

  @Test func twoPartsAddedAreTheWhole() throws {
    let axes = try Self.axes()
    let both = ProgressSums(axes)
    let a = Self.partial(1, ProgressSums(axes))
    let b = Self.partial(2, ProgressSums(axes))
    both.add(a)
    both.add(b)
    let whole = both.drain()
    #expect(whole.rows == 600)
    let other = ProgressSums(axes)
    other.add(b)
    let absorbed = ProgressSums(axes)
    absorbed.add(a)
    absorbed.absorb(other)
    #expect(absorbed.drain() == whole)
  }

  /// Where there are thousands of districts, sums are kept apart; what they give is the same.
  @Test func itMattersNotHowManyDistrictsThereAre() throws {
    let few = try Self.axes()
    let many = try Self.manyDistricts()
    #expect(many.cells > DenseCells.mostCells)
    func rows(_ axes: ProgressAxes, _ seed: UInt64, parts: Int) -> ProgressPartial {
      let all = (0..<parts).map { _ in ProgressSums(axes) }
      var random = SeededGenerator(seed)
      for row in 0..<3000 {
        let sums = all[row % parts]
        var values = TraitValues()
        for trait in Trait.all {
          let value = Int.random(in: 0..<5, using: &random)
          if value != 0 { values[trait] = sums.traits.number("\(trait)\(value)", trait) }
        }
        sums.add(
          Int64.random(in: -9...99, using: &random), pair: Int.random(in: 0..<few.pairs, using: &random) / 9 * 9,
          day: Int.random(in: 0..<few.days, using: &random) / 20,
          institution: sums.institutions.number("I\(row % 7)"), combination: sums.traits.combination(values))
      }
      for other in all.dropFirst() { all[0].absorb(other) }
      return all[0].drain()
    }
    for seed in 1...4 as ClosedRange<UInt64> {
      let wanted = rows(few, seed, parts: 1)
      #expect(rows(many, seed, parts: 1) == wanted)
      #expect(rows(many, seed, parts: 3) == wanted)
    }
    // What was drained or forgotten is gone.
    let again = ProgressSums(many)
    _ = Self.partial(1, again)
    again.add(5, pair: 3, day: 3, institution: 0, combination: 0)
    again.clear()
    #expect(again.drain() == ProgressSums(many).drain())
  }

  private static func manyDistricts() throws -> ProgressAxes {
    let plan = try Plan.builtIn()
    let more = (0..<1600).map { index in
      District(
        code: DistrictCode(rawValue: String(900_000 + index)), name: "区\(index)", short: "区\(index)", pinyin: "",
        initials: "", population: nil, tileRow: nil, tileColumn: nil)
    }
    return ProgressAxes(Lexicon(plan: plan, districts: plan.districts + more))
  }

  @Test(arguments: [1, 11, 12, 40]) func sumsKeptApartAreThoseOfTheirKeys(_ bits: Int) {
    var random = SeededGenerator(UInt64(bits))
    let sums = SparseSums(bits: bits)
    var wanted: [UInt64: (sum: Int64, rows: Int64)] = [:]
    for _ in 0..<5000 {
      let key = UInt64.random(in: 0..<1 << UInt64(bits), using: &random) / (bits > 20 ? 1 << 28 : 1)
      let sum = Int64.random(in: -50...50, using: &random)
      sums.add(key, sum, rows: 1)
      wanted[key] = ((wanted[key]?.sum ?? 0) + sum, (wanted[key]?.rows ?? 0) + 1)
    }
    let found = sums.sorted()
    #expect(found.map(\.key) == wanted.keys.sorted())
    #expect(found.allSatisfy { wanted[$0.key]?.sum == $0.sum && wanted[$0.key]?.rows == $0.rows })
    sums.removeAll()
    #expect(sums.sorted().isEmpty && sums.count == 0)
  }

  @Test func everySumIsThereOnce() throws {
    let axes = try Self.axes()
    let partial = Self.partial(3, ProgressSums(axes))
    var total: Int64 = 0
    var rows: Int64 = 0
    partial.forEachCell { _, _, sum, count in
      total += sum
      rows += count
    }
    #expect(rows == partial.rows)
    #expect(partial.pairTotals().values.reduce(0, +) == total)
    let all = partial.contribution(pairs: Set(0..<axes.pairs), through: axes.days)
    #expect(all.sum == total && all.rows == rows)
    let half = partial.contribution(pairs: Set(0..<axes.pairs), through: axes.days / 2)
    #expect(half.rows < rows && half.rows > 0)
  }

  @Test func theLedgerForgetsWhatIsTakenAway() throws {
    let axes = try Self.axes()
    let parts = (1...5).map { Self.partial(UInt64($0), ProgressSums(axes), rows: 40) }
    var ledger = ProgressLedger(axes)
    for part in parts { ledger.add(part) }
    ledger.remove(parts[1])
    ledger.remove(parts[3])
    var cold = ProgressLedger(axes)
    for index in [0, 2, 4] { cold.add(parts[index]) }
    #expect(ledger.totals() == cold.totals())
    #expect(ledger.isExact)
    #expect(ledger.totals() == ProgressLedger.saturated([0, 2, 4].map { parts[$0] }, axes))
  }

  @Test func sumsThatWouldLeaveTheirTypeAreHeld() throws {
    let axes = try Self.axes()
    let sums = ProgressSums(axes)
    sums.magnitude = .max - 5
    #expect(!sums.fits(6))
    #expect(sums.fits(-5))
    sums.clear()
    sums.add(.max, pair: 1, day: 1, institution: 0, combination: 0)
    #expect(sums.fits(.max))
    let huge = sums.drain()
    var ledger = ProgressLedger(axes)
    ledger.add(huge)
    ledger.add(huge)
    #expect(!ledger.isExact)
    #expect(ProgressLedger.saturated([huge, huge], axes).counts.max() == .max)
    ledger.remove(huge)
    #expect(ledger.isExact && ledger.totals().counts.max() == .max)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func brokenBytesEndTheReadingAndNeverTrap(_ seed: UInt64) throws {
    let partial = Self.partial(4, ProgressSums(try Self.axes()))
    let most = partial.institutions.bytes.count
    var random = SeededGenerator(seed)
    for _ in 0..<300 {
      var broken = partial
      var bytes = Array(partial.institutions.bytes)
      for _ in 0..<5 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
      broken.institutions = Packed(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      broken.traits = broken.institutions
      broken.cells = broken.institutions
      var entries = 0
      broken.forEachInstitution { _, _, _, _ in entries += 1 }
      broken.forEachTrait { _, _, _, _, _ in entries += 1 }
      broken.forEachCell { _, _, _, _ in entries += 1 }
      // Every entry takes two bytes at least, whatever they say, and the same bytes are read three times.
      #expect(entries <= 3 * most / 2)
    }
  }
}
