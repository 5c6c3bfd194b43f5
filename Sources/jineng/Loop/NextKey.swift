import Console
import Screen
import Terminal

/// The states and the pictures behind the keys that are expected next, worked out while the program would sleep: a key that
/// is held down, or the one back, shows without delay.
struct NextKey {
  /// So long nothing must come before they are worked out.
  static let pauseMilliseconds = 2

  private var habits = KeyHabits()
  private var candidates: [Candidate] = []
  /// What came to nothing; given up when nobody waits.
  private var spent: [Candidate] = []
  /// For which state the keys were looked at, by its count of events.
  private var turn: Int?
  private var followed: Followed?
  /// How many keys were shown so.
  private(set) var count = 0

  private struct Candidate {
    let foresight: Foresight
    let memory: FrameMemory
  }

  /// What is remembered of a picture that is on the terminal, and to which count of events its key took the state.
  private struct Followed {
    let memory: FrameMemory
    let turn: Int
  }

  /// A key was pressed. Where it was expected, the state becomes what was worked out.
  /// - Parameter isShown: its picture is on the terminal.
  /// - Returns: what should happen outside; nil where the key must be handled.
  mutating func follow(_ key: Key, isShown: Bool, _ state: inout ConsoleState) -> [Effect]? {
    habits.note(key)
    if isShown { count += 1 }
    let expected = candidates.first { $0.foresight.key == key }
    (spent, candidates, followed) = (candidates, [], nil)
    guard let expected, state.follow(expected.foresight) else { return nil }
    if isShown { followed = Followed(memory: expected.memory, turn: state.turn) }
    return expected.foresight.effects
  }

  /// What is remembered of the picture that was shown; nil where it is not the picture of the state.
  mutating func takeMemory(_ state: ConsoleState) -> FrameMemory? {
    guard let followed = followed.take(), followed.turn == state.turn else { return nil }
    return followed.memory
  }

  /// The keys to look at for this state; none where it was done.
  func due(_ state: ConsoleState, on terminal: TerminalSession) -> [Key] {
    turn == state.turn && (candidates.isEmpty || terminal.hasPrepared) ? [] : habits.expected
  }

  /// Works out what a key will come to.
  mutating func workOut(_ key: Key, _ state: ConsoleState, _ memory: FrameMemory, on terminal: TerminalSession) {
    if turn != state.turn || !terminal.hasPrepared { (turn, candidates, spent) = (state.turn, [], []) }
    guard terminal.canPrepare, let foresight = state.foresee(key) else { return }
    let memory = memory.copy()
    let frame = ConsoleView(foresight.state, memory: memory).frame()
    let milliseconds = Int((foresight.end - Clock.now) * 1000)
    if terminal.prepare(frame, theme: foresight.state.theme, for: key, milliseconds: milliseconds) {
      candidates.append(Candidate(foresight: foresight, memory: memory))
    }
  }
}
