extension Board {
  /// Computes every figure as of `day` (through the end of that day).
  ///
  /// A pure function: the same plan, facts and day give the same board. Nothing in the facts makes it trap; a day
  /// outside the period gives the pace of the period's nearer end. Who needs boards of many days makes a
  /// ``BoardBasis`` once.
  public init(plan: Plan, facts: Facts, asOf day: Day) { self = BoardBasis(plan: plan, facts: facts).board(asOf: day) }
}

/// What the boards of one plan and its facts have in common, whatever the day: worked out once, so that a step to
/// another day costs little.
public struct BoardBasis: Sendable {
  /// The plan in force.
  public let plan: Plan
  /// What the records say.
  public let facts: Facts
  let counting: CountingBasis
  let institutions: InstitutionHistories
  let bases: BaseHistories
  let milestones: MilestoneRows

  /// Brings the rows of the facts to what they speak of.
  public init(plan: Plan, facts: Facts) {
    self.plan = plan
    self.facts = facts
    counting = CountingBasis(plan: plan, facts: facts)
    institutions = InstitutionHistories(plan: plan, facts: facts)
    bases = BaseHistories(plan: plan, facts: facts)
    milestones = MilestoneRows(plan: plan, facts: facts)
  }

  /// Every figure as of `day`.
  public func board(asOf day: Day) -> Board {
    let pace = Pace(plan: plan, asOf: day)
    let windows = RateWindows(plan: plan, calendar: facts.calendar, asOf: day)
    let counted = Counting(counting, facts: facts, pace: pace, windows: windows, asOf: day).boards()
    let institutions = institutions.boards(asOf: day)
    let bases = bases.boards(asOf: day)
    let milestones = MilestoneRule(milestones, asOf: day)

    // Institutions and bases of the city itself stand in their lists alone: no district has its code.
    var grades: [DistrictCode: GradeCounts] = [:]
    for board in institutions { grades[board.institution.district, default: GradeCounts()][board.grade] += 1 }
    var funding: [DistrictCode: FundingTotals] = [:]
    for board in bases { funding[board.base.district, default: FundingTotals()].add(board.funding) }
    let districts = zip(facts.districts, counted.districts).map { district, place in
      DistrictBoard(
        district: district, status: place.status, latest: place.latest, items: place.items,
        grades: grades[district.code] ?? GradeCounts(), funding: funding[district.code] ?? FundingTotals())
    }

    let measures = measures(
      registers: Registers(plan: plan, facts: facts, asOf: day), milestones: milestones,
      city: counted.city, institutions: institutions, bases: bases)
    return Board(
      asOf: day, sample: facts.sample, pace: pace, workingDaysLeft: windows.workingDaysLeft, city: counted.city,
      districts: districts, institutions: institutions, bases: bases, measures: measures,
      closing: plan.closing.sorted { $0.id < $1.id }.map(milestones.closingBoard))
  }

  private func measures(
    registers: Registers, milestones: MilestoneRule, city: [ItemProgress],
    institutions: [InstitutionBoard], bases: [BaseBoard]
  ) -> [MeasureBoard] {
    let statuses = Dictionary(city.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    let poor = institutions.contains { $0.grade == .d }
    let flagged = bases.contains { $0.funding.flags > 0 }
    return plan.measures.sorted { $0.number < $1.number }.map { measure in
      let items = measure.items.sorted { $0.id < $1.id }.map { item -> MeasureItem in
        switch item.kind {
        case .counted: .counted(id: item.id, status: statuses[item.id] ?? .noTarget)
        case .milestone: .milestone(milestones.board(item))
        case .register: .register(registers.board(item))
        case .institution: .institutions(id: item.id, status: poor ? .watch : .onPace)
        case .base: .bases(id: item.id, status: flagged ? .watch : .onPace)
        }
      }
      return MeasureBoard(number: measure.number, items: items)
    }
  }
}
