/// What is wrong at the end of a day, and where: what can open a case (<doc:TriageRule>).
public struct Conditions: Hashable, Sendable {
  /// The day through whose end it speaks.
  public let day: Day
  /// Every subject whose condition holds; with the lagging items, worst first, of a place that lags.
  public let held: [CaseSubject: [ItemID]]
  /// Districts that do not report: whether they lag cannot be said.
  public let silent: Set<DistrictCode>

  /// Whether the condition holds.
  public func holds(_ subject: CaseSubject) -> Bool { held[subject] != nil }

  /// Whether the condition is away. Of a silent district's lagging neither can be said.
  public func isClear(_ subject: CaseSubject) -> Bool {
    if subject.condition == .lagging, silent.contains(subject.district) { return false }
    return held[subject] == nil
  }

  /// The subjects in the order of their keys, the same on every machine.
  public var subjects: [CaseSubject] { CaseSubject.inOrder(held.keys) }
}

extension CaseSubject {
  static func inOrder(_ subjects: some Sequence<CaseSubject>) -> [CaseSubject] {
    subjects.map { ($0, $0.description) }.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }.map(\.0)
  }
}

extension BoardBasis {
  /// What is wrong at the end of `day`, held inside the period.
  public func conditions(asOf day: Day) -> Conditions {
    let day = min(max(day, plan.periodStart), plan.periodEnd)
    let city = plan.cityCode
    var held: [CaseSubject: [ItemID]] = [:]
    var silent: Set<DistrictCode> = []
    func hold(_ district: DistrictCode, _ condition: CaseCondition, _ items: [ItemID] = []) {
      held[CaseSubject(district, condition)] = items
    }

    let counted = CountedStatuses(counting, asOf: day)
    for (place, district) in facts.districts.enumerated() {
      if counted.isSilent(district: place) {
        silent.insert(district.code)
        hold(district.code, .silence)
        continue
      }
      let items = counted.lagging(district: place)
      if !items.isEmpty { hold(district.code, .lagging, items) }
    }
    let items = counted.laggingInCity()
    if !items.isEmpty { hold(city, .lagging, items) }

    let rule = MilestoneRule(milestones, asOf: day)
    func holdOverdue(_ board: MilestoneBoard) {
      for place in board.districts where place.state.status == .overdue { hold(place.code, .milestone(board.id)) }
    }
    for item in plan.items where item.kind == .milestone {
      let board = rule.board(item)
      if board.city.status == .overdue { hold(city, .milestone(item.id)) }
      holdOverdue(board)
    }
    // A closing duty is the districts'; the city's state only repeats the worst of them.
    for item in plan.closing { holdOverdue(rule.closingBoard(item)) }

    for base in bases.boards(asOf: day) {
      for board in base.projects where !board.flags.isEmpty {
        hold(base.base.district, .project(base: base.base.id, project: board.project.id))
      }
    }
    for institution in institutions.capped(asOf: day) { hold(institution.district, .institution(institution.id)) }
    return Conditions(day: day, held: held, silent: silent)
  }
}
