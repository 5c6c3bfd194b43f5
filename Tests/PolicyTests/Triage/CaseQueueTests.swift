import Policy
import Testing

@Suite struct CaseQueueTests {
  private let today = Day(iso: "2026-06-30")

  private func own(_ number: Int, _ subject: CaseSubject, opened iso: String = "2026-06-29") throws -> Case {
    let entry = DocketEntry(
      number: number, caseNumber: number, at: try noon(iso), actor: .system,
      deed: .opened(subject, items: subject.condition == .lagging ? [training] : [], previous: nil))
    return try #require(Case(opening: entry))
  }

  private func standing(_ number: Int, _ change: (inout Case) throws -> Void) throws -> Case {
    var own = try own(number, CaseSubject(xuhui, .lagging))
    try change(&own)
    return own
  }

  /// Huangpu and Xuhui lag, Xuhui by more people; Pudong is silent.
  private func queue() throws -> CaseQueue {
    let plan = try trainingPlan()
    var facts = facts(of: plan)
    let first = try day("2026-01-05")
    for week in 0..<25 {
      facts.count(1, in: huangpu, on: first + 7 * week)
      facts.count(1, in: xuhui, on: first + 7 * week)
    }
    facts.institutions = [Institution(id: "I1", name: "机构", district: xuhui, kind: nil, licensedUntil: nil)]
    facts.findings = [FindingRow(institution: "I1", date: first, kind: "资金", veto: true, resolved: nil, note: nil)]
    let on = try #require(today)
    let board = BoardBasis(plan: plan, facts: facts).board(asOf: on)
    return CaseQueue(board: board, plan: plan, calendar: facts.calendar, today: on)
  }

  @Test func `the gravest comes first: lagging by its share of the city, then vetoes, then silence`() throws {
    let cases = [
      try own(1, CaseSubject(pudong, .silence)), try own(2, CaseSubject(xuhui, .institution("I1"))),
      try own(3, CaseSubject(huangpu, .lagging)), try own(4, CaseSubject(xuhui, .lagging)),
    ]
    let places = try queue().ordered(cases)
    #expect(places.map(\.own.number) == [4, 3, 2, 1])
    guard case .lagging(let worst) = places[0].severity else { throw Wrong() }
    let weight = try #require(worst.missing) * (try #require(worst.share))
    #expect(worst.item == training && abs(worst.weight - weight) < 1e-12 && worst.weight > 0)
    #expect(places[2].severity == .veto && places[3].severity == .silent(days: nil))
  }

  @Test func `an ended snooze stands on top, then passed limits, then the rest; snoozed and closed below`() throws {
    let cases = [
      try standing(1) {
        $0.state = .closed
        $0.closedAt = try noon("2026-06-29")
      },
      try standing(2) {
        $0.state = .snoozed
        $0.resumes = .new
        $0.snoozedUntil = try day("2026-07-10")
      },
      try standing(3) { _ in },
      try standing(4) { $0.openedAt = try noon("2026-06-01") },
      try standing(5) { $0.isAwakened = true },
    ]
    let places = try queue().ordered(cases)
    #expect(places.map(\.own.number) == [5, 4, 3, 2, 1])
    #expect(places.map(\.group) == [.awakened, .overdue, .open, .snoozed, .closed])
    // Three working days after 1 June are 4 June; 18 more have passed since, the festival on the 19th left out.
    #expect(places[1].workingDaysLeft == -17 && places[2].workingDaysLeft == 2)
    #expect(places[3].limit == nil && places[4].limit == nil)
  }

  @Test func `of equal ones the older comes first`() throws {
    let cases = [
      try own(1, CaseSubject(pudong, .silence), opened: "2026-06-30"),
      try own(2, CaseSubject(huangpu, .silence), opened: "2026-06-29"),
    ]
    let places = try queue().ordered(cases)
    // Pudong has never reported, which is the longest silence.
    #expect(places.map(\.own.number) == [1, 2])
    let equal = try queue().ordered([
      try own(3, CaseSubject(pudong, .silence), opened: "2026-06-30"),
      try own(4, CaseSubject(pudong, .silence), opened: "2026-06-29"),
    ])
    #expect(equal.map(\.own.number) == [4, 3])
  }

  @Test(arguments: 1...20) func `kept in order while cases come, change and go, it is as if ordered anew`(seed: UInt64)
    throws
  {
    var random = Numbers(seed: seed)
    let queue = try queue()
    let subjects = [
      CaseSubject(huangpu, .lagging), CaseSubject(xuhui, .lagging), CaseSubject(pudong, .silence),
      CaseSubject(xuhui, .institution("I1")), CaseSubject(huangpu, .silence),
    ]
    var cases: [Case] = []
    var newest = 0
    var order = QueueOrder(queue, cases)
    for _ in 0..<60 {
      for _ in 0...Int.random(in: 0...3, using: &random) {
        newest += 1
        let days = ["2026-06-01", "2026-06-15", "2026-06-29"]
        switch Int.random(in: 0...4, using: &random) {
        case 0, 1:
          var own = try own(newest, subjects.randomElement(using: &random) ?? subjects[0], opened: days[newest % 3])
          own.lastEntry = newest
          cases.append(own)
        case 2 where !cases.isEmpty: cases.remove(at: Int.random(in: cases.indices, using: &random))
        case 3 where !cases.isEmpty:
          let place = Int.random(in: cases.indices, using: &random)
          cases[place].lastEntry = newest
          cases[place].state = [.working, .snoozed, .closed, .review][newest % 4]
          cases[place].handler = newest % 2 == 0 ? nil : "值班员"
        default: break
        }
      }
      order.take(cases)
      let anew = queue.ordered(cases)
      #expect(order.ordered == anew)
      #expect(order.places == Dictionary(uniqueKeysWithValues: anew.map { ($0.own.number, $0) }))
      for group in CaseQueue.Group.allCases {
        #expect(order.groups[group] ?? 0 == anew.count { $0.group == group })
      }
      for state in CaseState.allCases {
        #expect(order.states[state] ?? 0 == anew.count { $0.own.state == state })
      }
    }
  }

  @Test func `a meeting goes through what comes back, what goes on and what is new`() throws {
    let on = try #require(today)
    let places = try queue().ordered([
      try standing(1) { _ in }, try standing(2) { $0.state = .working },
      try standing(3) {
        $0.state = .working
        $0.nextLook = on
      },
      try standing(4) { $0.state = .review },
      try standing(5) {
        $0.state = .snoozed
        $0.snoozedUntil = on + 3
      },
      try standing(6) {
        $0.state = .working
        $0.nextLook = on + 1
      },
    ])
    let agenda = MeetingAgenda(places, today: on)
    func numbers(_ part: MeetingAgenda.Part) -> [Int] {
      agenda.steps.filter { $0.part == part }.map(\.number).sorted()
    }
    #expect(numbers(.followUp) == [3, 4] && numbers(.standing) == [2, 6] && numbers(.new) == [1])
    #expect(agenda.steps.map(\.part) == [.followUp, .followUp, .standing, .standing, .new])
  }
}

/// What was found is another thing than expected.
struct Wrong: Error {}
