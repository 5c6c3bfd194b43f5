/// How a milestone stands.
public enum MilestoneStatus: String, Hashable, Sendable, CaseIterable {
  /// Done in time.
  case done
  /// Done after its due day.
  case doneLate = "done_late"
  /// Past its due day and not done.
  case overdue
  /// Due within the plan's days of warning.
  case dueSoon = "due_soon"
  /// Not due yet.
  case open
}

/// A milestone's state, of the city or of one district.
public struct MilestoneState: Hashable, Sendable {
  /// How it stands.
  public var status: MilestoneStatus
  /// When it is due; nil where neither row nor plan says.
  public var due: Day?
  /// When it was done, on or before the as-of day; nil while it is not.
  public var done: Day?

  /// Every field.
  public init(status: MilestoneStatus, due: Day?, done: Day?) {
    self.status = status
    self.due = due
    self.done = done
  }
}

/// A milestone item, or a closing duty, with its districts.
public struct MilestoneBoard: Hashable, Sendable {
  /// The item.
  public var id: ItemID
  /// The city's state; of a closing duty the worst of the districts'.
  public var city: MilestoneState
  /// Each district of a split item in code order; of an item that is not split, those that have rows.
  public var districts: [DistrictMilestone]

  /// A district's state.
  public struct DistrictMilestone: Hashable, Sendable {
    /// The district.
    public var code: DistrictCode
    /// Its state.
    public var state: MilestoneState

    /// District and state.
    public init(code: DistrictCode, state: MilestoneState) {
      self.code = code
      self.state = state
    }
  }

  /// Every field.
  public init(id: ItemID, city: MilestoneState, districts: [DistrictMilestone]) {
    self.id = id
    self.city = city
    self.districts = districts
  }
}

/// A register item: entries per stage.
public struct RegisterBoard: Hashable, Sendable {
  /// A stage of the funnel.
  public struct Stage: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Entries that are in it.
    public var entries: Int
    /// Days that the oldest of them has been in it; nil where there is none.
    public var oldestDays: Int?

    /// Every field.
    public init(name: String, entries: Int, oldestDays: Int?) {
      self.name = name
      self.entries = entries
      self.oldestDays = oldestDays
    }
  }

  /// The item.
  public var id: ItemID
  /// Its stages, in the plan's order.
  public var stages: [Stage]
  /// Entries that have been in one stage too long; the final stage is never stuck.
  public var stuck: Int
  /// Entries that entered their stage in the as-of day's month.
  public var movedThisMonth: Int

  /// Every field.
  public init(id: ItemID, stages: [Stage], stuck: Int, movedThisMonth: Int) {
    self.id = id
    self.stages = stages
    self.stuck = stuck
    self.movedThisMonth = movedThisMonth
  }
}

/// An item of a measure, as its kind is judged.
public enum MeasureItem: Hashable, Sendable {
  /// A counted item with the city's status.
  case counted(id: ItemID, status: Status)
  /// A milestone.
  case milestone(MilestoneBoard)
  /// A register.
  case register(RegisterBoard)
  /// Institutions: 关注 while one has grade D, else 正常.
  case institutions(id: ItemID, status: Status)
  /// Bases: 关注 while a project has a flag, else 正常.
  case bases(id: ItemID, status: Status)
}

/// How a measure stands.
public struct MeasureBoard: Hashable, Sendable {
  /// Its number.
  public var number: Int
  /// Its light: never ``Status/silent``.
  public var status: Status
  /// Its items, in the plan's order by id.
  public var items: [MeasureItem]

  /// Every field.
  public init(number: Int, status: Status, items: [MeasureItem]) {
    self.number = number
    self.status = status
    self.items = items
  }
}
