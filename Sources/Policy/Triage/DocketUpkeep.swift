/// What the console does to the docket by itself: cases open, clear and come back, snoozes end, limits pass
/// (<doc:TriageRule>).
///
/// A pure function of the records and the docket, so that all consoles that see the same do the same.
public struct DocketUpkeep: Sendable {
  private let basis: BoardBasis
  private let plan: Plan
  private let limits: LimitRule

  /// The upkeep by these records.
  public init(basis: BoardBasis) {
    self.basis = basis
    plan = basis.plan
    limits = LimitRule(plan: basis.plan, calendar: basis.facts.calendar)
  }

  /// The deeds that are due, in the order in which they are to be appended.
  ///
  /// - Parameters:
  ///   - today: The day as which the records are seen. Conditions are those of the period's nearer end outside it.
  ///   - since: The last day for which this was done; the days after it are caught up with one by one, as if a console
  ///     had run on each. Nil: today alone.
  ///   - live: The cases that live.
  ///   - closed: The last struck-off case of each subject.
  public func deeds(today: Day, since: Day?, live: [Case], closed: [CaseSubject: Case]) -> [SystemDeed] {
    var round = UpkeepRound(live: live, closed: closed, spans: WorkingSpans(basis: basis))
    for day in days(through: today, since: since) {
      let isLast = day == today
      for subject in CaseSubject.inOrder(round.cases.keys) {
        endSnooze(of: subject, on: day, &round)
        if isInPeriod(day, isLast: isLast) { follow(subject, on: day, &round) }
        passLimit(of: subject, on: day, &round)
      }
      if isInPeriod(day, isLast: isLast) { open(on: day, &round) }
    }
    return round.deeds
  }

  /// The days of the period after `since`, and today.
  private func days(through today: Day, since: Day?) -> [Day] {
    guard let since else { return [today] }
    let first = max(since + 1, plan.periodStart)
    let last = min(today - 1, plan.periodEnd)
    guard first <= last else { return [today] }
    return (0...(last - first)).map { first + $0 } + [today]
  }

  /// Before the period there is nothing to judge; behind it today sees its last day.
  private func isInPeriod(_ day: Day, isLast: Bool) -> Bool {
    day >= plan.periodStart && (isLast || day <= plan.periodEnd)
  }

  private func endSnooze(of subject: CaseSubject, on day: Day, _ round: inout UpkeepRound) {
    guard let own = round.cases[subject], let until = own.snoozedUntil, until <= day else { return }
    round.append(.snoozeEnded, subject, on: day)
  }

  /// Each limit once, and never one of a case that nobody could have seen yet.
  private func passLimit(of subject: CaseSubject, on day: Day, _ round: inout UpkeepRound) {
    guard let own = round.cases[subject], !round.isNew(subject), let limit = limits.limit(of: own)?.day, limit < day,
      own.passedLimit.map({ $0 < limit }) ?? true, let level = own.level.next
    else { return }
    round.append(.deadlinePassed(limit: limit, to: level), subject, on: day)
  }

  /// What became of the condition of a case that lives.
  private func follow(_ subject: CaseSubject, on day: Day, _ round: inout UpkeepRound) {
    guard let own = round.cases[subject], own.openedAt.day <= day else { return }
    let now = round.spans.conditions(day)
    guard subject.condition == .lagging else {
      if now.holds(subject) == own.isRecovered {
        round.append(own.isRecovered ? .relapsed : .recovered, subject, on: day)
      }
      return
    }
    let span = round.spans.last(plan.triage.recoversAfterDays, through: day).map { round.spans.conditions($0) } + [now]
    if !own.isRecovered, span.allSatisfy({ $0.isClear(subject) }) {
      round.append(.recovered, subject, on: day)
    } else if own.isRecovered, span.allSatisfy({ $0.holds(subject) }) {
      round.append(.relapsed, subject, on: day)
    }
    guard let own = round.cases[subject], !own.isRecovered, let worst = now.held[subject] else { return }
    // An item joins and leaves as slowly as the case clears: one on the bound would fill the docket.
    let listed = Set(own.items)
    let lagging = span.map { Set($0.held[subject] ?? []) }
    let joined = lagging.dropFirst().reduce(lagging[0]) { $0.intersection($1) }
    let kept = lagging.reduce(Set<ItemID>()) { $0.union($1) }.intersection(listed)
    let next = joined.union(kept)
    guard next != listed, !next.isEmpty else { return }
    let order = worst + next.subtracting(worst).sorted()
    round.append(.itemsChanged(order.filter(next.contains)), subject, on: day)
  }

  /// Opens what has held long enough and has no case.
  private func open(on day: Day, _ round: inout UpkeepRound) {
    let now = round.spans.conditions(day)
    for subject in now.subjects where round.cases[subject] == nil {
      let before = round.closed[subject]
      guard let items = now.held[subject], isRipe(subject, after: before, on: day, &round) else { continue }
      round.append(.opened(subject, items: items, previous: before?.number), subject, on: day)
    }
  }

  /// Whether a condition that holds has held long enough.
  ///
  /// What was struck off although it held is not opened again before it has held so long anew, whatever it is.
  private func isRipe(
    _ subject: CaseSubject, after before: Case?, on day: Day, _ round: inout UpkeepRound
  ) -> Bool {
    let closing = before?.closedAt?.day
    if subject.condition.opensAtOnce, before?.isRecovered ?? true { return closing.map { $0 <= day } ?? true }
    let span = round.spans.last(plan.triage.opensAfterDays, through: day)
    guard span.count == plan.triage.opensAfterDays, let first = span.min() else { return false }
    if let closing, first <= closing { return false }
    return span.allSatisfy { round.spans.conditions($0).holds(subject) }
  }
}

extension CaseCondition {
  /// It is a fact of a day, which waiting would not make surer: it opens a case at once.
  public var opensAtOnce: Bool {
    switch self {
    case .milestone, .institution: true
    case .lagging, .silence, .project: false
    }
  }
}
