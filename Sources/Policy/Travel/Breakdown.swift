/// What the rows of a counted item in one place brought, by the values that its gap is split by, and by month.
///
/// Sums are of `count`, by calendar month of the period, through the end of the as-of day: exact for every day, but for
/// what ``undivided`` says.
public struct Breakdown: Hashable, Sendable {
  /// The counted item.
  public var item: ItemID
  /// The district, or by the city's code the whole city.
  public var district: DistrictCode
  /// The day through whose end it speaks.
  public var asOf: Day
  /// Sums of all rows; one for each month of the period.
  public var totals: [Int64]
  /// Sums by institution, as rows name it.
  public var institutions: [String: [Int64]]
  /// Sums by 职业/工种.
  public var occupations: [String: [Int64]]
  /// Sums by 培训对象/人员类别.
  public var groups: [String: [Int64]]
  /// What of the as-of day's month is in the totals, but under no value: its files can no longer be read as they were.
  public var undivided: Int64
  /// Those files, by path.
  public var unread: [String]

  /// Nothing was counted.
  public init(item: ItemID, district: DistrictCode, asOf: Day, months: Int) {
    self.item = item
    self.district = district
    self.asOf = asOf
    totals = Array(repeating: 0, count: max(0, months))
    institutions = [:]
    occupations = [:]
    groups = [:]
    undivided = 0
    unread = []
  }

  /// All of it.
  public var counted: Int64 { totals.reduce(0) { $0.addingSaturated($1) } }
}
