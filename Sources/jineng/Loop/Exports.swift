import Console
import Glibc
import Policy
import Reports
import Screen
import Terminal

/// Files that a person asks the console for. They go into the working directory; if that is the data directory, which is
/// never written, into the user's state directory.
enum Exports {
  /// Writes the export by rename and gives where it lies.
  static func write(_ kind: ExportKind, _ state: ConsoleState, theme: Theme) throws(Outcome) -> String {
    let folder = isInside(state.settings.directory) ? try stateDirectory() + "/" : ""
    let stamp = ShanghaiTime(seconds: state.now)
    let clock = stamp.clock.filter { $0 != ":" }
    let day = state.loaded.map { state.boardDay(in: $0) } ?? stamp.day
    let name = folder + "jineng-\(kind == .boardJSON ? "board" : state.page.rawValue)-\(day.iso)-\(clock)"
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
    return whereabouts(path)
  }

  /// Writes the problems of a district, or of nobody, as a sheet to send back, by rename, and gives where it lies.
  static func writeProblems(
    of district: DistrictCode?, in loaded: Loaded, directory: String, now: Double
  ) throws(Outcome) -> String {
    let folder = isInside(directory) ? try stateDirectory() + "/" : ""
    let stamp = ShanghaiTime(seconds: now)
    // A code comes from a file: it must not lead into another folder.
    let code = district.map { $0.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } } ?? "nobody"
    let path = folder + "jineng-problems-\(code)-\(stamp.day.iso)-\(stamp.clock.filter { $0 != ":" }).csv"
    var sheet = CSVSheet(headers: ProblemSheet.headers)
    for row in ProblemSheet(of: district, in: loaded).rows { sheet.append(row) }
    try Output.replaceFile(at: path, with: sheet.bytes)
    return whereabouts(path)
  }

  /// Writes a text under a name, by rename, and gives where it lies.
  static func write(_ text: String, as name: String, directory: String) throws(Outcome) -> String {
    let path = (isInside(directory) ? try stateDirectory() + "/" : "") + name
    try Output.replaceFile(at: path, with: text)
    return whereabouts(path)
  }

  /// A file's path with its folder, as a shell takes it: `~/reports/NAME`.
  private static func whereabouts(_ path: String) -> String {
    var whole = path
    if !path.hasPrefix("/"), let here = realpath(".", nil) {
      let folder = String(cString: here)
      free(here)
      whole = (folder == "/" ? "" : folder) + "/" + path
    }
    guard let home = Environment["HOME"], home.count > 1, whole.hasPrefix(home + "/") else { return whole }
    return "~" + whole.dropFirst(home.count)
  }

  /// Keeps what was copied in a file of the user's own: not every terminal has a clipboard. Nil where that fails.
  static func keepCopy(_ text: String) -> String? {
    do throws(Outcome) {
      let path = try stateDirectory() + "/copied.txt"
      try Output.replaceFile(at: path, with: text)
      return path
    } catch {
      return nil
    }
  }

  /// `$XDG_STATE_HOME/jineng`, made with all folders above it.
  private static func stateDirectory() throws(Outcome) -> String {
    guard let base = Environment["XDG_STATE_HOME"] ?? Environment["HOME"].map({ $0 + "/.local/state" }) else {
      throw .unusable("neither XDG_STATE_HOME nor HOME is set")
    }
    return try Folders.make(base + "/jineng")
  }

  /// Whether the working directory is the data directory or lies in it.
  private static func isInside(_ directory: String) -> Bool {
    guard let here = realpath(".", nil), let data = realpath(directory, nil) else { return false }
    defer {
      free(here)
      free(data)
    }
    return (String(cString: here) + "/").hasPrefix(String(cString: data) + "/")
  }
}
