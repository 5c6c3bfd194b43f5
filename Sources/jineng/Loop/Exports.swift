import Console
import Glibc
import Policy
import Reports
import Screen

/// Files that a person asks the console for. They go into the working directory, never into the data directory.
enum Exports {
  /// Writes the export by rename and gives its path.
  static func write(_ kind: ExportKind, _ state: ConsoleState, theme: Theme) throws(Outcome) -> String {
    let stamp = ShanghaiTime(seconds: state.now)
    let clock = stamp.clock.filter { $0 != ":" }
    let day = state.loaded.map { state.boardDay(in: $0) } ?? stamp.day
    let name = "jineng-\(kind == .boardJSON ? "board" : state.page.rawValue)-\(day.iso)-\(clock)"
    let path: String
    let text: String
    switch kind {
    case .pageText:
      path = name + ".txt"
      text = ConsoleView(state).frame().plainText(trimmed: true)
    case .pageSVG:
      path = name + ".svg"
      text = FrameSVG(theme: theme).document(of: ConsoleView(state).frame(), title: "jineng")
    case .boardJSON:
      guard let loaded = state.loaded else { throw .unusable("no board yet") }
      path = name + ".json"
      text = BoardReport.json(board: loaded.board, snapshot: loaded.snapshot)
    }
    try Output.replaceFile(at: path, with: text)
    return path
  }

  /// Keeps what was copied in a file of the user's own: not every terminal has a clipboard. Nil where that fails.
  static func keepCopy(_ text: String) -> String? {
    let base = Environment["XDG_STATE_HOME"] ?? (Environment["HOME"] ?? "") + "/.local/state"
    let directory = base + "/jineng"
    _ = mkdir(base, 0o700)
    _ = mkdir(directory, 0o700)
    let path = directory + "/copied.txt"
    do throws(Outcome) { try Output.replaceFile(at: path, with: text) } catch { return nil }
    return path
  }
}
