/// How a lead becomes a status and how long a silence or a standstill may last. All of it **default** (`rules.md`).
public struct Thresholds: Hashable, Sendable {
  /// One end of a status: at or above it, or only above it.
  public struct Bound: Hashable, Sendable {
    /// The lead at the bound.
    public var lead: PercentagePoints
    /// Whether the bound itself still belongs to the better status.
    public var inclusive: Bool

    /// A bound at `lead`.
    public init(lead: PercentagePoints, inclusive: Bool) {
      self.lead = lead
      self.inclusive = inclusive
    }
  }

  /// Best lead bound: 正常 on this side.
  public var onPace: Bound
  /// Second bound: 关注 on this side, 滞后 below.
  public var watch: Bound
  /// A district is silent when its newest row is older than this many calendar days.
  public var silentAfterDays: Int
  /// A register entry is stuck when it has been in one stage for more than this many days.
  public var stuckAfterDays: Int
  /// A milestone is due soon from this many days before its due day.
  public var dueSoonDays: Int
  /// From when on a change of a month's figure is a revision.
  public var revisions = RevisionRule()

  /// Every field.
  public init(onPace: Bound, watch: Bound, silentAfterDays: Int, stuckAfterDays: Int, dueSoonDays: Int) {
    self.onPace = onPace
    self.watch = watch
    self.silentAfterDays = silentAfterDays
    self.stuckAfterDays = stuckAfterDays
    self.dueSoonDays = dueSoonDays
  }

  /// 5 and 10 percentage points, 10 days of silence, 60 days in one stage, due soon from 30 days.
  public static let standard = Thresholds(
    onPace: Bound(lead: PercentagePoints(hundredths: -500), inclusive: true),
    watch: Bound(lead: PercentagePoints(hundredths: -1000), inclusive: true),
    silentAfterDays: 10, stuckAfterDays: 60, dueSoonDays: 30)

  /// Yinchuan 2025: yellow holds both −10 and −30.
  public static let yinchuan = Thresholds(
    onPace: Bound(lead: PercentagePoints(hundredths: -1000), inclusive: false),
    watch: Bound(lead: PercentagePoints(hundredths: -3000), inclusive: true),
    silentAfterDays: 10, stuckAfterDays: 60, dueSoonDays: 30)
}

/// How institutions are scored and graded (分级分类管理). All of it **default**.
public struct Rubric: Hashable, Sendable {
  /// One thing that is scored.
  public struct Dimension: Hashable, Sendable {
    /// Its name; a score row writes the Chinese one.
    public var name: Bilingual
    /// The most it can give, in whole points.
    public var points: Int

    /// Name and points.
    public init(name: Bilingual, points: Int) {
      self.name = name
      self.points = points
    }
  }

  /// The dimensions, in order.
  public var dimensions: [Dimension]
  /// Lowest score of A in hundredths of a point.
  public var floorA: Int
  /// Lowest score of B in hundredths of a point.
  public var floorB: Int
  /// Lowest score of C in hundredths of a point.
  public var floorC: Int
  /// A grade expires this many years after the newest score.
  public var validYears: Int

  /// Every field.
  public init(dimensions: [Dimension], floorA: Int, floorB: Int, floorC: Int, validYears: Int) {
    self.dimensions = dimensions
    self.floorA = floorA
    self.floorB = floorB
    self.floorC = floorC
    self.validYears = validYears
  }
}

/// Amounts, caps and gates of base funding (建设经费资助, 沪人社规〔2025〕8号).
public struct FundingRules: Hashable, Sendable {
  /// The amounts that a project may be approved with.
  public var tiers: [Money]
  /// Most projects approved for one base in one calendar year.
  public var maxProjectsPerBaseYear: Int
  /// An evaluation counts as missed this many days after its anniversary of acceptance.
  public var evaluationGraceDays: Int
  /// A balance counts as idle this many months after acceptance.
  public var idleAfterMonths: Int
  /// The cost lines that spending may be booked to.
  public var costLines: [String]
  /// Levels that a base may have.
  public var baseLevels: [String]

  /// Every field.
  public init(
    tiers: [Money], maxProjectsPerBaseYear: Int, evaluationGraceDays: Int, idleAfterMonths: Int, costLines: [String],
    baseLevels: [String]
  ) {
    self.tiers = tiers
    self.maxProjectsPerBaseYear = maxProjectsPerBaseYear
    self.evaluationGraceDays = evaluationGraceDays
    self.idleAfterMonths = idleAfterMonths
    self.costLines = costLines
    self.baseLevels = baseLevels
  }
}
