/// The docket while the upkeep goes through the days: what is appended counts for what follows.
struct UpkeepRound {
  /// The case that lives of each subject.
  private(set) var cases: [CaseSubject: Case]
  let closed: [CaseSubject: Case]
  private(set) var deeds: [SystemDeed] = []
  var spans: WorkingSpans
  /// Subjects whose case is opened in this round: it has no number yet.
  private var opened: Set<CaseSubject> = []

  init(live: [Case], closed: [CaseSubject: Case], spans: WorkingSpans) {
    cases = Dictionary(live.filter(\.isLive).map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    self.closed = closed
    self.spans = spans
  }

  func isNew(_ subject: CaseSubject) -> Bool { opened.contains(subject) }

  mutating func append(_ deed: Deed, _ subject: CaseSubject, on day: Day) {
    let entry = DocketEntry(
      number: 0, caseNumber: cases[subject]?.number ?? 0, at: Moment(seconds: day.endInShanghai - 43_200),
      actor: .system, deed: deed)
    if cases[subject] == nil {
      cases[subject] = Case(opening: entry)
      opened.insert(subject)
    } else {
      cases[subject]?.apply(entry)
    }
    guard let own = cases[subject] else { return }
    deeds.append(
      SystemDeed(
        deed: deed, subject: subject, caseNumber: isNew(subject) ? nil : own.number,
        key: SystemDeed.key(subject, after: own.previous, ordinal: own.systemEntries), day: day))
  }
}

/// Conditions of the days that are asked for, each worked out once, and which days those are.
struct WorkingSpans {
  private let basis: BoardBasis
  private var known: [Day: Conditions] = [:]

  init(basis: BoardBasis) { self.basis = basis }

  /// The conditions at the end of the day, held inside the period.
  mutating func conditions(_ day: Day) -> Conditions {
    let day = held(day)
    if let known = known[day] { return known }
    let found = basis.conditions(asOf: day)
    known[day] = found
    return found
  }

  /// The last `count` working days of the period on or before the day, newest first; fewer where there are no more.
  func last(_ count: Int, through day: Day) -> [Day] {
    var found: [Day] = []
    var current = held(day)
    while current >= basis.plan.periodStart, found.count < count {
      if basis.facts.calendar.isWorkingDay(current) { found.append(current) }
      current = current - 1
    }
    return found
  }

  private func held(_ day: Day) -> Day { min(max(day, basis.plan.periodStart), basis.plan.periodEnd) }
}
