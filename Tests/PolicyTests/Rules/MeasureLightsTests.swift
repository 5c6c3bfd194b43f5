import Policy
import Testing

@Suite struct MeasureLightsTests {
  private func milestone(_ status: MilestoneStatus) -> MeasureItem {
    .milestone(
      MilestoneBoard(
        id: ItemID(rawValue: "M01.02"), city: MilestoneState(status: status, due: nil, done: nil), districts: []))
  }

  private func register(stuck: Int) -> MeasureItem {
    .register(RegisterBoard(id: ItemID(rawValue: "M01.03"), stages: [], stuck: stuck, movedThisMonth: 0))
  }

  private func counted(_ status: Status) -> MeasureItem { .counted(id: training, status: status) }

  private func light(_ items: MeasureItem...) -> Status { MeasureBoard(number: 1, items: items).status }

  @Test func `one item alone`() {
    for status in [Status.lagging, .watch, .onPace, .done, .noTarget] { #expect(light(counted(status)) == status) }
    #expect(light(milestone(.overdue)) == .lagging)
    #expect(light(milestone(.dueSoon)) == .watch)
    #expect(light(milestone(.open)) == .onPace)
    #expect(light(milestone(.done)) == .done)
    #expect(light(milestone(.doneLate)) == .done)
    #expect(light(register(stuck: 1)) == .watch)
    #expect(light(register(stuck: 0)) == .noTarget)
    #expect(light(.institutions(id: training, status: .watch)) == .watch)
    #expect(light(.bases(id: training, status: .onPace)) == .onPace)
    #expect(light() == .noTarget)
  }

  @Test func `the worst decides`() {
    #expect(light(counted(.done), milestone(.overdue), register(stuck: 3)) == .lagging)
    #expect(light(counted(.onPace), register(stuck: 3), milestone(.done)) == .watch)
    #expect(light(counted(.done), milestone(.open), register(stuck: 0)) == .onPace)
    #expect(light(counted(.noTarget), milestone(.doneLate)) == .done)
    #expect(light(counted(.noTarget), register(stuck: 0)) == .noTarget)
  }

  @Test func `institutions and bases of the city itself count`() throws {
    let plan = try plan(measures: [[item("M01.02", .base), item("M01.01", .institution)]])
    var facts = facts(of: plan)
    let today = try day("2026-06-01")
    func statuses() -> [Status] {
      Board(plan: plan, facts: facts, asOf: today).measures.flatMap(\.items).compactMap(\.light)
    }
    #expect(statuses() == [.onPace, .onPace])
    facts.institutions = [Institution(id: "J1", name: "", district: city, kind: nil, licensedUntil: nil)]
    #expect(statuses() == [.onPace, .onPace])
    facts.scores = (0..<5).map {
      ScoreRow(institution: "J1", date: today, dimension: $0, hundredths: 100, evidence: nil)
    }
    #expect(statuses() == [.watch, .onPace])
    facts.bases = [BaseFundingTests.base("B1", city)]
    facts.projects = [
      Project(
        id: "P1", base: "B1", name: "", approvedOn: today, amount: money(7), direction: nil, acceptanceDue: nil)
    ]
    #expect(statuses() == [.watch, .watch])
    #expect(Board(plan: plan, facts: facts, asOf: today).measures.first?.status == .watch)
    #expect(Board(plan: plan, facts: facts, asOf: today - 1).measures.first?.status == .onPace)
  }

  @Test func `items stand by id and measures by number`() throws {
    var plan = try plan(measures: [
      [item("M01.10"), item("M01.02", .milestone), item("M01.03", .register, stages: ["一"])], [item("M02.01")],
    ])
    plan.measures.reverse()
    let board = Board(plan: plan, facts: facts(of: plan), asOf: try day("2026-06-01"))
    #expect(board.measures.map(\.number) == [1, 2])
    #expect(board.measures.first?.items.map(\.id.rawValue) == ["M01.02", "M01.03", "M01.10"])
  }
}
