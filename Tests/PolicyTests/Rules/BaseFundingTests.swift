import Policy
import Testing

@Suite struct BaseFundingTests {
  /// One project, approved on 2024-03-01 with 500 万元, whose acceptance is due on 2025-03-01.
  struct Story {
    var amount = money(500)
    var acceptanceDue: String? = "2025-03-01"
    var events: [(ProjectEvent, String)] = []
    var payments: [(Tranche, String, Int64)] = []
    var spending: [(Int, String, Int64)] = []

    func board(asOf: String) throws -> ProjectBoard {
      let plan = try plan(measures: [])
      var facts = facts(of: plan)
      facts.bases = [base("B1", huangpu)]
      facts.projects = [
        Project(
          id: "P1", base: "B1", name: "项目", approvedOn: try day("2024-03-01"), amount: amount, direction: nil,
          acceptanceDue: try acceptanceDue.map { try day($0) })
      ]
      facts.events = try events.map { ProjectEventRow(project: "P1", date: try day($0.1), event: $0.0) }
      facts.payments = try payments.map {
        PaymentRow(project: "P1", date: try day($0.1), tranche: $0.0, amount: money($0.2))
      }
      facts.spending = try spending.map {
        SpendingRow(project: "P1", date: try day($0.1), line: $0.0, amount: money($0.2))
      }
      let board = Board(plan: plan, facts: facts, asOf: try day(asOf))
      return try #require(board.bases.first?.projects.first)
    }

    func flags(asOf: String) throws -> [FundingFlag] { try board(asOf: asOf).flags }
  }

  static func base(_ id: String, _ district: DistrictCode) -> Base {
    Base(id: id, name: id, district: district, level: nil, host: nil, category: nil, recognisedOn: nil)
  }

  @Test func `sums hold what is dated on or before the day`() throws {
    let story = Story(
      payments: [(.approval, "2024-03-01", 250), (.approval, "2024-05-01", -50), (.approval, "2024-05-02", 999)],
      spending: [(0, "2024-04-01", 80), (1, "2024-05-01", 20), (7, "2024-05-01", 10), (1, "2024-05-02", 999)])
    let board = try story.board(asOf: "2024-05-01")
    #expect(board.paid == money(200))
    #expect(board.spent == money(110))
    #expect(board.balance == money(90))
    #expect(board.utilisation == 0.55)
    #expect(board.lines == [money(80), money(20)])
    #expect(board.tranches == [money(200), .zero, .zero, .zero, .zero])
    #expect(board.flags.isEmpty)
    #expect(try Story().board(asOf: "2024-05-01").utilisation == nil)
  }

  @Test func `the stage is the furthest event, even over gaps`() throws {
    var story = Story(events: [(.acceptance, "2025-01-10"), (.evaluation3, "2025-06-01"), (.evaluation1, "2025-07-01")])
    #expect(try story.board(asOf: "2025-01-09").stage == .building)
    #expect(try story.board(asOf: "2025-01-10").stage == .accepted)
    #expect(try story.board(asOf: "2025-08-01").stage == .evaluated3)
    story.events.append((.closed, "2025-09-01"))
    #expect(try story.board(asOf: "2025-08-31").stage == .evaluated3)
    #expect(try story.board(asOf: "2025-09-01").stage == .closed)
  }

  @Test func `only 500, 300 and 100 are published amounts`() throws {
    for (amount, bad) in [(500, false), (300, false), (100, false), (200, true), (501, true)] as [(Int64, Bool)] {
      #expect(try Story(amount: money(amount)).flags(asOf: "2024-06-01").contains(.badTier) == bad)
    }
  }

  @Test func `paid over approved, and overspent`() throws {
    let story = Story(
      payments: [(.approval, "2024-03-01", 500), (.approval, "2024-04-01", 1)],
      spending: [(0, "2024-03-02", 501), (0, "2024-04-02", 1)])
    #expect(try story.flags(asOf: "2024-03-01") == [])
    #expect(try story.flags(asOf: "2024-03-31") == [.overspent])
    #expect(try story.flags(asOf: "2024-04-01") == [.paidOverApproved])
    #expect(try story.flags(asOf: "2024-04-02") == [.paidOverApproved, .overspent])
  }

  @Test func `a tranche is gated by its event, the first by the approval`() throws {
    func early(_ tranche: Tranche, _ paid: String, _ events: [(ProjectEvent, String)], asOf: String) throws -> Bool {
      try Story(events: events, payments: [(tranche, paid, 10)]).flags(asOf: asOf).contains(.paidBeforeGate)
    }
    #expect(try early(.approval, "2024-02-29", [], asOf: "2024-04-01"))
    #expect(try !early(.approval, "2024-03-01", [], asOf: "2024-04-01"))
    #expect(try early(.acceptance, "2025-01-10", [], asOf: "2025-01-10"))
    #expect(try !early(.acceptance, "2025-01-10", [], asOf: "2025-01-09"))
    #expect(try !early(.acceptance, "2025-01-10", [(.acceptance, "2025-01-10")], asOf: "2025-02-01"))
    #expect(try early(.acceptance, "2025-01-09", [(.acceptance, "2025-01-10")], asOf: "2025-02-01"))
    // The gate has not happened yet on the day that is asked about.
    #expect(try early(.acceptance, "2025-01-09", [(.acceptance, "2025-01-10")], asOf: "2025-01-09"))
    // Of repeated events the earliest counts.
    let twice: [(ProjectEvent, String)] = [(.evaluation2, "2025-05-01"), (.evaluation2, "2025-02-01")]
    #expect(try !early(.evaluation2, "2025-03-01", twice, asOf: "2025-06-01"))
    #expect(try early(.evaluation1, "2025-03-01", twice, asOf: "2025-06-01"))
  }

  @Test func `an early payment counts beside a later one`() throws {
    let story = Story(
      events: [(.acceptance, "2025-01-10")],
      payments: [(.acceptance, "2025-01-20", 10), (.acceptance, "2025-01-05", 10)])
    #expect(try story.flags(asOf: "2025-01-21") == [.paidBeforeGate])
  }

  @Test func `acceptance is overdue from the day after it was due`() throws {
    #expect(try Story().flags(asOf: "2025-03-01") == [])
    #expect(try Story().flags(asOf: "2025-03-02") == [.acceptanceOverdue])
    #expect(try Story(acceptanceDue: nil).flags(asOf: "2026-03-02") == [])
    #expect(try Story(events: [(.acceptance, "2025-03-05")]).flags(asOf: "2025-03-04") == [.acceptanceOverdue])
    #expect(try Story(events: [(.acceptance, "2025-03-05")]).flags(asOf: "2025-03-05") == [])
    #expect(try Story(events: [(.closed, "2025-03-02")]).flags(asOf: "2025-03-02") == [])
  }

  @Test func `an evaluation is missed ninety days after its anniversary`() throws {
    // Accepted on 29 February 2024: the first anniversary is 28 February 2025, and 90 days on is 29 May.
    var story = Story(events: [(.acceptance, "2024-02-29")])
    #expect(try story.flags(asOf: "2025-05-29") == [])
    #expect(try story.flags(asOf: "2025-05-30") == [.evaluationMissed])
    story.events.append((.evaluation1, "2025-06-15"))
    #expect(try story.flags(asOf: "2025-06-14") == [.evaluationMissed])
    #expect(try story.flags(asOf: "2025-06-15") == [])
    #expect(try story.flags(asOf: "2026-05-30") == [.evaluationMissed])
    story.events.append((.evaluation3, "2026-01-01"))
    #expect(try story.flags(asOf: "2026-05-30") == [.evaluationMissed])
    story.events.append((.closed, "2026-05-30"))
    #expect(try story.flags(asOf: "2026-05-30") == [])
  }

  @Test func `a balance is idle six months after acceptance`() throws {
    // Six months after 31 August is the last of February.
    var story = Story(events: [(.acceptance, "2024-08-31")], payments: [(.approval, "2024-03-01", 100)])
    #expect(try story.flags(asOf: "2025-02-28") == [])
    #expect(try story.flags(asOf: "2025-03-01") == [.idleBalance])
    story.spending = [(0, "2025-03-01", 100)]
    #expect(try story.flags(asOf: "2025-03-01") == [])
    story.spending = []
    story.events.append((.closed, "2025-03-02"))
    #expect(try story.flags(asOf: "2025-03-01") == [.idleBalance])
    #expect(try story.flags(asOf: "2025-03-02") == [])
  }

  @Test func `closing ends no other flag`() throws {
    let story = Story(
      amount: money(200), events: [(.closed, "2024-06-01")], payments: [(.evaluation1, "2024-05-01", 300)],
      spending: [(0, "2024-05-01", 301)])
    #expect(try story.flags(asOf: "2026-01-01") == [.badTier, .paidOverApproved, .paidBeforeGate, .overspent])
  }

  @Test func `the fifth project of a base and year is one too many, by day then id`() throws {
    let plan = try plan(measures: [])
    var facts = facts(of: plan)
    facts.bases = [Self.base("B1", huangpu), Self.base("B2", city)]
    func project(_ id: String, _ base: String, _ iso: String) throws -> Project {
      Project(
        id: id, base: base, name: id, approvedOn: try day(iso), amount: money(100), direction: nil, acceptanceDue: nil)
    }
    facts.projects = [
      try project("P1", "B1", "2026-05-01"), try project("P2", "B1", "2026-02-01"),
      try project("P3", "B1", "2026-05-01"), try project("P4", "B1", "2026-03-01"),
      try project("P5", "B1", "2026-04-01"), try project("P6", "B1", "2025-12-31"),
      try project("P7", "B2", "2026-01-01"), try project("P8", "B1", "2026-06-01"),
    ]
    func surplus(_ iso: String) throws -> [String] {
      Board(plan: plan, facts: facts, asOf: try day(iso)).bases.flatMap(\.projects)
        .filter { $0.flags == [.tooManyProjects] }.map(\.project.id)
    }
    #expect(try surplus("2026-04-30") == [])
    #expect(try surplus("2026-05-01") == ["P3"])
    #expect(try surplus("2026-06-01") == ["P3", "P8"])

    let board = Board(plan: plan, facts: facts, asOf: try day("2026-05-01"))
    #expect(board.bases.map { $0.projects.map(\.project.id) } == [["P1", "P2", "P3", "P4", "P5", "P6"], ["P7"]])
    // The city's own base stands in the list alone.
    let own = try #require(board.districts.first?.funding)
    #expect(own.projects == 6 && own.approved == money(600) && own.flags == 1)
    #expect(board.districts.dropFirst().allSatisfy { $0.funding == FundingTotals() })
  }

  @Test func `extreme amounts are held at the ends of the range`() throws {
    let plan = try plan(measures: [])
    var facts = facts(of: plan)
    facts.bases = [Self.base("B1", huangpu)]
    let approved = try day("2026-01-01")
    facts.projects = [
      Project(
        id: "P1", base: "B1", name: "", approvedOn: approved, amount: Money(hundredths: .max), direction: nil,
        acceptanceDue: nil)
    ]
    for sign in [Int64.min, .max] {
      let row = PaymentRow(project: "P1", date: approved, tranche: .approval, amount: Money(hundredths: sign))
      facts.payments = [row, row]
      facts.spending = [
        SpendingRow(project: "P1", date: approved, line: 0, amount: Money(hundredths: sign == .max ? .min : .max))
      ]
      let board = Board(plan: plan, facts: facts, asOf: approved)
      #expect(board.bases.first?.funding.balance.hundredths == sign)
    }
  }
}
