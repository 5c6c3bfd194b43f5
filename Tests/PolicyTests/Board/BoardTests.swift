import Policy
import Testing

@Suite struct BoardTests {
  @Test func `the city is all districts and its own row, a district its own alone`() throws {
    let plan = try plan(measures: [[item("M01.01", target: 60, split: true)]])
    var facts = facts(of: plan)
    let today = try day("2026-03-14")
    facts.count(2, in: city, on: today)
    facts.count(1, in: huangpu, on: today)
    facts.count(30, in: pudong, on: today - 3)
    facts.count(500, in: pudong, on: today + 1)
    facts.count(-1, in: pudong, on: today)
    let board = Board(plan: plan, facts: facts, asOf: today)

    let whole = try #require(board.city.first)
    #expect(whole.actual == 32 && whole.target == 60 && whole.source == .plan)
    #expect(whole.pace == 0.2 && whole.attainment == 32.0 / 60 && whole.status == .onPace)
    // Huangpu: 1 of a suggested 10, exactly ten points behind.
    let first = try #require(board.item(in: huangpu))
    #expect(first.target == 10 && first.source == .suggested && first.lead == -10 && first.status == .watch)
    #expect(board.item(in: xuhui)?.status == .silent)
    #expect(board.item(in: pudong)?.actual == 29)
    #expect(board.districts.map(\.status) == [.watch, .silent, .onPace])
    #expect(board.districts.map(\.latest) == [today, nil, today])
    #expect(board.asOf == today && board.workingDaysLeft > 0 && !board.sample)
  }

  @Test func `every counted item of the plan stands in every list, by id`() throws {
    let plan = try plan(measures: [
      [item("M01.03"), item("M01.01", target: 9)], [item("M02.01"), item("M02.02", .base)],
    ])
    let board = Board(plan: plan, facts: facts(of: plan), asOf: try day("2026-03-14"))
    let ids = ["M01.01", "M01.03", "M02.01"]
    #expect(board.city.map(\.id.rawValue) == ids)
    for district in board.districts { #expect(district.items.map(\.id.rawValue) == ids) }
    #expect(board.city.map(\.status) == [.lagging, .noTarget, .noTarget])
    #expect(board.city.map(\.recent5) == [0, 0, 0])
  }

  @Test func `a target of zero is done, requires nothing and has no ratio`() throws {
    let plan = try plan(measures: [[item("M01.01", target: 60)]])
    var facts = facts(of: plan)
    facts.target(0, for: huangpu)
    func row(_ iso: String) throws -> ItemProgress {
      try #require(Board(plan: plan, facts: facts, asOf: try day(iso)).item(in: huangpu))
    }
    let open = try row("2026-03-14")
    #expect(open.status == .done && open.required == 0)
    #expect(open.attainment == nil && open.lead == nil && open.multiple == nil)
    #expect(try row("2026-12-31").required == nil)
  }

  @Test func `institutions are counted per district, the city's own in the list alone`() throws {
    let plan = try plan(measures: [])
    var facts = facts(of: plan)
    facts.institutions = [("J1", huangpu), ("J2", huangpu), ("J3", city)].map {
      Institution(id: $0.0, name: $0.0, district: $0.1, kind: nil, licensedUntil: nil)
    }
    let today = try day("2026-03-14")
    facts.scores = (0..<5).map {
      ScoreRow(institution: "J2", date: today, dimension: $0, hundredths: 1500, evidence: nil)
    }
    let board = Board(plan: plan, facts: facts, asOf: today)
    #expect(board.institutions.map(\.institution.id) == ["J1", "J2", "J3"])
    let counts = try #require(board.districts.first?.grades)
    #expect(counts[.b] == 1 && counts[.ungraded] == 1 && counts.total == 2)
    #expect(board.districts.map(\.grades.total) == [2, 0, 0])
  }

  @Test func `rows that lie after the day change nothing before it`() throws {
    let plan = try plan(measures: [[item("M01.01", target: 600, split: true)]], districts: sixteen)
    var numbers = Numbers(seed: 7)
    var facts = facts(of: plan)
    let today = try day("2026-06-30")
    for _ in 0..<300 {
      let code = sixteen[Int.random(in: 0..<16, using: &numbers)].code
      facts.count(3, in: code, on: plan.periodStart + Int.random(in: 0..<181, using: &numbers))
    }
    let before = Board(plan: plan, facts: facts, asOf: today)
    for code in sixteen.map(\.code) { facts.count(1000, in: code, on: today + 1) }
    let after = Board(plan: plan, facts: facts, asOf: today)
    #expect(before.city == after.city && before.districts == after.districts)
    #expect(before.city.first?.actual == 900)
    #expect(before.districts.compactMap { $0.items.first?.actual }.reduce(0, +) == 900)
    #expect(Board(plan: plan, facts: facts, asOf: today + 1).city.first?.actual == 16_900)
  }

  @Test func `extreme counts, targets and days do not trap`() throws {
    let plan = try plan(measures: [[item("M01.01", target: .max, split: true), item("M01.02", target: .min)]])
    for count in [Int64.min, .max] {
      var facts = facts(of: plan)
      for code in [city, huangpu, xuhui, pudong] { facts.count(count, in: code, on: plan.periodStart) }
      facts.target(.max, ItemID(rawValue: "M01.02"), for: huangpu)
      for number in [Int32.min, plan.periodStart.number, plan.periodEnd.number, .max] {
        let board = Board(plan: plan, facts: facts, asOf: Day(number: number))
        let inside = number >= plan.periodStart.number
        #expect(board.city.first?.actual == (inside ? count : 0))
        for row in board.city + board.districts.flatMap(\.items) {
          #expect(row.lead?.isFinite ?? true)
          #expect(row.required?.isFinite ?? true)
        }
      }
    }
  }

  @Test func `facts of other axes than the plan's give a board without figures`() throws {
    let narrow = try plan(measures: [], districts: [])
    let plan = try plan(measures: [[item("M01.01", target: 5)]])
    var facts = facts(of: narrow)
    facts.districts = three
    let board = Board(plan: plan, facts: facts, asOf: try day("2026-03-14"))
    #expect(board.city.map(\.actual) == [0])
    #expect(board.districts.map(\.status) == [.silent, .silent, .silent])
  }
}
