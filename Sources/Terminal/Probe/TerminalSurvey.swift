import CNcurses
import Glibc
package import Screen

/// What can be found out about the terminal that standard output is, or would be, without asking it anything.
package struct TerminalSurvey: Sendable {
  /// What stands between the program and the window.
  package enum Multiplexer: String, Hashable, Sendable {
    case tmux
    case screen
  }

  /// `TERM`; empty where it is not set.
  package let name: String
  /// Standard output is a terminal.
  package let isTerminal: Bool
  /// Its size as it tells it; nil where it tells none.
  package let size: Size?
  package let description: Result<TerminalDescription, TerminalError>
  /// How many colours are used; none where the type will not do.
  package let depth: ColorDepth
  package let multiplexer: Multiplexer?
  package let isOverSSH: Bool
  package let claimsTrueColor: Bool
  package let locale: LocaleSurvey
  package let escapeDelay: EscapeDelay

  package static func take(options: TerminalOptions) -> TerminalSurvey {
    let name = Environment["TERM"] ?? ""
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let description: Result<TerminalDescription, TerminalError>
    do throws(TerminalError) { description = .success(try .find(name)) } catch { description = .failure(error) }
    let facts = try? TerminalFacts.examine(options: options)
    return TerminalSurvey(
      name: name, isTerminal: isTerminal, size: isTerminal ? size() : nil, description: description,
      depth: facts?.depth ?? .mono,
      multiplexer: Environment["TMUX"] != nil ? .tmux : Environment["STY"] != nil ? .screen : nil,
      isOverSSH: Environment.isOverSSH, claimsTrueColor: Environment.claimsTrueColor, locale: .take(),
      escapeDelay: .inForce)
  }

  /// The kernel's own text console, which has no font for Chinese.
  package var isLinuxConsole: Bool { TerminalFacts.isLinuxConsole(name) }

  /// Chinese would be lost here.
  package var cannotShowChinese: Bool { isLinuxConsole || locale.used == .none }

  private static func size() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_terminal_size(STDOUT_FILENO, &rows, &columns)
    return rows > 0 && columns > 0 ? Size(columns: Int(columns), rows: Int(rows)) : nil
  }
}
