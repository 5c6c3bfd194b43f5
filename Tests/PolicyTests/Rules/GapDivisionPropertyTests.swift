import Testing

@testable import Policy

/// Whatever the figures are, the parts of every split add up to the gap, to the unit.
@Suite struct GapDivisionPropertyTests {
  /// Figures of a place: of every size, with corrections, gaps, values missing, sums that do not fit.
  private struct Case {
    var division: GapDivision
    var gap: Gap
    var sums: [GapDivision.Sums]
    var totals: [Int64]
    var undivided: Int64
    var targets: [Int64?]

    init(_ numbers: inout Numbers) throws {
      let start = Day(number: 20_454 + Int32.random(in: 0...400, using: &numbers))
      let days = Int.random(in: 1...800, using: &numbers)
      let months = PeriodMonths(start: start, days: days)
      let day = start + Int.random(in: -2...days + 2, using: &numbers)
      let size = [Int64(3), 100, 50_000, .max / 3, .max].randomElement(using: &numbers) ?? 3
      func count() -> Int64 {
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: 0
        case 1: -Int64.random(in: 0...size, using: &numbers)
        default: Int64.random(in: 0...size, using: &numbers)
        }
      }
      let values = [0, 1, 3, 20, 300].randomElement(using: &numbers) ?? 1
      let length = Int.random(in: 0...months.count + 1, using: &numbers)
      let sums = (0..<values).map { index in
        GapDivision.Sums(.value("\(index)"), (0..<length).map { _ in count() })
      }
      let totals = (0..<months.count).map { month in
        sums.reduce(count()) { $0.addingSaturated($1.months.indices.contains(month) ? $1.months[month] : 0) }
      }
      undivided = Int.random(in: 0..<3, using: &numbers) == 0 ? count() : 0
      let through = months.index(of: day).map { $0 + 1 } ?? 0
      // Mostly what the months sum to; a board of another moment may differ.
      let counted = totals.prefix(through).reduce(Int64(0)) { $0.addingSaturated($1) }
      let actual = Int.random(in: 0..<5, using: &numbers) == 0 ? count() : counted
      let target = Int.random(in: 0..<6, using: &numbers) == 0 ? 0 : Int64.random(in: 0...size, using: &numbers)
      gap = try #require(Gap(target: target, actual: actual, pace: Pace(elapsed: day - start + 1, total: days)))
      division = GapDivision(gap, months: months, asOf: day)
      targets = sums.map { _ in Int.random(in: 0..<3, using: &numbers) == 0 ? nil : max(0, count()) }
      (self.sums, self.totals) = (sums, totals)
    }
  }

  /// What is wrong with parts; nil where nothing is.
  private static func mistake(_ parts: GapParts, _ gap: Gap) -> String? {
    var (expected, actual, missing) = (Int128(0), Int128(0), Int128(0))
    for part in parts.parts {
      expected += Int128(part.expected)
      actual += Int128(part.actual)
      missing += Int128(part.gap)
    }
    if expected != Int128(gap.asked) { return "expected \(expected) of \(gap.asked)" }
    if actual != Int128(gap.actual) { return "actual \(actual) of \(gap.actual)" }
    if missing != Int128(gap.size) { return "gap \(missing) of \(gap.size)" }
    return parts.parts.count > GapDivision.most + 4 && parts.split != .month ? "\(parts.parts.count) parts" : nil
  }

  @Test(arguments: Array(UInt64(1)...8)) func partsAddUp(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    for step in 0..<120 {
      let own = try Case(&numbers)
      let splits = [
        own.division.byMonth(own.totals), own.division.byDistrict(own.sums, targets: own.targets),
        own.division.byDistrict(own.sums, targets: own.sums.map { _ in nil }),
        own.division.byValue(.group, own.sums, totals: own.totals, undivided: own.undivided),
      ]
      for parts in splits {
        if let mistake = Self.mistake(parts, own.gap) {
          Issue.record("seed \(seed), step \(step), by \(parts.split): \(mistake)")
          return
        }
      }
    }
  }

  /// What is expected of values is never below zero, and only of those that brought something, or all alike.
  @Test func nothingBelowZeroIsExpectedOfAValue() throws {
    var numbers = Numbers(seed: 99)
    for _ in 0..<200 {
      let own = try Case(&numbers)
      let parts = own.division.byValue(.group, own.sums, totals: own.totals, undivided: own.undivided)
      for part in parts.parts {
        if case .balance = part.subject { continue }
        #expect(part.expected >= 0)
      }
    }
  }
}
