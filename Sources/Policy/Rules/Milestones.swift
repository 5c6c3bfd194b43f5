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

/// The milestone rows of a directory, grouped once, and the boards that they give on a day.
struct MilestoneRule {
  /// Where a row belongs; the city's own code stands for rows without a district.
  private struct Place: Hashable {
    var item: ItemID
    var district: DistrictCode
  }

  private let rows: [Place: [MilestoneRow]]
  private let cityCode: DistrictCode
  private let districts: [District]
  private let day: Day
  private let dueSoonDays: Int

  init(plan: Plan, facts: Facts, asOf day: Day) {
    let cityCode = plan.cityCode
    rows = Dictionary(grouping: facts.milestones) { Place(item: $0.item, district: $0.district ?? cityCode) }
    self.cityCode = cityCode
    districts = facts.districts
    self.day = day
    dueSoonDays = plan.thresholds.dueSoonDays
  }

  /// A measure's milestone: the city's state is of the city's own rows alone.
  func board(_ item: Item) -> MilestoneBoard {
    MilestoneBoard(id: item.id, city: state(item, cityCode), districts: places(item, all: item.split))
  }

  /// A closing duty: laid on every district, and in the city as bad as in the worst of them.
  func closingBoard(_ item: Item) -> MilestoneBoard {
    let places = places(item, all: true)
    let worst = places.map(\.state.status).max { $0.gravity < $1.gravity }
    let city =
      worst.map { MilestoneState(status: $0, due: item.due, done: nil) }
      ?? MilestoneState(due: item.due, done: nil, asOf: day, dueSoonDays: dueSoonDays)
    return MilestoneBoard(id: item.id, city: city, districts: places)
  }

  private func state(_ item: Item, _ code: DistrictCode) -> MilestoneState {
    let own = rows[Place(item: item.id, district: code)] ?? []
    return MilestoneState(rows: own, planDue: item.due, asOf: day, dueSoonDays: dueSoonDays)
  }

  private func places(_ item: Item, all: Bool) -> [MilestoneBoard.DistrictMilestone] {
    districts.compactMap { district in
      guard all || rows[Place(item: item.id, district: district.code)] != nil else { return nil }
      return MilestoneBoard.DistrictMilestone(code: district.code, state: state(item, district.code))
    }
  }
}
