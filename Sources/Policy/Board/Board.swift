/// The whole board as of a day: every figure that a page or a report shows, computed once.
public struct Board: Sendable {
  /// The day through whose end it speaks.
  public var asOf: Day
  /// The directory was made by `jineng demo`.
  public var sample: Bool
  /// Days elapsed and in the period.
  public var pace: Pace
  /// Working days after ``asOf`` through the period's end.
  public var workingDaysLeft: Int
  /// The city's counted items, by id.
  public var city: [ItemProgress]
  /// The districts, by code.
  public var districts: [DistrictBoard]
  /// Institutions, by id.
  public var institutions: [InstitutionBoard]
  /// Bases with their projects, by id.
  public var bases: [BaseBoard]
  /// Measures, by number.
  public var measures: [MeasureBoard]
  /// Closing duties, by id.
  public var closing: [MilestoneBoard]

  /// Every field; ``Board/init(plan:facts:asOf:)`` computes them.
  public init(
    asOf: Day, sample: Bool, pace: Pace, workingDaysLeft: Int, city: [ItemProgress], districts: [DistrictBoard],
    institutions: [InstitutionBoard], bases: [BaseBoard], measures: [MeasureBoard], closing: [MilestoneBoard]
  ) {
    self.asOf = asOf
    self.sample = sample
    self.pace = pace
    self.workingDaysLeft = workingDaysLeft
    self.city = city
    self.districts = districts
    self.institutions = institutions
    self.bases = bases
    self.measures = measures
    self.closing = closing
  }
}

/// How an item or a district stands.
public enum Status: String, Hashable, Sendable, CaseIterable {
  /// 滞后.
  case lagging
  /// 关注.
  case watch
  /// 正常.
  case onPace = "on_pace"
  /// 已完成.
  case done
  /// 未定目标.
  case noTarget = "no_target"
  /// 失联: the district has not reported.
  case silent
}

/// Where a target comes from.
public enum TargetSource: String, Hashable, Sendable {
  /// The plan.
  case plan
  /// The `targets` table.
  case file
  /// 建议: the plan's target split by population.
  case suggested
  /// There is none.
  case none
}

/// How a counted item stands, in the city or in one district.
public struct ItemProgress: Hashable, Sendable {
  /// The item.
  public var id: ItemID
  /// The target; nil where there is none.
  public var target: Int64?
  /// Where it comes from.
  public var source: TargetSource
  /// Sum of counts through the as-of day.
  public var actual: Int64
  /// The pace as a ratio 0…1.
  public var pace: Double
  /// 完成率 as a ratio; nil without a target or with a target of 0.
  public var attainment: Double?
  /// 领先 (positive) or 落后序时进度 in percentage points; nil where attainment is.
  public var lead: Double?
  /// How it stands.
  public var status: Status
  /// What each working day left must bring; nil without a target or without working days left.
  public var required: Double?
  /// What each of the last 5 working days brought.
  public var recent5: Double
  /// What each of the last 20 working days brought.
  public var recent20: Double
  /// 倍数: required ÷ recent over 20 days; nil where recent is ≤ 0 or the target is met.
  public var multiple: Double?
  /// Where it will stand at the period's end; nil without a target.
  public var forecast: Forecast?

  /// Every field.
  public init(
    id: ItemID, target: Int64?, source: TargetSource, actual: Int64, pace: Double, attainment: Double?, lead: Double?,
    status: Status, required: Double?, recent5: Double, recent20: Double, multiple: Double?, forecast: Forecast? = nil
  ) {
    self.id = id
    self.target = target
    self.source = source
    self.actual = actual
    self.pace = pace
    self.attainment = attainment
    self.lead = lead
    self.status = status
    self.required = required
    self.recent5 = recent5
    self.recent20 = recent20
    self.multiple = multiple
    self.forecast = forecast
  }
}

/// How a district stands.
public struct DistrictBoard: Hashable, Sendable {
  /// The district.
  public var district: District
  /// Its own status.
  public var status: Status
  /// Its newest progress row on or before the as-of day; nil where there is none.
  public var latest: Day?
  /// Its counted items, by id.
  public var items: [ItemProgress]
  /// How its institutions are graded.
  public var grades: GradeCounts
  /// Sums over its bases' projects.
  public var funding: FundingTotals

  /// Every field.
  public init(
    district: District, status: Status, latest: Day?, items: [ItemProgress], grades: GradeCounts,
    funding: FundingTotals
  ) {
    self.district = district
    self.status = status
    self.latest = latest
    self.items = items
    self.grades = grades
    self.funding = funding
  }
}
