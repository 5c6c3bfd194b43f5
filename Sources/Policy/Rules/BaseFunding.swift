/// What happened to one project through a day, and what looks wrong with it (<doc:BaseFundingRule>).
struct ProjectLedger {
  private let project: Project
  private let day: Day
  private var events: [ProjectEvent: Day] = [:]
  private var lines: [Money]
  private var tranches = Array(repeating: Money.zero, count: Tranche.allCases.count)
  private var paid = Money.zero
  private var spent = Money.zero
  /// The earliest payment of each tranche: if one is before the gate, that one is.
  private var firstPayments: [Tranche: Day] = [:]

  init(_ project: Project, costLines: Int, asOf day: Day) {
    self.project = project
    self.day = day
    lines = Array(repeating: .zero, count: costLines)
  }

  /// Takes an event of the project; of repeated ones the earliest counts.
  mutating func add(_ row: ProjectEventRow) {
    guard row.date <= day else { return }
    events[row.event] = min(row.date, events[row.event] ?? row.date)
  }

  mutating func add(_ row: PaymentRow) {
    guard row.date <= day else { return }
    paid += row.amount
    tranches[row.tranche.rawValue] += row.amount
    firstPayments[row.tranche] = min(row.date, firstPayments[row.tranche] ?? row.date)
  }

  mutating func add(_ row: SpendingRow) {
    guard row.date <= day else { return }
    spent += row.amount
    if lines.indices.contains(row.line) { lines[row.line] += row.amount }
  }

  /// How the project stands. `surplus`: it is beyond what the base may have approved in a year.
  func board(rules: FundingRules, surplus: Bool) -> ProjectBoard {
    let found = Set(FundingFlag.allCases.filter { stands($0, rules: rules, surplus: surplus) })
    return ProjectBoard(
      project: project, stage: stage, paid: paid, spent: spent, flags: FundingFlag.allCases.filter(found.contains),
      lines: lines, tranches: tranches)
  }

  /// The furthest event, even over gaps.
  private var stage: ProjectStage {
    switch events.keys.max() {
    case nil: .building
    case .acceptance: .accepted
    case .evaluation1: .evaluated1
    case .evaluation2: .evaluated2
    case .evaluation3: .evaluated3
    case .closed: .closed
    }
  }

  private func stands(_ flag: FundingFlag, rules: FundingRules, surplus: Bool) -> Bool {
    switch flag {
    case .badTier: return !rules.tiers.contains(project.amount)
    case .tooManyProjects: return surplus
    case .paidOverApproved: return paid > project.amount
    case .paidBeforeGate:
      return firstPayments.contains { tranche, first in gate(of: tranche).map { first < $0 } ?? true }
    case .overspent: return spent > paid
    case .acceptanceOverdue:
      guard !isClosed, events[.acceptance] == nil, let due = project.acceptanceDue else { return false }
      return due < day
    case .evaluationMissed:
      guard !isClosed, let acceptance = events[.acceptance] else { return false }
      let evaluations: [(years: Int, event: ProjectEvent)] = [
        (1, .evaluation1), (2, .evaluation2), (3, .evaluation3),
      ]
      return evaluations.contains { years, event in
        events[event] == nil && acceptance.adding(years: years) + rules.evaluationGraceDays < day
      }
    case .idleBalance:
      guard !isClosed, paid > spent, let acceptance = events[.acceptance] else { return false }
      return acceptance.adding(months: rules.idleAfterMonths) < day
    }
  }

  private var isClosed: Bool { events[.closed] != nil }

  /// The day from which a tranche may be paid; nil while its gate has not happened.
  private func gate(of tranche: Tranche) -> Day? {
    switch tranche {
    case .approval: project.approvedOn
    case .acceptance: events[.acceptance]
    case .evaluation1: events[.evaluation1]
    case .evaluation2: events[.evaluation2]
    case .evaluation3: events[.evaluation3]
    }
  }
}

extension FundingTotals {
  /// Adds one project's sums and flags.
  mutating func add(_ board: ProjectBoard) {
    approved += board.project.amount
    paid += board.paid
    spent += board.spent
    flags += board.flags.count
    projects += 1
  }

  /// Adds the sums of another base.
  mutating func add(_ other: FundingTotals) {
    approved += other.approved
    paid += other.paid
    spent += other.spent
    flags += other.flags
    projects += other.projects
  }
}

/// The rows of all projects, brought to them once, and the boards that they give on a day.
struct BaseHistories {
  private struct Rows {
    var events: [ProjectEventRow] = []
    var payments: [PaymentRow] = []
    var spending: [SpendingRow] = []
  }

  private let rules: FundingRules
  private let bases: [Base]
  /// The projects of each base, in the order of the facts.
  private let projects: [[(project: Project, rows: Rows, isSurplus: Bool)]]

  init(plan: Plan, facts: Facts) {
    rules = plan.funding
    bases = facts.bases
    var rows = Array(repeating: Rows(), count: facts.projects.count)
    let places = Dictionary(
      facts.projects.enumerated().map { (TextKey($0.element.id), $0.offset) }, uniquingKeysWith: { first, _ in first })
    for row in facts.events { if let place = places[TextKey(row.project)] { rows[place].events.append(row) } }
    for row in facts.payments { if let place = places[TextKey(row.project)] { rows[place].payments.append(row) } }
    for row in facts.spending { if let place = places[TextKey(row.project)] { rows[place].spending.append(row) } }
    let surplus = BaseHistories.surplus(facts.projects, most: rules.maxProjectsPerBaseYear)
    var byBase: [TextKey: [(project: Project, rows: Rows, isSurplus: Bool)]] = [:]
    for (place, project) in facts.projects.enumerated() {
      byBase[TextKey(project.base), default: []].append((project, rows[place], surplus.contains(place)))
    }
    projects = facts.bases.map { byBase[TextKey($0.id)] ?? [] }
  }

  /// Every base as of `day`, in the order of the facts; a project approved after it is not there yet.
  func boards(asOf day: Day) -> [BaseBoard] {
    zip(bases, projects).map { base, projects in
      let own = projects.filter { $0.project.approvedOn <= day }.map { project, rows, isSurplus in
        var ledger = ProjectLedger(project, costLines: rules.costLines.count, asOf: day)
        for row in rows.events { ledger.add(row) }
        for row in rows.payments { ledger.add(row) }
        for row in rows.spending { ledger.add(row) }
        return ledger.board(rules: rules, surplus: isSurplus)
      }
      var funding = FundingTotals()
      for project in own { funding.add(project) }
      return BaseBoard(base: base, projects: own, funding: funding)
    }
  }

  /// Positions of the projects beyond `most` of their base and calendar year, by date of approval, then id. Those
  /// approved later never change what one is, so that they are the same on any day.
  private static func surplus(_ projects: [Project], most: Int) -> Set<Int> {
    struct BaseYear: Hashable {
      var base: TextKey
      var year: Int
    }
    let groups = Dictionary(grouping: projects.indices) {
      BaseYear(base: TextKey(projects[$0].base), year: projects[$0].approvedOn.civil.year)
    }
    var surplus: Set<Int> = []
    for group in groups.values where group.count > max(0, most) {
      let inOrder = group.sorted { a, b in
        let (first, second) = (projects[a], projects[b])
        if first.approvedOn != second.approvedOn { return first.approvedOn < second.approvedOn }
        return first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
      }
      surplus.formUnion(inOrder.dropFirst(max(0, most)))
    }
    return surplus
  }
}
