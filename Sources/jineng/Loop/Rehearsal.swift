import Console
import Policy
import Records
import Screen

/// The console without a terminal: the same state, the same reducer, effects done at once.
struct Rehearsal {
  private(set) var state: ConsoleState
  private let settings: Settings
  private var reader: DirectoryReader?
  private var history: History
  /// A docket of its own: what keys do here is seen here, and nowhere else.
  private var docket = DocketLedger()

  init(settings: Settings, size: Size) {
    self.settings = settings
    history = History(asking: settings)
    state = ConsoleState(size: size, settings: ConsoleSettings(settings, notice: ""), now: Clock.now)
  }

  /// Reads the directory and opens a page. A directory or plan that cannot be used ends the command.
  mutating func open(page: Page, district: String?) throws(Outcome) {
    let reader = DirectoryReader(settings.source, for: .figures)
    self.reader = reader
    let loaded = try Opening.load(settings, reader)
    state.asOf = settings.asOf
    state.page = page
    send(.snapshotArrived(loaded))
    openDocket(loaded)
    guard let district else { return }
    guard let code = loaded.district(named: district) else {
      throw .usage("--district \(district): no such district; use its code, name, short name or pinyin")
    }
    state.district = code
    send(.resized(state.size))
  }

  /// The docket of the store, where there is one, else what a console would open today.
  private mutating func openDocket(_ loaded: Loaded) {
    if let kept = try? history.ledger(), kept.state.lastEntry > 0 {
      docket = kept
    } else {
      let basis = BoardBasis(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts)
      docket.keep(
        DocketUpkeep(basis: basis).deeds(today: Clock.moment.day, since: nil, live: [], closed: [:]), at: Clock.moment)
    }
    send(.docketChanged(docket.state, isWritable: !settings.isReadOnly))
  }

  /// Finding by pinyin works as it does in the console a moment after its first frame.
  mutating func prepareFinding() {
    var readings = Readings()
    if let loaded = state.loaded { send(.findable(readings.index(loaded))) }
  }

  mutating func press(_ key: Key) { send(.keyPressed(key)) }

  private mutating func send(_ event: Event) {
    for effect in update(&state, event) {
      if let result = result(of: effect) { send(result) }
      // What stands beside the parts of a gap comes from the store, where there is one.
      if case .breakDown(_, let district, _) = effect, let loaded = state.loaded {
        send(history.answer(loaded.revisionsQuestion(district)))
      }
    }
  }

  /// What comes of an effect; nil for those that only a terminal, or a later moment, could show.
  private mutating func result(of effect: Effect) -> Event? {
    guard let loaded = state.loaded, let reader else { return nil }
    switch effect {
    case .compute(let day):
      let asOf = day ?? state.today(in: loaded)
      let board = Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: asOf)
      return .boardComputed(board, readAt: loaded.snapshot.readAt)
    // Nobody proves digests in the background here.
    case .trace(let figure, let day): return reader.provenance(of: figure, asOf: day, digests: true).map { .traced($0) }
    case .breakDown(let item, let district, let day):
      return reader.breakdown(of: item, in: district, asOf: day).map { .brokenDown($0) }
    case .readRows(let request): return Event.rows(request, of: reader)
    case .readLines(let request):
      return ExcerptReader(settings.source).read(request).map { .linesRead(request, $0) }
    case .loadCase(let number): return .caseLoaded(number, docket.entries(of: number))
    case .act(let orders):
      let rule = loaded.transitions(today: Clock.moment.day)
      let outcomes = orders.map { docket.act($0, by: .person(settings.actor), at: Clock.moment, rule) }
      send(.docketChanged(docket.state, isWritable: !settings.isReadOnly))
      return .acted(orders, outcomes)
    case .loadChanges(let question): return history.answer(question)
    case .loadRevisions(let question): return history.answer(question)
    default: return nil
    }
  }
}
