/// When a milestone is done, late, overdue or due soon (<doc:MilestonesRule>).
extension MilestoneState {
  /// The state of one due day. A `done` after `day` has not happened yet.
  public init(due: Day?, done: Day?, asOf day: Day, dueSoonDays: Int) {
    let happened = done.flatMap { $0 <= day ? $0 : nil }
    let status: MilestoneStatus
    switch (happened, due) {
    case (let done?, let due?): status = done <= due ? .done : .doneLate
    case (_?, nil): status = .done
    case (nil, let due?) where due < day: status = .overdue
    case (nil, let due?) where due - day <= dueSoonDays: status = .dueSoon
    case (nil, _): status = .open
    }
    self.init(status: status, due: due, done: happened)
  }

  /// The state that the rows of one item in one place give; without rows the plan's due day, not done.
  ///
  /// Of several rows the earliest undone one that is due by `day` counts, else the next one, else the last. A row
  /// without a due day takes the plan's; where the plan has none either it comes after all others.
  public init(rows: [MilestoneRow], planDue: Day?, asOf day: Day, dueSoonDays: Int) {
    let states = rows.map {
      MilestoneState(due: $0.due ?? planDue, done: $0.done, asOf: day, dueSoonDays: dueSoonDays)
    }
    func isEarlier(_ a: MilestoneState, _ b: MilestoneState) -> Bool { (a.due ?? .last) < (b.due ?? .last) }
    let pending = states.filter { $0.done == nil && ($0.due ?? .last) <= day }
    let coming = states.filter { ($0.due ?? .last) > day }
    self =
      pending.min(by: isEarlier) ?? coming.min(by: isEarlier) ?? states.max(by: isEarlier)
      ?? MilestoneState(due: planDue, done: nil, asOf: day, dueSoonDays: dueSoonDays)
  }
}

extension MilestoneStatus {
  /// The order of the worst: overdue, due soon, open, done late, done.
  fileprivate var gravity: Int {
    switch self {
    case .overdue: 5
    case .dueSoon: 4
    case .open: 3
    case .doneLate: 2
    case .done: 1
    }
  }
}

/// The milestone rows of a directory, grouped once.
struct MilestoneRows {
  /// What the rows say of one item.
  fileprivate struct OfItem {
    var city: [MilestoneRow] = []
    /// By district, in the order of the facts; empty where no district has a row.
    var districts: [[MilestoneRow]] = []
  }

  fileprivate let codes: [DistrictCode]
  fileprivate let items: [ItemID: OfItem]
  fileprivate let dueSoonDays: Int

  init(plan: Plan, facts: Facts) {
    codes = facts.districts.map(\.code)
    dueSoonDays = plan.thresholds.dueSoonDays
    let places = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var items: [ItemID: OfItem] = [:]
    for row in facts.milestones {
      guard let code = row.district, code != plan.cityCode else {
        items[row.item, default: OfItem()].city.append(row)
        continue
      }
      guard let place = places[code] else { continue }
      if items[row.item]?.districts.isEmpty ?? true {
        items[row.item, default: OfItem()].districts = Array(repeating: [], count: facts.districts.count)
      }
      items[row.item]?.districts[place].append(row)
    }
    self.items = items
  }
}

/// The boards that milestones give on a day.
struct MilestoneRule {
  private let rows: MilestoneRows
  private let day: Day

  init(_ rows: MilestoneRows, asOf day: Day) {
    self.rows = rows
    self.day = day
  }

  /// A measure's milestone: the city's state is of the city's own rows alone.
  func board(_ item: Item) -> MilestoneBoard {
    MilestoneBoard(
      id: item.id, city: state(item, rows.items[item.id]?.city ?? []), districts: places(item, all: item.split))
  }

  /// A closing duty: laid on every district, and in the city as bad as in the worst of them.
  func closingBoard(_ item: Item) -> MilestoneBoard {
    let places = places(item, all: true)
    let worst = places.map(\.state.status).max { $0.gravity < $1.gravity }
    let city =
      worst.map { MilestoneState(status: $0, due: item.due, done: nil) }
      ?? MilestoneState(due: item.due, done: nil, asOf: day, dueSoonDays: rows.dueSoonDays)
    return MilestoneBoard(id: item.id, city: city, districts: places)
  }

  private func state(_ item: Item, _ own: [MilestoneRow]) -> MilestoneState {
    MilestoneState(rows: own, planDue: item.due, asOf: day, dueSoonDays: rows.dueSoonDays)
  }

  private func places(_ item: Item, all: Bool) -> [MilestoneBoard.DistrictMilestone] {
    let own = rows.items[item.id]?.districts ?? []
    guard all || !own.isEmpty else { return [] }
    let untold = state(item, [])
    return rows.codes.enumerated().compactMap { place, code in
      let told = own.indices.contains(place) && !own[place].isEmpty
      guard all || told else { return nil }
      return MilestoneBoard.DistrictMilestone(code: code, state: told ? state(item, own[place]) : untold)
    }
  }
}
