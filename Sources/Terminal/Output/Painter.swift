import CNcurses
import Screen

/// Turns frames into what the terminal must be sent to show them.
///
/// Where the terminal's description has the usual sequences, ncurses takes and clears the screen and what differs is sent
/// straight (``DirectPainter``). Any other terminal is left to ncurses (``CursesPainter``).
struct Painter {
  private var direct: DirectPainter?
  /// The frame that was prepared; nil: none was, or another has been placed since.
  private var prepared: Prepared?
  private var curses: CursesPainter

  private struct Prepared {
    /// As `direct` will be behind the frame.
    let direct: DirectPainter
    let output: [UInt8]
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
    prepared = nil
    direct?.forget()
    curses.forget()
  }

  /// Places a frame on a screen of `size`: what sticks out is cut, what is missing is blank.
  mutating func place(_ frame: Frame, theme: Theme, size: Size) {
    prepared = nil
    if direct != nil {
      direct?.place(frame, theme: theme, size: size)
    } else {
      curses.place(frame, theme: theme, size: size)
    }
  }

  /// Not where ncurses draws: its screen is no value.
  var canPrepare: Bool { direct?.knowsScreen ?? false }

  /// Works out what a frame will take that may be placed next, where it can.
  mutating func prepare(_ frame: Frame, theme: Theme, size: Size) {
    prepared = nil
    guard canPrepare, var ahead = direct else { return }
    ahead.place(frame, theme: theme, size: size)
    let output = ahead.takeOutput()
    prepared = Prepared(direct: ahead, output: output)
  }

  /// What the frame that was prepared must be sent; nil where there is none. It must be taken over once that is on its way.
  var preparedOutput: [UInt8]? { prepared?.output }

  /// The frame that was prepared has been placed.
  mutating func takeOverPrepared() {
    if let prepared { direct = prepared.direct }
    prepared = nil
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
