@testable import Terminal

/// Descriptions of terminals.
enum Described {
  static let strings = [
    "cup": "\u{1b}[%i%p1%d;%p2%dH", "el": "\u{1b}[K", "ech": "\u{1b}[%p1%dX", "hpa": "\u{1b}[%i%p1%dG",
    "rev": "\u{1b}[7m", "bold": "\u{1b}[1m", "dim": "\u{1b}[2m", "smul": "\u{1b}[4m", "rmul": "\u{1b}[24m",
    "sgr0": "\u{1b}(B\u{1b}[m", "op": "\u{1b}[39;49m", "csr": "\u{1b}[%i%p1%d;%p2%dr", "ind": "\n", "ri": "\u{1b}M",
    "setaf": "\u{1b}[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m", "civis": "\u{1b}[?25l",
    "cnorm": "\u{1b}[?12l\u{1b}[?25h",
  ]

  static let xterm = commands()

  /// An xterm's commands without some of its strings and flags.
  static func commands(without missing: Set<String> = []) -> ScreenCommands {
    guard let commands = described(without: missing) else { fatalError("an xterm's description is usual") }
    return commands
  }

  static func described(
    _ changed: [String: String] = [:], without missing: Set<String> = [], colors: Int = 256, noColorVideo: Int = -1
  ) -> ScreenCommands? {
    ScreenCommands(
      colors: colors, noColorVideo: noColorVideo,
      flag: { ["am", "bce", "xenl"].contains($0) && !missing.contains($0) },
      capability: { missing.contains($0) ? nil : (changed[$0] ?? strings[$0]).map { Array($0.utf8) } })
  }
}
