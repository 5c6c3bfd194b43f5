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
  private let rows: [RegisterRow]
  /// Positions in `rows` of every entry's current row.
  private let current: [ItemID: [Int]]
  private let day: Day
  private let stuckAfterDays: Int

  /// The current row of every entry: the latest date on or before `day`, of equal dates the later stage, of equal
  /// stages the later row.
  public init(plan: Plan, facts: Facts, asOf day: Day) { self.init(facts.registers, plan, day) }

  /// The same of one item alone, for one who looks at nothing else.
  public init(of item: Item, plan: Plan, facts: Facts, asOf day: Day) {
    self.init(facts.registers.filter { $0.item == item.id }, plan, day)
  }

  private init(_ rows: [RegisterRow], _ plan: Plan, _ day: Day) {
    self.rows = rows
    self.day = day
    stuckAfterDays = plan.thresholds.stuckAfterDays
    current = Registers.byItem(rows, asOf: day).mapValues { Registers.newest($0, of: rows) }
  }

  /// The item's entries, ordered by number; those whose stage the plan does not have are left out.
  public func entries(of item: Item) -> [RegisterEntry] {
    positions(item).map { position in
      let row = rows[position]
      return RegisterEntry(
        entry: row.entry, stage: row.stage, since: row.date, district: row.district, name: row.name,
        days: day - row.date, stuck: isStuck(position, stages: item.stages.count))
    }.sorted { $0.entry < $1.entry }
  }

  /// Entries per stage, how old the oldest in each is, how many are stuck, how many moved this month.
  public func board(_ item: Item) -> RegisterBoard {
    var stages = item.stages.map { RegisterBoard.Stage(name: $0, entries: 0, oldestDays: nil) }
    var stuck = 0
    var moved = 0
    let firstOfMonth = day - (day.civil.day - 1)
    for position in positions(item) {
      let stage = rows[position].stage
      stages[stage].entries += 1
      stages[stage].oldestDays = max(stages[stage].oldestDays ?? 0, day - rows[position].date)
      if isStuck(position, stages: stages.count) { stuck += 1 }
      if rows[position].date >= firstOfMonth { moved += 1 }
    }
    return RegisterBoard(id: item.id, stages: stages, stuck: stuck, movedThisMonth: moved)
  }

  private func positions(_ item: Item) -> [Int] {
    (current[item.id] ?? []).filter { item.stages.indices.contains(rows[$0].stage) }
  }

  private func isStuck(_ position: Int, stages: Int) -> Bool {
    day - rows[position].date > stuckAfterDays && rows[position].stage < stages - 1
  }

  /// Positions of the rows on or before `day`, in their order. Files mostly hold one item, so neighbours share a group.
  private static func byItem(_ rows: [RegisterRow], asOf day: Day) -> [ItemID: [Int]] {
    var groups: [ItemID: [Int]] = [:]
    var run: [Int] = []
    for position in rows.indices where rows[position].date <= day {
      if let last = run.last, rows[last].item != rows[position].item {
        groups[rows[last].item, default: []] += run
        run.removeAll(keepingCapacity: true)
      }
      run.append(position)
    }
    if let last = run.last { groups[rows[last].item, default: []] += run }
    return groups
  }

  private static func newest(_ positions: [Int], of rows: [RegisterRow]) -> [Int] {
    var slots: [TextKey: Int] = [:]
    var newest: [Int] = []
    for position in positions {
      if let slot = slots[TextKey(rows[position].entry)] {
        let known = newest[slot]
        let isOlder = (rows[position].date, rows[position].stage) < (rows[known].date, rows[known].stage)
        if !isOlder { newest[slot] = position }
      } else {
        slots[TextKey(rows[position].entry)] = newest.count
        newest.append(position)
      }
    }
    return newest
  }
}
