import Policy
import Testing

@Suite struct PromiseRuleTests {
  /// One person trained in Huangpu every day from the year's start through 30 June.
  private func facts(_ plan: Plan) throws -> Facts {
    var facts = PolicyTests.facts(of: plan)
    for offset in 0..<181 { facts.count(1, in: huangpu, on: plan.periodStart + offset) }
    return facts
  }

  private func own(_ promises: (value: Int64, due: String)...) throws -> Case {
    var entries = try Entries(on: "2026-03-02")
    for promise in promises {
      entries.add(.committed(Commitment(item: training, value: promise.value, due: try day(promise.due))))
    }
    return try #require(entries.folded)
  }

  private func verdicts(_ own: Case, on iso: String = "2026-06-30") throws -> [PromiseRule.Judged] {
    let plan = try trainingPlan()
    return PromiseRule(plan: plan, facts: try facts(plan), asOf: try day(iso)).judge([own])
  }

  @Test func `kept as soon as it is reached, missed by what was short on its day`() throws {
    let judged = try verdicts(
      try own((180, "2026-06-29"), (181, "2026-06-29"), (181, "2026-12-01"), (31, "2026-01-31")))
    let byValue = judged.map { ($0.promise.commitment.value, $0.actual, $0.verdict) }
    #expect(byValue.contains { $0 == (180, 180, .kept) })
    // One short on the 29th, however much came on the 30th.
    #expect(byValue.contains { $0 == (181, 180, .missed(short: 1)) })
    #expect(byValue.contains { $0 == (181, 181, .kept) })
    #expect(byValue.contains { $0 == (31, 31, .kept) })
  }

  @Test func `what is still open has a probability that falls with the value and rises with the day`() throws {
    func probability(_ value: Int64, _ due: String) throws -> Double {
      guard case .open(let probability) = try verdicts(try own((value, due))).first?.verdict else { throw Wrong() }
      return probability
    }
    let values: [Int64] = [190, 210, 260, 320, 5_000]
    let falling = try values.map { try probability($0, "2026-08-31") }
    #expect(falling == falling.sorted(by: >) && falling.allSatisfy { (0...1).contains($0) })
    #expect(falling[0] > 0.9 && falling[4] < 0.01)
    let rising = try ["2026-07-15", "2026-08-31", "2026-10-31", "2026-12-31"].map { try probability(260, $0) }
    #expect(rising == rising.sorted())
  }

  @Test func `open promises come first, the next day first; then missed ones and kept ones`() throws {
    let judged = try verdicts(
      try own((1, "2026-03-01"), (900, "2026-11-30"), (900, "2026-08-01"), (900, "2026-05-01"), (900, "2026-06-01")))
    #expect(
      judged.map(\.promise.commitment.due.iso) == [
        "2026-08-01", "2026-11-30", "2026-06-01", "2026-05-01", "2026-03-01",
      ])
    let record = PromiseRecord.all(judged)
    #expect(record.map(\.kept) == [1] && record.map(\.missed) == [2] && record.map(\.open) == [2])
  }

  @Test func `what was judged before is not judged again, what is new or gone is told`() throws {
    let plan = try trainingPlan()
    let rule = PromiseRule(plan: plan, facts: try facts(plan), asOf: try day("2026-06-30"))
    let own = try own((1, "2026-03-01"), (900, "2026-11-30"), (900, "2026-05-01"))
    let before = rule.judge([own])
    // A judgement that the figures do not give shows whether it was taken over.
    var known = before
    known[0].actual = 77
    #expect(rule.judge([own], known: known) == known)
    var shorter = own
    shorter.promises.removeFirst()
    #expect(rule.judge([shorter], known: before) == rule.judge([shorter]))
    #expect(rule.judge([own], known: rule.judge([shorter])) == before)
    #expect(rule.judge([], known: before) == [])
  }

  @Test func `the city's promise is of all districts, an unknown item's of nothing`() throws {
    let plan = try trainingPlan()
    var entries = try Entries(CaseSubject(city, .lagging), on: "2026-03-02")
    entries.add(.committed(Commitment(item: training, value: 100, due: try day("2026-05-01"))))
    entries.add(.committed(Commitment(item: ItemID(rawValue: "M99.01"), value: 1, due: try day("2026-12-01"))))
    let judged = PromiseRule(plan: plan, facts: try facts(plan), asOf: try day("2026-06-30"))
      .judge([try #require(entries.folded)])
    #expect(judged.map(\.verdict) == [.open(probability: 0), .kept])
    #expect(judged.map(\.actual) == [0, 121])
  }
}
