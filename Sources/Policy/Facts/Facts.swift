/// Everything that accepted records say, as the rules need it: an immutable value, built by `Records`.
///
/// Facts hold all dates; a board for a day *D* is computed from them by ``Board/init(plan:facts:asOf:)`` without
/// reading anything again.
public struct Facts: Sendable {
  /// The districts in force, ordered by code: the `districts` table's, or the plan's.
  public var districts: [District]
  /// The calendar in force: the `calendar` table's, or the plan's.
  public var calendar: WorkCalendar
  /// Targets from the `targets` table; the city's own stand under the plan's city code.
  public var targets: [TargetKey: TargetRow]
  /// Sums of the `progress` table.
  public var progress: ProgressTotals
  /// Rows of `milestones`, in path-then-line order.
  public var milestones: [MilestoneRow]
  /// Rows of `registers`, in path-then-line order.
  public var registers: [RegisterRow]
  /// Accepted institutions, ordered by id.
  public var institutions: [Institution]
  /// Rows of `scores`, in path-then-line order.
  public var scores: [ScoreRow]
  /// Rows of `findings`, in path-then-line order.
  public var findings: [FindingRow]
  /// Accepted bases, ordered by id.
  public var bases: [Base]
  /// Accepted projects, ordered by id.
  public var projects: [Project]
  /// Rows of `project_events`.
  public var events: [ProjectEventRow]
  /// Rows of `payments`.
  public var payments: [PaymentRow]
  /// Rows of `spending`.
  public var spending: [SpendingRow]
  /// The directory was made by `jineng demo`: every page says 示例数据.
  public var sample: Bool

  /// Facts of an empty directory.
  public init(districts: [District], calendar: WorkCalendar, progress: ProgressTotals) {
    self.districts = districts
    self.calendar = calendar
    self.progress = progress
    targets = [:]
    milestones = []
    registers = []
    institutions = []
    scores = []
    findings = []
    bases = []
    projects = []
    events = []
    payments = []
    spending = []
    sample = false
  }
}

/// What a target is for.
public struct TargetKey: Hashable, Sendable {
  /// A district, or the city's own code.
  public var district: DistrictCode
  /// A counted item.
  public var item: ItemID

  /// District and item.
  public init(district: DistrictCode, item: ItemID) {
    self.district = district
    self.item = item
  }
}

/// A row of `targets`.
public struct TargetRow: Hashable, Sendable {
  /// Whole and not negative.
  public var target: Int64
  /// 责任单位; nil where the file has none.
  public var owner: String?

  /// Target and owner.
  public init(target: Int64, owner: String?) {
    self.target = target
    self.owner = owner
  }
}

/// A row of `milestones`.
public struct MilestoneRow: Hashable, Sendable {
  /// A milestone item or a closing duty.
  public var item: ItemID
  /// Nil: the city's.
  public var district: DistrictCode?
  /// The row's due day, or the plan's where the row has none; nil where neither has.
  public var due: Day?
  /// When it was done; nil while it is not.
  public var done: Day?
  /// A note; nil where the file has none.
  public var note: String?

  /// Every field.
  public init(item: ItemID, district: DistrictCode?, due: Day?, done: Day?, note: String?) {
    self.item = item
    self.district = district
    self.due = due
    self.done = done
    self.note = note
  }
}

/// A row of `registers`: an entry enters a stage.
public struct RegisterRow: Hashable, Sendable {
  /// A register item.
  public var item: ItemID
  /// The entry's number, unique city-wide within its item.
  public var entry: String
  /// Index into the item's stages.
  public var stage: Int
  /// When it entered the stage.
  public var date: Day
  /// Its district; nil where the row has none.
  public var district: DistrictCode?
  /// Its name; nil where the row has none or the item is about persons.
  public var name: String?

  /// Every field.
  public init(item: ItemID, entry: String, stage: Int, date: Day, district: DistrictCode?, name: String?) {
    self.item = item
    self.entry = entry
    self.stage = stage
    self.date = date
    self.district = district
    self.name = name
  }
}
