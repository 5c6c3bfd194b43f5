/// Why a counted item stands where it stands: its gap, split in every way there is, and the facts beside it
/// (<doc:ExplainRule>).
public struct GapExplanation: Hashable, Sendable {
  /// The counted item.
  public var item: ItemID
  /// The district, or by the city's code the whole city.
  public var district: DistrictCode
  /// The day through whose end it speaks.
  public var asOf: Day
  /// What is asked for, what came, and what is missing.
  public var gap: Gap
  /// The splits that there are, in the order of ``GapSplit``: by district for the city only; by institution, occupation
  /// and group once a ``Breakdown`` is there.
  public var splits: [GapParts]
  /// What stands beside it.
  public var facts: GapFacts
  /// A breakdown was given.
  public var isDivided: Bool
  /// Files that could not be read again for it.
  public var unread: [String]

  /// Nil where the place does not have the item, or the item has no target there.
  ///
  /// - Parameters:
  ///   - breakdown: What the rows brought by value; nil while that is not known. One of another figure, or of another day
  ///     than the board's, counts as none.
  ///   - refusedRows: Refused rows of the place by ``Attribution``.
  ///   - revisions: Past months' figures that changed; nil where nobody keeps what was known when.
  public init?(
    plan: Plan, facts: Facts, board: Board, item: ItemID, district code: DistrictCode, breakdown: Breakdown?,
    refusedRows: Int = 0, revisions: [GapRevision]? = nil
  ) {
    guard let progress = board.progress(item, code, city: plan.cityCode),
      let gap = Gap(target: progress.target, actual: progress.actual, pace: board.pace)
    else { return nil }
    let breakdown = breakdown.flatMap { own in
      own.item == item && own.district == code && own.asOf == board.asOf ? own : nil
    }
    self.item = item
    district = code
    asOf = board.asOf
    self.gap = gap
    let months = PeriodMonths(plan: plan)
    let division = GapDivision(gap, months: months, asOf: board.asOf)
    let monthly = MonthlySums(facts.progress, item: item, months: months, asOf: board.asOf)
    var splits = [division.byMonth(code == plan.cityCode ? monthly.city : monthly.district(code))]
    if code == plan.cityCode {
      splits.append(
        division.byDistrict(
          facts.progress.districts.map { GapDivision.Sums(.district($0), monthly.district($0)) },
          targets: facts.progress.districts.map { own in
            own == code ? nil : board.progress(item, own, city: code)?.target
          }))
    }
    let institutions = GapInstitutions(plan: plan, facts: facts, asOf: board.asOf, item: item, district: code)
    if let breakdown {
      func add(_ split: GapSplit, _ sums: [GapDivision.Sums]) {
        splits.append(
          division.byValue(split, sums, totals: breakdown.totals, undivided: breakdown.undivided))
      }
      add(.institution, institutions.sums(breakdown.institutions, months: months.count))
      add(.occupation, GapExplanation.sums(breakdown.occupations))
      add(.group, GapExplanation.sums(breakdown.groups))
    }
    self.splits = splits
    self.facts = GapFacts(
      plan: plan, facts: facts, board: board, item: item, district: code,
      counted: breakdown.map { institutions.counted($0.institutions) }, refusedRows: refusedRows, revisions: revisions)
    isDivided = breakdown != nil
    unread = breakdown?.unread ?? []
  }

  /// The parts of a split; nil where there is none such.
  public func parts(_ split: GapSplit) -> GapParts? { splits.first { $0.split == split } }

  /// Texts in the order of their bytes.
  private static func sums(_ values: [String: [Int64]]) -> [GapDivision.Sums] {
    values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { GapDivision.Sums(.value($0.key), $0.value) }
  }
}

/// Sums of an item by month through a day.
private struct MonthlySums {
  private let totals: ProgressTotals
  private let item: Int?
  private let months: PeriodMonths
  private let day: Day

  init(_ totals: ProgressTotals, item: ItemID, months: PeriodMonths, asOf day: Day) {
    self.totals = totals
    self.item = totals.index(of: item)
    self.months = months
    self.day = day
  }

  var city: [Int64] {
    spans { first, last, item in totals.sum(item: item, from: first, through: last) }
  }

  func district(_ code: DistrictCode) -> [Int64] {
    guard let place = totals.index(of: code) else { return [] }
    return spans { first, last, item in totals.sum(district: place, item: item, from: first, through: last) }
  }

  private func spans(_ sum: (Day, Day, Int) -> Int64) -> [Int64] {
    guard let item else { return [] }
    return months.firstDays.indices.map { sum(months.firstDays[$0], min(months.lastDay($0), day), item) }
  }
}
