/// What stands beside a gap (仅供参考): facts of the same place that may have to do with it, and explain nothing by
/// themselves (<doc:ExplainRule>).
public struct GapFacts: Hashable, Sendable {
  /// An institution of grade D, or one with an open veto.
  public struct Institution: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// Its grade, after the cap.
    public var grade: Grade
    /// An open veto caps it.
    public var capped: Bool
    /// What rows of the item that name it brought; nil while that is not known.
    public var counted: Int64?
  }

  /// A funded project that something is wrong with.
  public struct Project: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// Its flags.
    public var flags: [FundingFlag]
  }

  /// The newest progress row of the place, of any item; nil where there is none.
  public var latest: Day?
  /// Days from it to the as-of day.
  public var daysSince: Int?
  /// Districts that are silent: the one asked about, or all of the city's.
  public var silent: [DistrictCode]
  /// Months through the as-of day's, by their first days, in which the place has no progress row of any item.
  public var emptyMonths: [Day]
  /// Refused rows of the place, in any table.
  public var refusedRows: Int
  /// Its funded projects with flags, by base and id.
  public var projects: [Project]
  /// Its institutions of grade D or with an open veto: those that brought most first.
  public var institutions: [Institution]
  /// The probability of reaching the target; nil where there is no forecast.
  public var probability: Double?
  /// Past months' figures that changed; nil where nobody keeps what was known when.
  public var revisions: [GapRevision]?

  /// The facts of a district, or of the whole city by its code.
  ///
  /// - Parameters:
  ///   - counted: What each known institution brought, by id; nil while that is not known.
  ///   - refusedRows: Refused rows by ``Attribution``.
  init(
    plan: Plan, facts: Facts, board: Board, item: ItemID, district code: DistrictCode, counted: [String: Int64]?,
    refusedRows: Int, revisions: [GapRevision]?
  ) {
    let isCity = code == plan.cityCode
    func isOwn(_ other: DistrictCode) -> Bool { isCity || other == code }
    let totals = facts.progress
    let rows = totals.districts.indices.filter { isOwn(totals.districts[$0]) }
    latest = rows.compactMap { totals.latest(district: $0, through: board.asOf) }.max()
    daysSince = latest.map { board.asOf - $0 }
    silent = board.districts.filter { isOwn($0.district.code) && $0.status == .silent }.map(\.district.code)
    let months = PeriodMonths(plan: plan)
    emptyMonths = months.firstDays.indices.filter { index in
      months.firstDays[index] <= board.asOf
        && !rows.contains { row in
          totals.hasReported(
            district: row, from: months.firstDays[index], through: min(months.lastDay(index), board.asOf))
        }
    }.map { months.firstDays[$0] }
    self.refusedRows = refusedRows
    projects = board.bases.filter { isOwn($0.base.district) }.flatMap(\.projects).filter { !$0.flags.isEmpty }
      .map { Project(id: $0.project.id, name: $0.project.name, flags: $0.flags) }
    institutions = board.institutions.filter { isOwn($0.institution.district) && ($0.grade == .d || $0.capped) }
      .map { board in
        Institution(
          id: board.institution.id, name: board.institution.name, grade: board.grade, capped: board.capped,
          counted: counted.map { $0[board.institution.id] ?? 0 })
      }
      .enumerated().sorted { a, b in
        let (first, second) = (a.element.counted ?? 0, b.element.counted ?? 0)
        return first != second ? first > second : a.offset < b.offset
      }.map(\.element)
    probability = board.progress(item, code, city: plan.cityCode)?.forecast?.probability
    self.revisions = revisions
  }
}

/// A past month's figure that changed (历史修订).
public struct GapRevision: Hashable, Sendable {
  /// The first day of the month.
  public var month: Day
  /// What the month's count was before.
  public var before: Int64
  /// What it is since.
  public var after: Int64
  /// The file that changed it, below the data directory.
  public var path: String
  /// When the change was taken, in seconds since 1970-01-01 UTC.
  public var takenAt: Double

  /// A revision with the file that has the largest part in it.
  public init(_ revision: Revision) {
    self.init(
      month: revision.month.first, before: revision.before, after: revision.after,
      path: revision.parts.first?.path ?? "", takenAt: revision.at)
  }

  /// Every field.
  public init(month: Day, before: Int64, after: Int64, path: String, takenAt: Double) {
    self.month = month
    self.before = before
    self.after = after
    self.path = path
    self.takenAt = takenAt
  }
}
