import Policy
import Testing

@Suite struct InstitutionGradingTests {
  private let school = Institution(id: "J1", name: "学校", district: huangpu, kind: nil, licensedUntil: nil)

  /// Full marks are 20, 20, 15, 25, 20.
  private func scores(_ points: [Int?], on iso: String = "2026-02-01") throws -> [ScoreRow] {
    try points.enumerated().compactMap { dimension, points in
      try points.map {
        ScoreRow(
          institution: "J1", date: try day(iso), dimension: dimension, hundredths: $0 * 100, evidence: nil)
      }
    }
  }

  private func finding(_ iso: String, veto: Bool, resolved: String? = nil) throws -> FindingRow {
    FindingRow(
      institution: "J1", date: try day(iso), kind: "检查", veto: veto, resolved: try resolved.map { try day($0) },
      note: nil)
  }

  private func board(
    _ scores: [ScoreRow], _ findings: [FindingRow] = [], asOf: String = "2026-06-01"
  ) throws -> InstitutionBoard {
    let plan = try plan(measures: [[item("M01.01"), item("M08.01", .institution)]])
    var facts = facts(of: plan)
    facts.institutions = [school]
    facts.scores = scores
    facts.findings = findings
    facts.progress.setTrained(
      [.init(day: try day("2026-03-01"), count: 40), .init(day: try day("2026-07-01"), count: 9)], institution: "J1")
    return try #require(Board(plan: plan, facts: facts, asOf: try day(asOf)).institutions.first)
  }

  @Test(arguments: [
    (9000, Grade.a), (8999, .b), (7500, .b), (7499, .c), (6000, .c), (5999, .d), (0, .d), (10_000, .a),
  ])
  func `grades change at 90, 75 and 60 points`(hundredths: Int, grade: Grade) throws {
    let rubric = try plan(measures: []).rubric
    #expect(rubric.grade(hundredths: hundredths, capped: false) == grade)
    #expect(rubric.grade(hundredths: hundredths, capped: true) == .d)
  }

  @Test func `the score is the sum of the latest per dimension`() throws {
    var rows = try scores([18, 18, 14, 22, 18])
    rows += try scores([20], on: "2026-05-31")
    rows += try scores([0, 0, 0, 0, 0], on: "2026-06-02")
    let result = try board(rows)
    #expect(result.scoreHundredths == 9200)
    #expect(result.dimensions == [2000, 1800, 1400, 2200, 1800])
    #expect(result.grade == .a)
    #expect(result.missing.isEmpty)
    #expect(result.newestScore == (try day("2026-05-31")))
    #expect(result.trained == 40)
  }

  @Test func `of one day the later row counts, an older one never`() throws {
    let rows = try scores([10, 10, 10, 10, 10]) + scores([20]) + scores([1], on: "2026-01-01")
    #expect(try board(rows).scoreHundredths == 6000)
  }

  @Test func `with a dimension missing there is no score and no grade`() throws {
    let result = try board(try scores([20, nil, 15, 25, nil]))
    #expect(result.scoreHundredths == nil)
    #expect(result.grade == .ungraded)
    #expect(result.missing == [1, 4])
    let bare = try board([])
    #expect(bare.missing == [0, 1, 2, 3, 4])
    #expect(bare.newestScore == nil && !bare.expired)
  }

  @Test func `an open veto caps the grade at D and leaves the score`() throws {
    let rows = try scores([20, 20, 15, 25, 20])
    let open = try board(rows, [try finding("2026-06-01", veto: true)])
    #expect(open.grade == .d && open.capped && open.scoreHundredths == 10_000 && open.openFindings == 1)
    let later = try board(rows, [try finding("2026-06-02", veto: true)])
    #expect(later.grade == .a && !later.capped && later.openFindings == 0)
    let resolved = try board(rows, [try finding("2026-03-01", veto: true, resolved: "2026-06-01")])
    #expect(resolved.grade == .a && !resolved.capped && resolved.openFindings == 0)
    let soon = try board(rows, [try finding("2026-03-01", veto: true, resolved: "2026-06-02")])
    #expect(soon.grade == .d && soon.capped)
    let plain = try board(rows, [try finding("2026-03-01", veto: false)])
    #expect(plain.grade == .a && !plain.capped && plain.openFindings == 1)
  }

  @Test func `an ungraded institution stays ungraded and is capped all the same`() throws {
    let result = try board(try scores([20]), [try finding("2026-03-01", veto: true)])
    #expect(result.grade == .ungraded && result.capped)
  }

  @Test func `a grade holds three years to the day`() throws {
    let leap = try scores([20, 20, 15, 25, 20], on: "2024-02-29")
    #expect(try !board(leap, asOf: "2027-02-28").expired)
    #expect(try board(leap, asOf: "2027-03-01").expired)
    // The newest score of any dimension renews it.
    #expect(try !board(leap + scores([20], on: "2026-01-01"), asOf: "2027-03-01").expired)
  }

  @Test func `rows that name nothing and figures out of range do not trap`() throws {
    let rows = [
      ScoreRow(institution: "?", date: try day("2026-01-01"), dimension: 0, hundredths: 1, evidence: nil),
      ScoreRow(institution: "J1", date: try day("2026-01-01"), dimension: 9, hundredths: 1, evidence: nil),
      ScoreRow(institution: "J1", date: try day("2026-01-01"), dimension: -1, hundredths: 1, evidence: nil),
    ]
    let huge = (0..<5).map { dimension in
      ScoreRow(institution: "J1", date: rows[0].date, dimension: dimension, hundredths: .max, evidence: nil)
    }
    #expect(try board(rows).missing.count == 5)
    #expect(try board(rows + huge).scoreHundredths == .max)
  }

  @Test func `a rubric without dimensions grades nobody`() throws {
    var plan = try plan(measures: [])
    plan.rubric.dimensions = []
    var facts = facts(of: plan)
    facts.institutions = [school]
    #expect(Board(plan: plan, facts: facts, asOf: try day("2026-06-01")).institutions.first?.grade == .ungraded)
  }
}
