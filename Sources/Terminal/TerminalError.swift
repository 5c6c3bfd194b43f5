import CNcurses

/// Why the terminal cannot be used.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard output is not a terminal.
  case notATerminal
  /// `TERM` is not set.
  case typeUnset
  /// The system has no description of this terminal type.
  case typeUnknown(String)
  /// It has one, but such a terminal cannot place text on a screen.
  case typeUnusable(String)
  /// The system refused; the errno value.
  case system(Int32)
}

extension TerminalError {
  /// What the screen's door says when it does not open; nil when it did.
  init?(opening name: String, result: Int, number: Int32) {
    switch result {
    case cn_opened: return nil
    case cn_unknown_terminal: self = .typeUnknown(name)
    case cn_unusable_terminal: self = .typeUnusable(name)
    default: self = .system(number)
    }
  }
}

extension TerminalError: CustomStringConvertible {
  /// One line: what is wrong and what to do.
  package var description: String {
    switch self {
    case .notATerminal:
      "standard output is not a terminal; run this in a terminal, or use `jineng show` and `jineng report`"
    case .typeUnset:
      "TERM is not set; set it to the type of your terminal, for example TERM=xterm-256color"
    case .typeUnknown(let name):
      "terminal type TERM=\(Self.printable(name)) is unknown here; try TERM=xterm-256color, or install ncurses-term"
    case .typeUnusable(let name):
      "terminal type TERM=\(Self.printable(name)) cannot show a full screen; use a real terminal, or `jineng show`"
    case .system(let number):
      "the terminal cannot be used (error \(number)); check that its device may be read and written"
    }
  }

  /// An environment variable is data: what is not plain ASCII shows as `?`.
  package static func printable(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(40).map { (0x21...0x7e).contains($0.value) ? Character($0) : "?" }
    return String(shown) + (text.unicodeScalars.count > 40 ? "…" : "")
  }
}
