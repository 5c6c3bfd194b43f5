package import Screen

/// How a terminal is to be opened.
package struct TerminalOptions: Hashable, Sendable {
  /// `--color`: how many colours may be used. `NO_COLOR` is the caller's to turn into `never`.
  package enum Color: Hashable, Sendable {
    /// What the terminal's description says; true colour where `COLORTERM` says so too.
    case auto
    case never
    case ansi16
    case ansi256
    case trueColor
  }

  package var color: Color
  /// Whether clicks and the wheel come to the program; the terminal's own text selection then needs Shift.
  package var mouse: Bool
  /// No key ends the program: Ctrl-C and Ctrl-\ are keys like any other.
  package var isLocked: Bool

  package init(color: Color = .auto, mouse: Bool = false, isLocked: Bool = false) {
    self.color = color
    self.mouse = mouse
    self.isLocked = isLocked
  }
}

/// Which character encoding the process could be set to.
package enum TerminalLocale: Hashable, Sendable {
  /// The environment asks for UTF-8.
  case environment
  /// It does not, but the system has a UTF-8 locale, which is now used.
  case replaced
  /// The system has no UTF-8 locale: only ASCII can be drawn.
  case none
}

/// What kind of terminal was found.
package struct TerminalFacts: Hashable, Sendable {
  /// `TERM`.
  package let name: String
  package let locale: TerminalLocale
  /// How many colours are used.
  package let depth: ColorDepth

  /// What can be known without opening the terminal, whatever standard output is.
  /// - Throws: `typeUnset`, `typeUnknown` or `typeUnusable`, as opening it would.
  package static func examine(options: TerminalOptions) throws(TerminalError) -> TerminalFacts {
    let name = Environment["TERM"] ?? ""
    if name.isEmpty { throw .typeUnset }
    let description = try TerminalDescription.find(name)
    let depth = options.color.depth(
      terminal: Int32(clamping: description.colors),
      claimsTrueColor: description.takesDirectColor || Environment.claimsTrueColor)
    return TerminalFacts(name: name, locale: TerminalLocale.prepare(), depth: depth)
  }

  /// Chinese would be lost here: the Linux console has no font for it, and without UTF-8 it cannot be written.
  package var cannotShowChinese: Bool { TerminalFacts.isLinuxConsole(name) || locale == .none }

  /// Whether a terminal type is the kernel's own text console.
  static func isLinuxConsole(_ name: String) -> Bool { name == "linux" || name.hasPrefix("linux-") }
}
