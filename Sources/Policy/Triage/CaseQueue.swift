/// The queue of 督办: which case comes first, and why (<doc:TriageRule>).
///
/// Cases whose snooze has just ended stand on top, then those with a passed limit, then the others; within each, the
/// gravest first, and of equal ones the older. Snoozed cases follow, then those that were struck off, newest first.
public struct CaseQueue: Sendable {
  private let board: Board
  private let plan: Plan
  private let limits: LimitRule
  private let calendar: WorkCalendar
  /// The day on which limits are looked at.
  public let today: Day
  private let city: [ItemID: ItemProgress]
  private let districts: [DistrictCode: DistrictBoard]
  private let vetoed: Set<String>
  private let flags: [ProjectPlace: Int]

  private struct ProjectPlace: Hashable {
    var base: String
    var project: String
  }

  /// The parts of the queue, in their order.
  public enum Group: Int, Hashable, Comparable, Sendable, CaseIterable {
    /// A snooze has ended, and nobody has acted since.
    case awakened
    /// A limit has passed.
    case overdue
    /// In time.
    case open
    /// 暂缓.
    case snoozed
    /// 已销号.
    case closed

    /// Earlier parts come first.
    public static func < (a: Group, b: Group) -> Bool { a.rawValue < b.rawValue }
  }

  /// The queue on a day, by the figures of a board.
  public init(board: Board, plan: Plan, calendar: WorkCalendar, today: Day) {
    self.board = board
    self.plan = plan
    self.calendar = calendar
    self.today = today
    limits = LimitRule(plan: plan, calendar: calendar)
    city = Dictionary(board.city.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    districts = Dictionary(board.districts.map { ($0.district.code, $0) }, uniquingKeysWith: { first, _ in first })
    var vetoed: Set<String> = []
    for rated in board.institutions where rated.capped { vetoed.insert(rated.institution.id) }
    self.vetoed = vetoed
    var flags: [ProjectPlace: Int] = [:]
    for base in board.bases {
      for funded in base.projects where flags[ProjectPlace(base: base.base.id, project: funded.project.id)] == nil {
        flags[ProjectPlace(base: base.base.id, project: funded.project.id)] = funded.flags.count
      }
    }
    self.flags = flags
  }

  /// Where a case stands.
  public func place(of own: Case) -> Place {
    let limit = limits.limit(of: own)
    let left = limit.map { limit in
      limit.day >= today
        ? calendar.workingDays(after: today, through: limit.day)
        : -max(1, calendar.workingDays(after: limit.day, through: today))
    }
    return Place(
      own: own, group: group(own, limit), severity: severity(own), limit: limit, workingDaysLeft: left)
  }

  /// All cases in the order of the queue.
  public func ordered(_ cases: some Sequence<Case>) -> [Place] {
    cases.map(place).sorted(by: CaseQueue.isBefore)
  }

  /// Whether one place comes before another.
  public static func isBefore(_ a: Place, _ b: Place) -> Bool {
    if a.group != b.group { return a.group < b.group }
    if a.group == .closed {
      return (a.own.closedAt ?? a.own.since, a.own.number) > (b.own.closedAt ?? b.own.since, b.own.number)
    }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.own.openedAt != b.own.openedAt { return a.own.openedAt < b.own.openedAt }
    return a.own.number < b.own.number
  }

  private func group(_ own: Case, _ limit: LimitRule.Limit?) -> Group {
    if own.state == .closed { return .closed }
    if own.state == .snoozed { return .snoozed }
    if own.isAwakened { return .awakened }
    return limit.map { $0.day < today } ?? false ? .overdue : .open
  }

  // MARK: Severity

  private func severity(_ own: Case) -> CaseSeverity {
    if own.isRecovered { return .cleared }
    return switch own.subject.condition {
    case .lagging: lagging(own)
    case .institution(let id): vetoed.contains(id) ? .veto : .cleared
    case .project(let base, let project):
      flags[ProjectPlace(base: base, project: project)].flatMap { $0 > 0 ? .flagged($0) : nil } ?? .cleared
    case .milestone(let item): overdue(item, own.subject.district)
    case .silence: .silent(days: silence(own.subject.district))
    }
  }

  /// The largest over the items of probability of missing × expected shortfall ÷ city target.
  private func lagging(_ own: Case) -> CaseSeverity {
    let items = own.subject.district == plan.cityCode ? board.city : districts[own.subject.district]?.items ?? []
    let listed = Set(own.items)
    var worst: CaseSeverity.Lagging?
    for item in items where listed.contains(item.id) {
      guard let target = item.target, let forecast = item.forecast else { continue }
      let shortfall = max(0, Double(target) - forecast.p50)
      let whole = Double(city[item.id]?.target ?? target)
      let weight = whole > 0 ? (1 - forecast.probability) * shortfall / whole : 0
      let found = CaseSeverity.Lagging(
        item: item.id, weight: weight, missing: 1 - forecast.probability, shortfall: shortfall,
        share: whole > 0 ? shortfall / whole : 0, lead: item.lead)
      if worst.map({ $0.weight < weight }) ?? true { worst = found }
    }
    guard let worst else {
      return .lagging(
        CaseSeverity.Lagging(item: own.items.first, weight: 0, missing: nil, shortfall: nil, share: nil, lead: nil))
    }
    return .lagging(worst)
  }

  private func overdue(_ item: ItemID, _ district: DistrictCode) -> CaseSeverity {
    let milestone = board.milestone(item)
    let state =
      district == plan.cityCode
      ? milestone?.city : milestone?.districts.first { $0.code == district }?.state
    guard let state, state.status == .overdue, let due = state.due else { return .cleared }
    return .overdue(days: max(0, board.asOf - due))
  }

  private func silence(_ district: DistrictCode) -> Int? {
    districts[district]?.latest.map { max(0, board.asOf - $0) }
  }
}

extension Board {
  /// A milestone of the measures, or a closing duty; nil where there is none of that id.
  public func milestone(_ id: ItemID) -> MilestoneBoard? {
    for measure in measures {
      for item in measure.items {
        if case .milestone(let found) = item, found.id == id { return found }
      }
    }
    return closing.first { $0.id == id }
  }
}
