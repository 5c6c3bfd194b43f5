import CNcurses
import Screen

/// Turns frames into what the terminal must be sent to show them.
///
/// Where the terminal's description has the usual sequences, ncurses takes and clears the screen and what differs is sent
/// straight (``DirectPainter``). Any other terminal is left to ncurses (``CursesPainter``).
struct Painter {
  private var direct: DirectPainter?
  private var curses: CursesPainter
  /// Counts what was placed and forgotten: what was prepared before that is out of date.
  private var turn = 0

  /// A frame that may be placed next.
  struct Prepared {
    /// The bytes the terminal must be sent.
    let output: [UInt8]
    /// As `direct` will be behind it.
    fileprivate let direct: DirectPainter
    fileprivate let turn: Int
  }

  /// - Parameters:
  ///   - asciiOnly: without UTF-8 everything beyond ASCII shows as `?`.
  ///   - direct: nil where the terminal is left to ncurses.
  init(depth: ColorDepth, asciiOnly: Bool, direct: DirectPainter?) {
    self.direct = direct
    curses = CursesPainter(depth: depth, asciiOnly: asciiOnly)
  }

  /// What the terminal shows is no longer known, and ncurses has been told so: the next frame is sent whole.
  mutating func forget() {
    turn += 1
    direct?.forget()
    curses.forget()
  }

  /// Places a frame on a screen of `size`: what sticks out is cut, what is missing is blank.
  mutating func place(_ frame: Frame, theme: Theme, size: Size) {
    turn += 1
    if direct != nil {
      direct?.place(frame, theme: theme, size: size)
    } else {
      curses.place(frame, theme: theme, size: size)
    }
  }

  /// Not where ncurses draws: its screen is no value.
  var canPrepare: Bool { direct?.knowsScreen ?? false }

  /// Works out what a frame will take that may be placed next; nil where it cannot be known.
  func prepare(_ frame: Frame, theme: Theme, size: Size) -> Prepared? {
    guard canPrepare, var ahead = direct else { return nil }
    ahead.place(frame, theme: theme, size: size)
    let output = ahead.takeOutput()
    return Prepared(output: output, direct: ahead, turn: turn)
  }

  /// Whether nothing has been placed or forgotten since.
  func isCurrent(_ prepared: Prepared) -> Bool { prepared.turn == turn }

  /// A current frame's bytes are on their way: it is placed.
  mutating func takeOver(_ prepared: Prepared) {
    turn += 1
    direct = prepared.direct
  }

  /// The bytes the terminal must be sent.
  mutating func takeOutput() -> [UInt8] { direct?.takeOutput() ?? CursesPainter.takeOutput() }

  /// Where the cursor of a frame stands: bottom right where it places none.
  static func cursorPlace(_ cursor: Point?, _ size: Size) -> Point {
    Point(
      column: min(max(0, cursor?.column ?? size.columns - 1), size.columns - 1),
      row: min(max(0, cursor?.row ?? size.rows - 1), size.rows - 1))
  }

  /// The last line of defence: a frame holds only safe text, but nothing that could be a control function passes here.
  static func harmless(_ scalar: UInt32, asciiOnly: Bool) -> UInt32 {
    if (0x20...0x7e).contains(scalar) { return scalar }
    if asciiOnly || scalar < 0xa0 { return 0x3f }
    switch scalar {
    case 0x61c, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff9...0xfffb, 0xe0000...0xe0fff:
      return 0x3f
    default:
      return scalar
    }
  }
}
