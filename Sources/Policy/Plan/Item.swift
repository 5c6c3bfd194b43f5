/// What kind of thing an item is, and so how it is judged (`rules.md`, Kinds of item).
public enum ItemKind: String, Hashable, Sendable, CaseIterable {
  /// 计数: a number that grows through the year.
  case counted
  /// 里程碑: a deliverable that is done or not.
  case milestone
  /// 台账: entries that move through ordered stages.
  case register
  /// 机构: training institutions with a grade.
  case institution
  /// 基地: bases with funded projects.
  case base
}

/// Who delivers an item.
public enum ItemLevel: String, Hashable, Sendable, CaseIterable {
  /// The city alone.
  case city
  /// The districts alone.
  case district
  /// City and districts.
  case both
}

/// How sure a field of the plan is.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// The plan says so.
  case plan
  /// Needed to run what the plan states; not named as a number there.
  case implied
  /// Seen in published practice.
  case practice
  /// Our proposal; the screen says 缺省 beside it.
  case assumed
}

/// A published figure of an earlier time; never a target.
public struct Baseline: Hashable, Sendable {
  /// The span it covers, as its source states it.
  public var period: String
  /// Its value, in `unit` or in the item's unit.
  public var value: Double
  /// Its unit where that is not the item's.
  public var unit: String?
  /// Who published it.
  public var source: String

  /// Every field.
  public init(period: String, value: Double, unit: String?, source: String) {
    self.period = period
    self.value = value
    self.unit = unit
    self.source = source
  }
}

/// One deliverable of a measure, or a closing duty.
public struct Item: Sendable {
  /// `M01.01`, or `D00.01` for a closing duty.
  public var id: ItemID
  /// Decides which records feed it and how it is judged.
  public var kind: ItemKind
  /// Whether the plan itself states the item.
  public var basis: Basis
  /// Its name; a file may write the Chinese one instead of the id.
  public var label: Bilingual
  /// A name of at most five Chinese characters (ten cells) for narrow columns.
  public var short: Bilingual
  /// What one of it is: 人次, 家, 场 … empty for milestones.
  public var unit: String
  /// The city's target for the period; nil where the plan sets none.
  public var target: Int64?
  /// Who delivers it.
  public var level: ItemLevel
  /// Whether its target is decomposed to the districts.
  public var split: Bool
  /// The item that this is a part of, for reading only: a row never rolls up.
  public var parent: ItemID?
  /// Breakdowns that the plan names.
  public var dimensions: [String]
  /// A register's stages, in order; empty otherwise.
  public var stages: [String]
  /// How sure the stages are.
  public var stagesBasis: Basis
  /// A milestone's due day; nil otherwise.
  public var due: Day?
  /// How sure the due day is.
  public var dueBasis: Basis
  /// A milestone with a row per due day.
  public var recurring: Bool
  /// Entries are persons: names are never kept.
  public var people: Bool
  /// Published history.
  public var baselines: [Baseline]
  /// How an earlier year's counts spread over the period: cumulative shares 0…1 at the end of each twelfth of it (of each
  /// month of a calendar year), the last 1; nil where none is known. The forecast follows it, no status does.
  public var profile: [Double]?
  /// What a reader should know about it.
  public var note: String?
  /// What it serves, where the plan says so.
  public var goal: String?
  /// A limit that the plan sets on it, where it does.
  public var rule: Bilingual?
  /// The steps that lead to a milestone, where the plan names them.
  public var steps: [String]

  /// Every field.
  public init(
    id: ItemID, kind: ItemKind, basis: Basis = .plan, label: Bilingual, short: Bilingual, unit: String = "",
    target: Int64? = nil, level: ItemLevel = .both, split: Bool = false, parent: ItemID? = nil,
    dimensions: [String] = [], stages: [String] = [], stagesBasis: Basis = .assumed, due: Day? = nil,
    dueBasis: Basis = .assumed, recurring: Bool = false, people: Bool = false, baselines: [Baseline] = [],
    profile: [Double]? = nil,
    note: String? = nil, goal: String? = nil, rule: Bilingual? = nil, steps: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.basis = basis
    self.label = label
    self.short = short
    self.unit = unit
    self.target = target
    self.level = level
    self.split = split
    self.parent = parent
    self.dimensions = dimensions
    self.stages = stages
    self.stagesBasis = stagesBasis
    self.due = due
    self.dueBasis = dueBasis
    self.recurring = recurring
    self.people = people
    self.baselines = baselines
    self.profile = profile
    self.note = note
    self.goal = goal
    self.rule = rule
    self.steps = steps
  }
}
