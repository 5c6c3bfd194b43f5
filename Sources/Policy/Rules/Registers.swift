/// Where an entry of a register stands on a day.
public struct RegisterEntry: Hashable, Sendable {
  /// Its number, unique city-wide within its item.
  public var entry: String
  /// Index into the item's stages.
  public var stage: Int
  /// When it entered the stage.
  public var since: Day
  /// The district of the row that brought it there; nil where that row has none.
  public var district: DistrictCode?
  /// The name in that row; nil where it has none or the item is about persons.
  public var name: String?
  /// Days that it has been in the stage.
  public var days: Int
  /// It has been in the stage too long; never in the final one.
  public var stuck: Bool

  /// Every field.
  public init(
    entry: String, stage: Int, since: Day, district: DistrictCode?, name: String?, days: Int, stuck: Bool
  ) {
    self.entry = entry
    self.stage = stage
    self.since = since
    self.district = district
    self.name = name
    self.days = days
    self.stuck = stuck
  }
}

/// The registers of a directory as of a day, grouped once (<doc:RegistersRule>).
public struct Registers: Sendable {
  private let current: [ItemID: [String: RegisterRow]]
  private let day: Day
  private let stuckAfterDays: Int

  /// The current row of every entry: the latest date on or before `day`, of equal dates the later stage, of equal
  /// stages the later row.
  public init(plan: Plan, facts: Facts, asOf day: Day) {
    var current: [ItemID: [String: RegisterRow]] = [:]
    for row in facts.registers where row.date <= day {
      let known = current[row.item]?[row.entry]
      if let known, (row.date, row.stage) < (known.date, known.stage) { continue }
      current[row.item, default: [:]][row.entry] = row
    }
    self.current = current
    self.day = day
    stuckAfterDays = plan.thresholds.stuckAfterDays
  }

  /// The item's entries, ordered by number; those whose stage the plan does not have are left out.
  public func entries(of item: Item) -> [RegisterEntry] { unordered(item).sorted { $0.entry < $1.entry } }

  /// Entries per stage, how old the oldest in each is, how many are stuck, how many moved this month.
  public func board(_ item: Item) -> RegisterBoard {
    var stages = item.stages.map { RegisterBoard.Stage(name: $0, entries: 0, oldestDays: nil) }
    var stuck = 0
    var moved = 0
    let (year, month, _) = day.civil
    for entry in unordered(item) {
      stages[entry.stage].entries += 1
      stages[entry.stage].oldestDays = max(stages[entry.stage].oldestDays ?? 0, entry.days)
      if entry.stuck { stuck += 1 }
      let since = entry.since.civil
      if since.year == year && since.month == month { moved += 1 }
    }
    return RegisterBoard(id: item.id, stages: stages, stuck: stuck, movedThisMonth: moved)
  }

  private func unordered(_ item: Item) -> [RegisterEntry] {
    (current[item.id] ?? [:]).values.compactMap { row in
      guard item.stages.indices.contains(row.stage) else { return nil }
      let days = day - row.date
      return RegisterEntry(
        entry: row.entry, stage: row.stage, since: row.date, district: row.district, name: row.name, days: days,
        stuck: days > stuckAfterDays && row.stage < item.stages.count - 1)
    }
  }
}
