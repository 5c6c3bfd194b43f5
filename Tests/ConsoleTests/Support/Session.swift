import Console
import Policy
import Records
import Screen

/// A person at the console, without a terminal: keys in, frames out. Boards that are asked for come at once; every other
/// effect is kept for the test to look at.
struct Session {
  var state: ConsoleState
  /// What should have happened outside, oldest first, without boards.
  private(set) var effects: [Effect] = []
  /// Days for which boards were asked, oldest first; nil: live.
  private(set) var asked: [Day?] = []
  /// Boards that are asked for do not come while this is false, nor files and rows.
  var computes = true
  /// What tells of files and their rows; without it both are kept among the effects.
  var reader: DirectoryReader?
  /// What tells of changes and revisions; without it they are kept among the effects.
  var history: KeptHistory?

  /// The docket; without it what is asked of it is kept among the effects.
  var docket: KeptDocket?

  init(
    _ loaded: Loaded?, _ page: Page = .overview, _ columns: Int = 120, _ rows: Int = 36,
    settings: ConsoleSettings = ConsoleSettings(), asOf: Day? = nil
  ) {
    state = ConsoleState(size: Size(columns: columns, rows: rows), settings: settings, now: Clock.now)
    state.asOf = asOf
    state.page = page
    if let loaded { send(.snapshotArrived(loaded)) }
  }

  /// The console is told of a docket, and acts on it from now on.
  mutating func open(_ kept: KeptDocket) {
    docket = kept
    send(kept.event)
  }

  mutating func send(_ event: Event) {
    for effect in update(&state, event) {
      guard case .compute(let day) = effect else {
        if computes, let event = told(effect) { send(event) } else { effects.append(effect) }
        continue
      }
      asked.append(day)
      guard computes, let loaded = state.loaded else { continue }
      let asOf = day ?? state.today(in: loaded)
      let board = Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: asOf)
      send(.boardComputed(board, readAt: loaded.snapshot.readAt))
    }
  }

  /// What the reader says, with the times that the snapshot has.
  private mutating func told(_ effect: Effect) -> Event? {
    if let answer = docket?.answer(effect, state) {
      // What became of the cases is told before what came of the orders, as the program does.
      if case .acted = answer, let docket { send(docket.event) }
      return answer
    }
    if let answer = history?.answer(effect) { return answer }
    guard let reader else { return nil }
    switch effect {
    case .trace(let figure, let day):
      guard var found = reader.provenance(of: figure, asOf: day) else { return nil }
      for index in found.files.indices {
        let report = state.loaded?.snapshot.files.first { $0.path == found.files[index].path }
        found.files[index].modified = report?.modified ?? 0
      }
      return .traced(found)
    case .breakDown(let item, let district, let day):
      return reader.breakdown(of: item, in: district, asOf: day).map { .brokenDown($0) }
    case .readRows(let request):
      do throws(SourceRowsError) { return .rowsRead(try reader.sourceRows(request)) } catch {
        guard case .unreadable(let reason) = error else { return .rowsNotRead(request, reason: "\(error)") }
        return .rowsNotRead(request, reason: reason)
      }
    default: return nil
    }
  }

  mutating func press(_ key: Key) { send(.keyPressed(key)) }

  /// Presses keys by name, separated by blanks.
  mutating func press(_ names: String) throws {
    for key in try KeyNames.keys(names) { press(key) }
  }

  /// Types text as a person does: one character a key.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The clock goes on by `seconds` and ticks once.
  mutating func wait(_ seconds: Double) { send(.clockTicked(state.now + seconds)) }

  var frame: Frame { ConsoleView(state).frame() }

  /// The frame's lines without blanks at their ends.
  var lines: [String] {
    frame.plainText(trimmed: true).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  var text: String { frame.plainText(trimmed: true) }

  /// The selected row of the focused list.
  var selected: String? { state.selectedRow(of: state.focusedPane) }
}
