package import Screen

/// Something that happened at the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// The terminal has a new size; many changes at once come as the last one.
  case resized(Size)
  /// The process was stopped and runs again: clocks jumped, and what was read may be old.
  case resumed
  /// The terminal is gone. Nothing more will come; the program should end.
  case endOfInput
}
