import CNcurses
import Glibc
import Screen

/// Environment variables, and what some of them say about the terminal.
package enum Environment {
  /// A variable's value; nil when it is unset or empty.
  package static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// `COLORTERM` as terminals with true colour set it.
  package static var claimsTrueColor: Bool { ["truecolor", "24bit"].contains(self["COLORTERM"] ?? "") }

  /// The terminal is at the other end of an SSH connection.
  package static var isOverSSH: Bool { self["SSH_CONNECTION"] != nil || self["SSH_TTY"] != nil }
}

extension TerminalLocale {
  /// Sets the process to a UTF-8 encoding and says how that went; the same each time it is called.
  package static func prepare() -> TerminalLocale {
    switch cn_locale_prepare() {
    case 0: .environment
    case 1: .replaced
    default: .none
    }
  }
}

extension TerminalOptions.Color {
  /// The most that the wish and the terminal's description both allow.
  func depth(terminal colors: Int32, claimsTrueColor: Bool) -> ColorDepth {
    let able: ColorDepth = colors >= 256 ? .trueColor : colors >= 16 ? .ansi16 : colors >= 8 ? .ansi8 : .mono
    switch self {
    case .auto: return able == .trueColor && !claimsTrueColor ? .indexed256 : able
    case .never: return .mono
    case .ansi16: return able == .trueColor ? .ansi16 : able
    case .ansi256: return able == .trueColor ? .indexed256 : able
    case .trueColor: return able
    }
  }
}
