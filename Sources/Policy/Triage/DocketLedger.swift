/// A docket in memory: what a store would hold, without a disk. For the console without a terminal, and as what stores
/// are compared with.
public struct DocketLedger: Hashable, Sendable {
  /// All entries, by number.
  public private(set) var entries: [DocketEntry] = []
  private var cases: [Int: Case] = [:]
  private var keys: Set<String> = []
  private var people: [String: Moment] = [:]

  /// An empty one.
  public init() {}

  /// What those entries make.
  ///
  /// - Parameter entries: All entries of a docket, by number, from 1.
  public init(_ entries: [DocketEntry]) {
    self.entries = entries
    for (number, own) in Dictionary(grouping: entries, by: \.caseNumber) {
      guard let folded = Case(entries: own) else { continue }
      cases[number] = folded
      let made = own.count { $0.actor == .system }
      for ordinal in 1...max(1, made) {
        keys.insert(SystemDeed.key(folded.subject, after: folded.previous, ordinal: ordinal))
      }
    }
    for entry in entries {
      if let name = entry.actor.name { people[name] = entry.at }
    }
  }

  /// What it holds now.
  public var state: DocketState {
    DocketState(
      cases: cases.values.sorted { $0.number < $1.number }, lastEntry: entries.count, lastAt: entries.last?.at,
      people: Array(
        people.map { DocketState.Person(name: $0.key, at: $0.value) }
          .sorted { ($1.at, $0.name) < ($0.at, $1.name) }.prefix(DocketState.mostPeople)))
  }

  /// A case by its number.
  public func own(_ number: Int) -> Case? { cases[number] }

  /// The entries of a case.
  public func entries(of number: Int) -> [DocketEntry] { entries.filter { $0.caseNumber == number } }

  /// Does what a person wants, or says why not.
  public mutating func act(_ order: CaseOrder, by actor: Actor, at moment: Moment, _ rule: TransitionRule)
    -> CaseOutcome
  {
    guard let own = cases[order.caseNumber] else { return .noSuchCase }
    let successor = cases.values.first { $0.previous == own.number }?.number
    do throws(DeedRefusal) {
      let allowed = try rule.deed(
        order.request, reason: order.reason, on: own, by: actor, seen: order.seen, successor: successor)
      return .done(append(allowed.deed, order.caseNumber, moment, actor, allowed.reason))
    } catch { return .refused(error) }
  }

  /// Does what the console does by itself; what was done already is left out.
  public mutating func keep(_ deeds: [SystemDeed], at moment: Moment) {
    for due in deeds where !keys.contains(due.key) {
      let number: Int
      if case .opened = due.deed {
        guard living(due.subject) == nil else { continue }
        number = (cases.keys.max() ?? 0) + 1
      } else {
        // What was struck off meanwhile is left alone.
        guard let living = living(due.subject), due.caseNumber == nil || due.caseNumber == living else { continue }
        number = living
      }
      keys.insert(due.key)
      _ = append(due.deed, number, moment, .system, "")
    }
  }

  /// The last case of each subject that was struck off.
  public var closed: [CaseSubject: Case] {
    Dictionary(
      cases.values.filter { !$0.isLive }.map { ($0.subject, $0) },
      uniquingKeysWith: { $0.number > $1.number ? $0 : $1 })
  }

  private func living(_ subject: CaseSubject) -> Int? {
    cases.values.first { $0.isLive && $0.subject == subject }?.number
  }

  private mutating func append(
    _ deed: Deed, _ number: Int, _ moment: Moment, _ actor: Actor, _ reason: String
  ) -> DocketEntry {
    let entry = DocketEntry(
      number: entries.count + 1, caseNumber: number, at: moment, actor: actor, deed: deed, reason: reason)
    entries.append(entry)
    if let name = actor.name { people[name] = moment }
    if case .undone = deed {
      cases[number] = Case(entries: entries(of: number))
    } else if cases[number] == nil {
      cases[number] = Case(opening: entry)
    } else {
      cases[number]?.apply(entry)
    }
    return entry
  }
}
