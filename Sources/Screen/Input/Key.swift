/// A key as a person pressed it; no terminal's codes cross this type.
package enum Key: Hashable, Sendable {
  /// A printable character; full-width forms from an input method are folded to ASCII.
  case character(Character)
  /// Ctrl and a letter, lower case.
  case control(Character)
  case enter
  case escape
  case tab
  case backTab
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  case backspace
  case delete
  /// F1…F12.
  case function(Int)
  /// A mouse button pressed on a cell; only while the mouse is captured.
  case click(Point)
  /// The wheel: negative is up.
  case wheel(Int)
  /// A bracketed paste: text, never commands.
  case paste(String)
}
