import Console
import Policy
import Records
import Screen

/// The console without a terminal: the same state, the same reducer, effects done at once.
struct Rehearsal {
  private(set) var state: ConsoleState
  private let settings: Settings

  init(settings: Settings, size: Size) {
    self.settings = settings
    state = ConsoleState(size: size, settings: ConsoleSettings(settings, notice: ""), now: Clock.now)
  }

  /// Reads the directory and opens a page. A directory or plan that cannot be used ends the command.
  mutating func open(page: Page, district: String?) throws(Outcome) {
    let loaded = try Opening.load(settings, for: .figures)
    state.asOf = settings.asOf
    state.page = page
    send(.snapshotArrived(loaded))
    guard let district else { return }
    guard let code = loaded.district(named: district) else {
      throw .usage("--district \(district): no such district; use its code, name, short name or pinyin")
    }
    state.district = code
    send(.resized(state.size))
  }

  mutating func press(_ key: Key) { send(.keyPressed(key)) }

  private mutating func send(_ event: Event) {
    for effect in update(&state, event) {
      switch effect {
      case .compute(let day):
        guard let loaded = state.loaded else { continue }
        let asOf = day ?? state.today(in: loaded)
        let board = Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: asOf)
        send(.boardComputed(board, readAt: loaded.snapshot.readAt))
      case .readLines(let request):
        let reader = ExcerptReader(DirectorySource(root: settings.directory))
        if let outcome = reader.read(request) { send(.linesRead(request, outcome)) }
      default: continue
      }
    }
  }
}
