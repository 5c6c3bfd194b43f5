import Console
import Policy

/// A docket of a test's own, in memory.
struct KeptDocket {
  private(set) var ledger = DocketLedger()
  /// Cases can be acted on.
  var isWritable = true
  /// What keeps the next deeds from being kept; nil: nothing.
  var trouble: StoreTrouble?

  /// A docket that has followed the records from a week before ``Clock/today`` on, day by day.
  init(following loaded: Loaded?) {
    guard let loaded else { return }
    let basis = BoardBasis(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts)
    let upkeep = DocketUpkeep(basis: basis)
    for day in (-7...0).map({ Clock.today + $0 }) {
      ledger.keep(
        upkeep.deeds(today: day, since: nil, live: ledger.state.cases.filter(\.isLive), closed: ledger.closed),
        at: KeptDocket.morning(day))
    }
  }

  /// Half past eight in Shanghai.
  static func morning(_ day: Day) -> Moment { Moment(seconds: Double(day.number) * Clock.day + 1_800) }

  /// What the console is told of it.
  var event: Event { .docketChanged(ledger.state, isWritable: isWritable) }

  /// Nil for what no docket is asked.
  mutating func answer(_ effect: Effect, _ state: ConsoleState) -> Event? {
    switch effect {
    case .loadCase(let number): return .caseLoaded(number, ledger.entries(of: number))
    case .act(let orders):
      if let trouble { return .notActed(orders, trouble) }
      guard let loaded = state.loaded else { return nil }
      let rule = loaded.transitions(today: Moment(seconds: state.now).day)
      let outcomes = orders.map {
        ledger.act($0, by: .person(state.settings.actor), at: Moment(seconds: state.now), rule)
      }
      return .acted(orders, outcomes)
    default: return nil
    }
  }

  /// Another operator does something to a case.
  mutating func act(_ name: String, _ order: CaseOrder, _ loaded: Loaded) -> CaseOutcome {
    ledger.act(
      order, by: .person(name), at: Moment(seconds: Clock.now - 120), loaded.transitions(today: Clock.today))
  }
}
