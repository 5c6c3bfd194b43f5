import Console
import Policy
import Screen

/// A wall display without a wall: a clock that tests move, frames out.
struct Wall {
  var state: KioskState
  private(set) var effects: [KioskEffect] = []
  private var uptime = 0.0

  init(
    _ loaded: Loaded?, _ columns: Int = 120, _ rows: Int = 36, _ kiosk: KioskSettings = KioskSettings(),
    settings: ConsoleSettings = ConsoleSettings()
  ) {
    state = KioskState(
      size: Size(columns: columns, rows: rows), settings: kiosk, console: settings, now: Clock.now, uptime: 0)
    if let loaded { send(.console(.snapshotArrived(loaded))) }
  }

  mutating func send(_ event: KioskEvent) { effects += update(&state, event) }

  /// Time goes on, a tick each second as in the program.
  mutating func wait(_ seconds: Int) {
    for _ in 0..<seconds {
      uptime += 1
      send(.ticked(now: Clock.now + uptime, uptime: uptime))
    }
  }

  mutating func type(_ text: String) {
    for character in text { send(.keyPressed(.character(character))) }
  }

  var frame: Frame { KioskView(state).frame() }
  var text: String { frame.plainText(trimmed: true) }
}
