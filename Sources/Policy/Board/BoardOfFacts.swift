extension Board {
  /// Computes every figure as of `day` (through the end of that day).
  ///
  /// A pure function: the same plan, facts and day give the same board. Nothing in the facts makes it trap; a day
  /// outside the period gives the pace of the period's nearer end.
  public init(plan: Plan, facts: Facts, asOf day: Day) {
    let pace = Pace(plan: plan, asOf: day)
    let windows = RateWindows(plan: plan, calendar: facts.calendar, asOf: day)
    let counting = Counting(plan: plan, facts: facts, pace: pace, windows: windows, asOf: day)
    let counted = counting.boards(of: facts.districts)
    let institutions = InstitutionBoard.all(plan: plan, facts: facts, asOf: day)
    let bases = BaseBoard.all(plan: plan, facts: facts, asOf: day)
    let milestones = MilestoneRule(plan: plan, facts: facts, asOf: day)

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

    let measures = Board.measures(
      plan: plan, registers: Registers(plan: plan, facts: facts, asOf: day), milestones: milestones,
      city: counted.city, institutions: institutions, bases: bases)
    self.init(
      asOf: day, sample: facts.sample, pace: pace, workingDaysLeft: windows.workingDaysLeft, city: counted.city,
      districts: districts, institutions: institutions, bases: bases, measures: measures,
      closing: plan.closing.sorted { $0.id < $1.id }.map(milestones.closingBoard))
  }

  private static func measures(
    plan: Plan, registers: Registers, milestones: MilestoneRule, city: [ItemProgress],
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
