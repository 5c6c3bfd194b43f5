import Testing

@testable import Policy

/// Splits worked by hand: a period of 2026, target 3,650, ten a day.
@Suite struct GapDivisionTests {
  static let start = Day(number: 20_454)
  static let months = PeriodMonths(start: start, days: 365)

  /// The gap as of the end of June (181 days, 1,810 asked for) or of another day.
  static func division(
    _ totals: [Int64], target: Int64 = 3_650, asOf day: Day = start + 180
  ) throws -> (division: GapDivision, gap: Gap) {
    let gap = try #require(
      Gap(
        target: target, actual: totals.reduce(0) { $0.addingSaturated($1) },
        pace: Pace(elapsed: day - start + 1, total: 365)))
    return (GapDivision(gap, months: months, asOf: day), gap)
  }

  static func part(_ parts: GapParts, _ subject: GapPart.Subject) -> GapPart? {
    parts.parts.first { $0.subject == subject }
  }

  static func sums(_ name: String, _ months: [Int64]) -> GapDivision.Sums { GapDivision.Sums(.value(name), months) }

  // MARK: By month

  @Test func aMonthIsExpectedToBringItsDays() throws {
    let totals: [Int64] = [310, 100, 0, 500, -20, 0]
    let parts = try Self.division(totals).division.byMonth(totals)
    #expect(parts.parts.map(\.expected) == [310, 280, 310, 300, 310, 300])
    #expect(parts.parts.map(\.actual) == totals)
    #expect(parts.parts.map(\.gap) == [0, 180, 310, -200, 330, 300])
    #expect(parts.parts.first?.subject == .month(Self.start))
    #expect(parts.reference == nil)
  }

  @Test func theLastMonthCountsThroughTheDay() throws {
    let day = Self.start + 40
    let parts = try Self.division([300, 10], asOf: day).division.byMonth([300, 10, 999])
    #expect(parts.parts.map(\.expected) == [310, 100])
    #expect(parts.parts.map(\.gap) == [10, 90])
  }

  @Test func beforeThePeriodThereAreNoParts() throws {
    let parts = try Self.division([], asOf: Self.start - 1).division.byMonth([])
    #expect(parts.parts == [])
  }

  // MARK: By value

  /// On pace through March; then one stops, one goes on, and one begins.
  static let stopping: [GapDivision.Sums] = [
    sums("began", [0, 0, 0, 0, 40, 60]), sums("goes on", [155, 140, 155, 150, 150, 150]),
    sums("never", [0, 0, 0, 0, 0, 0]), sums("stopped", [155, 140, 155, 0, 0, 0]),
  ]

  @Test func whoFellAwayIsNamedFirst() throws {
    let totals: [Int64] = [310, 280, 310, 150, 190, 210]
    let (division, gap) = try Self.division(totals)
    let parts = division.byValue(.institution, Self.stopping, totals: totals)
    #expect(parts.reference == .onPace(through: Self.months.firstDays[2]))
    #expect(gap.asked == 1_810 && gap.actual == 1_450)
    // Nine tenths by what each brought through March, one tenth alike: 1,810 × (0.45 + 0.025), and × 0.025.
    #expect(parts.parts.map(\.subject) == ["stopped", "never", "goes on", "began"].map { .value($0) })
    #expect(parts.parts.map(\.expected) == [860, 45, 860, 45])
    #expect(parts.parts.map(\.actual) == [450, 0, 900, 100])
    #expect(parts.parts.map(\.gap) == [410, 45, -40, -55])
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
    #expect(parts.parts[0].lastCounted == Self.months.firstDays[2])
    #expect(parts.parts[1].lastCounted == nil)
  }

  @Test func neverOnPaceTheFirstHalfOfTheCountIsTheMeasure() throws {
    let totals: [Int64] = [20, 30, 50, 60, 10, 10]
    let (division, gap) = try Self.division(totals)
    let parts = division.byValue(
      .group, [Self.sums("a", [20, 30, 50, 0, 0, 0]), Self.sums("b", [0, 0, 0, 60, 10, 10])], totals: totals)
    #expect(parts.reference == .firstHalf(through: Self.months.firstDays[2]))
    #expect(parts.parts.map(\.expected) == [1_720, 90])
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
  }

  @Test func aFewCountsOfJanuaryAreNoMeasure() throws {
    // On pace in January only, with a fifth of all that came.
    let totals: [Int64] = [30, 20, 30, 20, 20, 30]
    let parts = try Self.division(totals, target: 345).division.byValue(.group, [], totals: totals)
    #expect(parts.reference == .firstHalf(through: Self.months.firstDays[2]))
  }

  @Test func rowsWithoutAValueAreAPartOfTheirOwn() throws {
    let totals: [Int64] = [310, 280, 310, 100, 0, 0]
    let (division, gap) = try Self.division(totals)
    let parts = division.byValue(.occupation, [Self.sums("a", [155, 140, 155, 100, 0, 0])], totals: totals)
    #expect(parts.parts.map(\.subject) == [.value("a"), .unstated])
    #expect(parts.parts.map(\.expected) == [905, 905])
    #expect(parts.parts.map(\.actual) == [550, 450])
    #expect(parts.parts[1].lastCounted == Self.months.firstDays[2])
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
  }

  @Test func withoutAnyRowAllNamedAreExpectedAlike() throws {
    let (division, gap) = try Self.division([])
    let parts = division.byValue(.institution, [Self.sums("a", []), Self.sums("b", [])], totals: [])
    #expect(parts.reference == .alike)
    #expect(parts.parts.map(\.expected) == [905, 905])
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
    let nobody = division.byValue(.institution, [], totals: [])
    #expect(nobody.parts == [GapPart(.unstated, expected: 1_810, actual: 0)])
  }

  @Test func aCorrectionBelowZeroIsNoShare() throws {
    let totals: [Int64] = [300, -20, 0, 0, 0, 0]
    let parts = try Self.division(totals).division.byValue(
      .group, [Self.sums("a", [300, 20]), Self.sums("b", [0, -40])], totals: totals)
    let taken = try #require(Self.part(parts, .value("b")))
    #expect(taken.actual == -40)
    // The tenth that goes to all alike, no more.
    #expect(taken.expected == 90)
  }

  @Test func whatCannotBeDividedIsSaid() throws {
    let totals: [Int64] = [310, 280, 310, 300, 310, 40]
    let (division, gap) = try Self.division(totals)
    let parts = division.byValue(
      .group, [Self.sums("a", [310, 280, 310, 300, 310, 15])], totals: totals, undivided: 25)
    #expect(parts.parts.map(\.subject) == [.value("a"), .undivided])
    #expect(parts.parts[1].expected == 0 && parts.parts[1].actual == 25)
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
  }

  @Test func ofVeryManyTheLargestAreListed() throws {
    let many = (0..<500).map { Self.sums("v\($0)", [Int64($0)]) }
    let totals = [many.reduce(Int64(5)) { $0 + $1.months[0] }]
    let (division, gap) = try Self.division(totals, target: 900_000)
    let parts = division.byValue(.institution, many, totals: totals)
    #expect(parts.parts.count == GapDivision.most + 2)
    #expect(parts.parts.suffix(2).map(\.subject) == [.unstated, .others(300)])
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
    #expect(parts.parts[0].subject == .value("v499"))
  }

  @Test func aheadOfThePaceThePartsAddUpAsWell() throws {
    let totals: [Int64] = [900, 900, 900, 0, 0, 0]
    let (division, gap) = try Self.division(totals)
    #expect(gap.size == -890)
    let parts = division.byValue(.group, [Self.sums("a", [900, 900, 900])], totals: totals)
    #expect(parts.reference == .onPace(through: Self.months.firstDays[5]))
    #expect(parts.parts.map(\.gap) == [-890])
  }

  // MARK: By district

  @Test func aDistrictIsMeasuredByItsOwnTarget() throws {
    let totals: [Int64] = [310, 280, 310, 300, 0, 0]
    let (division, gap) = try Self.division(totals)
    let parts = division.byDistrict(
      [
        GapDivision.Sums(.district(city), [10]), GapDivision.Sums(.district(pudong), [300, 280, 310, 300]),
        GapDivision.Sums(.district(huangpu), []), GapDivision.Sums(.district(xuhui), []),
      ], targets: [nil, 2_000, 1_001, nil])
    // 2,000 × 181 ÷ 365 = 991.8, 1,001 × 181 ÷ 365 = 496.4; the city asks for more than its districts do.
    #expect(
      parts.parts == [
        GapPart(.district(huangpu), expected: 497, actual: 0),
        GapPart(.district(city), expected: 0, actual: 10, lastCounted: Self.start),
        GapPart(.district(pudong), expected: 992, actual: 1_190, lastCounted: Self.months.firstDays[3]),
        GapPart(.balance, expected: 321, actual: 0),
      ])
    #expect(parts.parts.reduce(0) { $0 + $1.gap } == gap.size)
  }

  @Test func withoutTargetsDistrictsKeepTheirShares() throws {
    let totals: [Int64] = [310, 280, 310, 0, 0, 0]
    let parts = try Self.division(totals).division.byDistrict(
      [GapDivision.Sums(.district(pudong), [310, 280, 310]), GapDivision.Sums(.district(huangpu), [])],
      targets: [nil, nil])
    #expect(parts.reference == .onPace(through: Self.months.firstDays[2]))
    #expect(parts.parts.map(\.expected) == [1_720, 90])
  }
}
