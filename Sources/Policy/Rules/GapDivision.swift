/// Splits a gap into parts that add up to it, to the unit (<doc:ExplainRule>).
public struct GapDivision: Sendable {
  /// What some value brought.
  public struct Sums: Hashable, Sendable {
    /// Whose they are.
    public var subject: GapPart.Subject
    /// Its sums by month of the period; what lies behind the as-of day is left out.
    public var months: [Int64]

    /// Subject and sums.
    public init(_ subject: GapPart.Subject, _ months: [Int64]) {
      self.subject = subject
      self.months = months
    }
  }

  /// Values listed one by one; the others are one part.
  public static let most = 200

  private let gap: Gap
  private let months: PeriodMonths
  /// Months through the as-of day's.
  private let count: Int
  /// What the pace asks for by the end of each of them, the last one through the as-of day.
  private let asked: [Int64]

  /// The gap as of `day`.
  public init(_ gap: Gap, months: PeriodMonths, asOf day: Day) {
    self.gap = gap
    self.months = months
    let start = months.firstDays.first ?? day
    count = months.index(of: day).map { $0 + 1 } ?? 0
    asked = (0..<count).map { index in
      Gap.asked(of: gap.target, after: min(months.lastDay(index) - start + 1, gap.pace.elapsed), of: gap.pace.total)
    }
  }

  // MARK: Splits

  /// By month: its days' share of what the pace asks for, against what was counted in it.
  ///
  /// - Parameter actual: Sums by month, the last one through the as-of day.
  public func byMonth(_ actual: [Int64]) -> GapParts {
    let parts = (0..<count).map { index in
      GapPart(
        .month(months.firstDays[index]), expected: asked[index] - (index > 0 ? asked[index - 1] : 0),
        actual: actual.indices.contains(index) ? actual[index] : 0)
    }
    return GapParts(split: .month, parts: closed(parts), reference: nil)
  }

  /// By district, each against its own target's pace; a district without a target is expected nothing of.
  ///
  /// Where no district has a target, they are values like others.
  ///
  /// - Parameters:
  ///   - sums: What each district, and the city itself, brought.
  ///   - targets: Their targets.
  public func byDistrict(_ sums: [Sums], targets: [Int64?]) -> GapParts {
    guard targets.contains(where: { $0 != nil }) else {
      return byValue(.district, sums, totals: (0..<count).map { month in total(sums.map(\.months), month) })
    }
    let parts = zip(sums, targets).map { sum, target in
      GapPart(
        sum.subject,
        expected: target.map { Gap.asked(of: $0, after: gap.pace.elapsed, of: gap.pace.total) } ?? 0,
        actual: sum.months.prefix(count).reduce(0) { $0.addingSaturated($1) }, lastCounted: lastCounted(sum.months))
    }
    return GapParts(split: .district, parts: closed(listed(parts)), reference: nil)
  }

  /// By value: what the pace asks for is shared out by what each value brought in the reference stretch; a tenth of what
  /// named values share goes to all of them alike, so that one which never brought anything has a part, too.
  ///
  /// - Parameters:
  ///   - sums: What each named value brought; one that might have brought something stands here with zeros.
  ///   - totals: What all rows brought by month, those without a value included.
  ///   - undivided: What of the last month's total nobody knows the values of.
  public func byValue(_ split: GapSplit, _ sums: [Sums], totals: [Int64], undivided: Int64 = 0) -> GapParts {
    let magnitude =
      sums.reduce(Int128(0)) { $0 + self.magnitude($1.months) } + self.magnitude(totals) + self.magnitude([undivided])
    guard magnitude + Int128(gap.asked) + self.magnitude([gap.actual]) <= Int128(Int64.max) else {
      return GapParts(split: split, parts: [whole], reference: nil)
    }
    var unstated = (0..<count).map { month in
      (totals.indices.contains(month) ? totals[month] : 0) - total(sums.map(\.months), month)
    }
    if let last = unstated.indices.last { unstated[last] -= undivided }
    let (reference, stretch) = reference(totals)
    let (expected, expectedUnstated) = shares(sums, unstated, stretch)
    func part(_ sum: Sums, _ expected: Int64) -> GapPart {
      GapPart(
        sum.subject, expected: expected, actual: sum.months.prefix(count).reduce(0, +),
        lastCounted: lastCounted(sum.months))
    }
    var parts = listed(zip(sums, expected).map { part($0, $1) })
    for tail in [
      part(Sums(.unstated, unstated), expectedUnstated), GapPart(.undivided, expected: 0, actual: undivided),
    ]
    where !tail.isNothing {
      parts.insert(tail, at: parts.firstIndex { $0.isOthers } ?? parts.count)
    }
    return GapParts(split: split, parts: closed(parts), reference: reference)
  }

  // MARK: What is expected

  /// The months whose shares values are expected to keep: from the first through the last one at whose end the item was
  /// on pace, if they hold at least a quarter of the count; else the first ones that hold half of it.
  private func reference(_ totals: [Int64]) -> (GapParts.Reference, through: Int) {
    var running: [Int64] = []
    for month in 0..<count {
      running.append((running.last ?? 0) + (totals.indices.contains(month) ? totals[month] : 0))
    }
    let all = Int128(running.last ?? 0)
    guard all > 0 else { return (.alike, 0) }
    if let last = running.indices.last(where: { running[$0] >= asked[$0] }), 4 * Int128(running[last]) >= all {
      return (.onPace(through: months.firstDays[last]), last + 1)
    }
    // The last month always holds all of it.
    let half = running.firstIndex { 2 * Int128($0) >= all } ?? count - 1
    return (.firstHalf(through: months.firstDays[half]), half + 1)
  }

  /// What each value, and rows without one, should have brought.
  private func shares(_ sums: [Sums], _ unstated: [Int64], _ stretch: Int) -> (named: [Int64], unstated: Int64) {
    func brought(_ months: [Int64]) -> Int128 { max(0, Int128(months.prefix(stretch).reduce(0, +))) }
    let named = sums.map { brought($0.months) }
    let own = named.reduce(0, +)
    // Nine tenths by what was brought, one tenth alike: both times ten times the number of values, to stay whole.
    var weights = named.map { 9 * Int128(sums.count) * $0 + own } + [10 * Int128(sums.count) * brought(unstated)]
    if sums.isEmpty { weights = [1] }
    if weights.allSatisfy({ $0 == 0 }) { weights = sums.map { _ in 1 } + [0] }
    let parts = LargestRemainder.parts(of: gap.asked, weights: weights) ?? []
    return (Array(parts.dropLast()), parts.last ?? gap.asked)
  }

  // MARK: Adding up

  /// The gap in one part.
  private var whole: GapPart { GapPart(.balance, expected: gap.asked, actual: gap.actual) }

  /// Those that are something, by what is missing; of very many the largest, and one part for the others.
  private func listed(_ parts: [GapPart]) -> [GapPart] {
    let kept = parts.filter { !$0.isNothing }
    let bySize = kept.indices.sorted { a, b in
      let (first, second) = (kept[a].gap.magnitude, kept[b].gap.magnitude)
      return first != second ? first > second : a < b
    }
    let own = Set(bySize.prefix(GapDivision.most))
    let sorted = own.sorted { a, b in kept[a].gap != kept[b].gap ? kept[a].gap > kept[b].gap : a < b }
    var listed = sorted.map { kept[$0] }
    guard kept.count > own.count else { return listed }
    var others = GapPart(.others(kept.count - own.count), expected: 0, actual: 0)
    for index in kept.indices where !own.contains(index) {
      others.expected = others.expected.addingSaturated(kept[index].expected)
      others.actual = others.actual.addingSaturated(kept[index].actual)
    }
    listed.append(others)
    return listed
  }

  /// The parts with what is nobody's, so that they add up; where no such part can be written, the whole in one part.
  private func closed(_ parts: [GapPart]) -> [GapPart] {
    var (expected, actual, missing) = (Int128(gap.asked), Int128(gap.actual), Int128(gap.size))
    for part in parts {
      expected -= Int128(part.expected)
      actual -= Int128(part.actual)
      missing -= Int128(part.gap)
    }
    guard let own = Int64(exactly: expected), let brought = Int64(exactly: actual), missing == expected - actual else {
      return [whole]
    }
    let balance = GapPart(.balance, expected: own, actual: brought)
    guard Int128(balance.gap) == missing else { return [whole] }
    return balance.isNothing ? parts : parts + [balance]
  }

  private func magnitude(_ values: [Int64]) -> Int128 { values.reduce(Int128(0)) { $0 + Int128($1.magnitude) } }

  private func total(_ sums: [[Int64]], _ month: Int) -> Int64 {
    sums.reduce(0) { $0.addingSaturated($1.indices.contains(month) ? $1[month] : 0) }
  }

  private func lastCounted(_ sums: [Int64]) -> Day? {
    sums.prefix(count).lastIndex { $0 != 0 }.map { months.firstDays[$0] }
  }
}

extension GapPart {
  /// Nothing is expected and nothing came.
  fileprivate var isNothing: Bool { expected == 0 && actual == 0 }

  fileprivate var isOthers: Bool { if case .others = subject { true } else { false } }
}
