import Console
import Policy
import Screen

/// A person at the console, without a terminal: keys in, frames out. Boards that are asked for come at once; every other
/// effect is kept for the test to look at.
struct Session {
  var state: ConsoleState
  /// What should have happened outside, oldest first, without boards.
  private(set) var effects: [Effect] = []
  /// Days for which boards were asked, oldest first; nil: live.
  private(set) var asked: [Day?] = []
  /// Boards that are asked for do not come while this is false.
  var computes = true

  init(
    _ loaded: Loaded?, _ page: Page = .overview, _ columns: Int = 120, _ rows: Int = 36,
    settings: ConsoleSettings = ConsoleSettings(), asOf: Day? = nil
  ) {
    state = ConsoleState(size: Size(columns: columns, rows: rows), settings: settings, now: Clock.now)
    state.asOf = asOf
    state.page = page
    if let loaded { send(.snapshotArrived(loaded)) }
  }

  mutating func send(_ event: Event) {
    for effect in update(&state, event) {
      guard case .compute(let day) = effect else {
        effects.append(effect)
        continue
      }
      asked.append(day)
      guard computes, let loaded = state.loaded else { continue }
      let asOf = day ?? state.today(in: loaded)
      let board = Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: asOf)
      send(.boardComputed(board, readAt: loaded.snapshot.readAt))
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
