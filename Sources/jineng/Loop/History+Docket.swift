import Console
import Docket
import Policy

/// The docket in the store.
extension History {
  /// The docket now; empty where there is no store to ask.
  mutating func docket() throws(StoreTrouble) -> DocketState {
    guard try isThere() else { return DocketState() }
    return try using { (store, _) throws(StoreTrouble) in try store.docket() }
  }

  /// Whether deeds can be kept.
  mutating func isWritable() throws(StoreTrouble) -> Bool {
    guard access == .keeping, try isThere() else { return false }
    return try using { (store, _) throws(StoreTrouble) in !store.isReadOnly }
  }

  mutating func entries(of number: Int) throws(StoreTrouble) -> [DocketEntry] {
    guard try isThere() else { return [] }
    return try using { (store, _) throws(StoreTrouble) in try store.entries(of: number) }
  }

  /// The memo of a meeting that began at an entry.
  mutating func memo(
    _ agenda: MeetingAgenda, since: Int, _ loaded: Loaded, _ language: Language
  ) throws(StoreTrouble) -> MeetingMemo {
    let docket = try docket()
    var entries: [Int: [DocketEntry]] = [:]
    for step in agenda.steps { entries[step.number] = try self.entries(of: step.number) }
    return MeetingMemo(
      agenda, since: since, docket: docket, entries: { entries[$0] ?? [] }, loaded, language, now: Clock.now)
  }

  /// The whole docket in memory; empty where there is no store to ask.
  mutating func ledger() throws(StoreTrouble) -> DocketLedger {
    guard try isThere() else { return DocketLedger() }
    return try using { (store, _) throws(StoreTrouble) in DocketLedger(try store.entries()) }
  }

  /// Whether the chain is whole; so it is where there is no store to ask.
  mutating func verify() throws(StoreTrouble) -> DocketVerdict {
    guard try isThere() else { return .whole(entries: 0) }
    return try using { (store, _) throws(StoreTrouble) in try store.verify() }
  }

  mutating func act(
    _ orders: [CaseOrder], by actor: Actor, at moment: Moment, _ rule: TransitionRule
  ) throws(StoreTrouble) -> [CaseOutcome] {
    try using { (store, _) throws(StoreTrouble) in try store.act(orders, by: actor, at: moment, rule) }
  }

  /// Lets the docket follow the records as of today; the number of entries that this made.
  mutating func tend(_ basis: BoardBasis, at moment: Moment) throws(StoreTrouble) -> Int {
    try using { (store, _) throws(StoreTrouble) in
      guard !store.isReadOnly else { return 0 }
      let docket = try store.docket(closedSince: Moment(milliseconds: .max))
      let due = DocketUpkeep(basis: basis).deeds(
        today: moment.day, since: docket.lastAt?.day, live: docket.cases, closed: try store.closedCases())
      return try store.keep(due, at: moment)
    }
  }

  /// Something that changes whenever another program has written.
  mutating func changeMark() throws(StoreTrouble) -> Int {
    guard try isThere() else { return 0 }
    return try using { (store, _) throws(StoreTrouble) in try store.changeMark() }
  }
}
