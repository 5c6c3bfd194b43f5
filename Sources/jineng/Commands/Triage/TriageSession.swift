import ArgumentParser
import Console
import Docket
import Policy
import Records
import Reports

/// A command on the docket: the directory is read and the docket follows it, as in a console; then something is asked or
/// done.
struct TriageSession {
  let settings: Settings
  let loaded: Loaded
  private var history: History

  init(_ options: CommonOptions) throws {
    settings = try Settings(options)
    loaded = try Opening.load(settings, for: .figures)
    history = settings.isReadOnly ? History(asking: settings) : History(keeping: settings, isVisit: false)
    let basis = BoardBasis(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts)
    try asking { (history) throws(StoreTrouble) in
      if try history.isWritable() { _ = try history.tend(basis, at: Clock.moment) }
    }
    for notice in history.takeNotices() {
      Output.complain("jineng: " + StoreWords.message(notice, settings.language))
    }
  }

  /// The docket with every case that was ever struck off.
  mutating func docket() throws(Outcome) -> DocketState {
    try asking { (history) throws(StoreTrouble) in try history.docket() }
  }

  mutating func entries(of number: Int) throws(Outcome) -> [DocketEntry] {
    try asking { (history) throws(StoreTrouble) in try history.entries(of: number) }
  }

  mutating func memo(_ agenda: MeetingAgenda, since: Int) throws(Outcome) -> MeetingMemo {
    let (loaded, language) = (loaded, settings.language)
    return try asking { (history) throws(StoreTrouble) in try history.memo(agenda, since: since, loaded, language) }
  }

  mutating func verify() throws(Outcome) -> DocketVerdict {
    try asking { (history) throws(StoreTrouble) in try history.verify() }
  }

  mutating func act(_ orders: [CaseOrder]) throws(Outcome) -> [CaseOutcome] {
    if settings.isReadOnly { throw .usage("--read-only: nothing can be done to cases") }
    let rule = loaded.transitions(today: Clock.moment.day)
    let actor = Actor.person(settings.actor)
    return try asking { (history) throws(StoreTrouble) in
      try history.act(orders, by: actor, at: Clock.moment, rule)
    }
  }

  /// Cases in the order of the queue with what is reported of them.
  func report(_ docket: DocketState) -> (places: [CaseQueue.Place], report: TriageReport) {
    let plan = loaded.snapshot.plan
    let facts = loaded.snapshot.facts
    let places = CaseQueue(
      board: loaded.board, plan: plan, calendar: facts.calendar, today: Clock.moment.day
    ).ordered(docket.cases)
    let promises = PromiseRule(plan: plan, facts: facts, asOf: loaded.board.asOf).judge(docket.cases)
    let report = TriageReport(
      docket, places: places, promises: promises, asOf: loaded.board.asOf, sample: loaded.board.sample
    ) { ShanghaiTime(seconds: $0).dateAndClock }
    return (places, report)
  }

  func write(_ text: String) throws(Outcome) { if !Output.write(text) { throw .cannotWrite } }

  private mutating func asking<Value>(
    _ ask: (inout History) throws(StoreTrouble) -> Value
  ) throws(Outcome) -> Value {
    do throws(StoreTrouble) { return try ask(&history) } catch {
      throw .unusable(StoreWords.message(error, settings.language))
    }
  }
}

/// How the docket's commands print.
enum TriageFormat: String, ExpressibleByArgument {
  case text
  case json
}
