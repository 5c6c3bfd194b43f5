import Console
import Screen
import Terminal

/// The state and the picture behind the key that is expected next, worked out while the program would sleep: a key that is
/// held down shows without delay.
struct NextKey {
  /// So long nothing must come before it is worked out.
  static let pauseMilliseconds = 2

  private var habits = KeyHabits()
  /// A key was pressed since something was worked out last.
  private var isBehind = false
  private var expected: Expected?
  /// How many keys were shown so.
  private(set) var count = 0

  private struct Expected {
    // Beside the foresight, which holds a whole state: they are asked for while someone waits.
    let key: Key
    let end: Double
    let foresight: Foresight
    let memory: FrameMemory
    /// Its picture is on the terminal.
    var isShown = false
    /// Its key was pressed, which took the state to this count of events.
    var turn: Int?
  }

  /// Shows what was worked out where the expected key is all that has happened, before anything else is done about it.
  mutating func show(_ events: [TerminalEvent], on terminal: TerminalSession, now: Double) {
    guard let key = expected?.key, let end = expected?.end, events.count == 1, case .key(key)? = events.first, now < end
    else { return }
    guard terminal.paintPrepared() else { return }
    expected?.isShown = true
    count += 1
  }

  /// A key was pressed. Where it was expected, the state becomes what was worked out.
  /// - Returns: false where it must be handled.
  mutating func follow(_ key: Key, _ state: inout ConsoleState) -> Bool {
    habits.note(key)
    isBehind = true
    guard expected?.key == key, let foresight = expected?.foresight, state.follow(foresight) else { return false }
    expected?.turn = state.turn
    return true
  }

  /// What is remembered of the picture that was shown; nil where it is not the picture of the state.
  mutating func takeMemory(_ state: ConsoleState) -> FrameMemory? {
    defer { expected = nil }
    guard let expected, expected.isShown, expected.turn == state.turn else { return nil }
    return expected.memory
  }

  /// A key was pressed, and it is known what may come next.
  var isDue: Bool { isBehind && habits.expected != nil }

  /// Works out what the expected key will come to.
  mutating func workOut(_ state: ConsoleState, _ memory: FrameMemory, on terminal: TerminalSession) {
    isBehind = false
    guard terminal.canPrepare, let key = habits.expected, let foresight = state.foresee(key) else { return }
    let memory = memory.copy()
    terminal.prepare(ConsoleView(foresight.state, memory: memory).frame(), theme: foresight.state.theme)
    expected = Expected(key: key, end: foresight.end, foresight: foresight, memory: memory)
  }
}
