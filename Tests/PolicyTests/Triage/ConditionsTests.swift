import Policy
import Testing

@Suite struct ConditionsTests {
  @Test func `a silent district is silent, and does not lag besides`() throws {
    let plan = try trainingPlan()
    var facts = facts(of: plan)
    facts.count(1, in: huangpu, on: try day("2026-03-01"))
    let basis = BoardBasis(plan: plan, facts: facts)
    let lagging = CaseSubject(huangpu, .lagging)
    let silence = CaseSubject(huangpu, .silence)
    let before = basis.conditions(asOf: try day("2026-03-11"))
    #expect(before.holds(lagging) && !before.holds(silence) && !before.isClear(lagging))
    let after = basis.conditions(asOf: try day("2026-03-12"))
    #expect(!after.holds(lagging) && after.holds(silence) && !after.isClear(lagging) && !after.isClear(silence))
    // The city's own figures are judged by what is there.
    #expect(after.held[CaseSubject(city, .lagging)] == [training])
  }

  @Test func `lagging items stand worst first`() throws {
    let plan = try plan(measures: [
      [item("M01.01", target: 100), item("M01.02", target: 100), item("M01.03", target: 100), item("M01.04")]
    ])
    var facts = facts(of: plan)
    let on = try day("2026-06-30")
    for (item, count) in [("M01.01", 30), ("M01.02", 10), ("M01.03", 49)] {
      facts.count(Int64(count), ItemID(rawValue: item), in: city, on: on)
    }
    let held = BoardBasis(plan: plan, facts: facts).conditions(asOf: on).held
    #expect(held[CaseSubject(city, .lagging)]?.map(\.rawValue) == ["M01.02", "M01.01"])
  }

  @Test func `overdue milestones and duties, flagged projects and open vetoes`() throws {
    let due = try day("2026-06-30")
    let plan = try plan(
      measures: [[item("M01.01", target: 0), item("M01.02", .milestone, split: true, due: due)]],
      closing: [item("D00.01", .milestone, due: due)])
    var facts = facts(of: plan)
    for district in three { facts.count(0, in: district.code, on: due) }
    let (done, duty) = (ItemID(rawValue: "M01.02"), ItemID(rawValue: "D00.01"))
    facts.milestones = [
      MilestoneRow(item: done, district: nil, due: nil, done: due, note: nil),
      MilestoneRow(item: done, district: huangpu, due: nil, done: due, note: nil),
      MilestoneRow(item: duty, district: huangpu, due: nil, done: due, note: nil),
      MilestoneRow(item: duty, district: xuhui, due: nil, done: due + 2, note: nil),
    ]
    facts.bases = [
      Base(id: "B1", name: "基地", district: pudong, level: nil, host: nil, category: nil, recognisedOn: nil)
    ]
    facts.projects = [
      Project(id: "P1", base: "B1", name: "项目", approvedOn: due, amount: money(7), direction: nil, acceptanceDue: nil)
    ]
    facts.institutions = [
      Institution(id: "I1", name: "机构", district: city, kind: nil, licensedUntil: nil),
      Institution(id: "I2", name: "机构", district: xuhui, kind: nil, licensedUntil: nil),
    ]
    facts.findings = [
      FindingRow(institution: "I1", date: due, kind: "资金", veto: true, resolved: nil, note: nil),
      FindingRow(institution: "I2", date: due, kind: "资金", veto: true, resolved: due + 1, note: nil),
      FindingRow(institution: "I2", date: due, kind: "场地", veto: false, resolved: nil, note: nil),
    ]
    let basis = BoardBasis(plan: plan, facts: facts)
    let project = CaseSubject(pudong, .project(base: "B1", project: "P1"))
    #expect(
      basis.conditions(asOf: due).subjects == [
        CaseSubject(city, .institution("I1")), CaseSubject(xuhui, .institution("I2")), project,
      ])
    #expect(
      basis.conditions(asOf: due + 1).subjects == [
        CaseSubject(city, .institution("I1")), CaseSubject(xuhui, .milestone(duty)),
        CaseSubject(xuhui, .milestone(done)),
        CaseSubject(pudong, .milestone(duty)), CaseSubject(pudong, .milestone(done)), project,
      ])
    #expect(!basis.conditions(asOf: due + 2).holds(CaseSubject(xuhui, .milestone(duty))))
  }

  @Test func `outside the period the nearer end is seen`() throws {
    let plan = try trainingPlan()
    let basis = BoardBasis(plan: plan, facts: facts(of: plan))
    #expect(basis.conditions(asOf: plan.periodEnd + 40) == basis.conditions(asOf: plan.periodEnd))
    #expect(basis.conditions(asOf: plan.periodStart - 40).day == plan.periodStart)
  }

  @Test(arguments: 0..<40) func `what lags and is silent is what the board shows`(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    let made = try RandomYear(&numbers)
    let basis = BoardBasis(plan: made.plan, facts: made.facts)
    for _ in 0..<4 {
      let on = made.plan.periodStart + Int.random(in: 0..<365, using: &numbers)
      let board = basis.board(asOf: on)
      let found = basis.conditions(asOf: on)
      for place in board.districts {
        let lagging = place.status == .silent ? [] : place.items.filter { $0.status == .lagging }
        let held = found.held[CaseSubject(place.district.code, .lagging)] ?? []
        #expect(Set(held) == Set(lagging.map(\.id)))
        let leads = held.compactMap { id in lagging.first { $0.id == id }?.lead }
        #expect(leads == leads.sorted())
        #expect(found.silent.contains(place.district.code) == (place.status == .silent))
      }
      let city = board.city.filter { $0.status == .lagging }.map(\.id)
      #expect(Set(found.held[CaseSubject(made.plan.cityCode, .lagging)] ?? []) == Set(city))
      let capped = board.institutions.filter(\.capped).map(\.institution)
      #expect(capped.allSatisfy { found.holds(CaseSubject($0.district, .institution($0.id))) })
    }
  }
}
