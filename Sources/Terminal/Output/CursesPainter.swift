import CNcurses
import Screen

/// Places the cells of frames on the ncurses screen. ncurses finds out what differs from what the terminal shows.
struct CursesPainter {
  private var pairs = PairTable()
  private let depth: ColorDepth
  private let asciiOnly: Bool
  private var theme: Theme?
  /// The looks of the theme's styles, as far as they were needed, at their number.
  private var looks: [CellLook?] = []
  private var last: Frame?

  init(depth: ColorDepth, asciiOnly: Bool) {
    self.depth = depth
    self.asciiOnly = asciiOnly
  }

  /// Forgets what was placed, so that the next frame is placed whole.
  mutating func forget() { last = nil }

  /// Places a frame on a screen of `size`: what sticks out is cut, what is missing is blank.
  mutating func place(_ frame: Frame, theme: Theme, size: Size) {
    if theme != self.theme { take(theme) }
    for row in 0..<size.rows where !isPlaced(row, of: frame) {
      place(row, of: frame, theme: theme, columns: size.columns)
    }
    last = frame
    placeCursor(frame.cursor, size: size)
  }

  /// Pairs are given out anew: a theme that is edited again and again would use them up. A pair may then mean another
  /// look, which ncurses cannot see, so that everything is sent anew.
  private mutating func take(_ theme: Theme) {
    if self.theme != nil {
      pairs = PairTable()
      cn_screen_invalidate()
    }
    self.theme = theme
    looks = Array(repeating: nil, count: Style.count)
    last = nil
  }

  /// The bytes the terminal must be sent for it to show the ncurses screen.
  static func takeOutput() -> [UInt8] {
    cn_screen_update()
    let length = cn_output_length()
    guard length > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = cn_output_take(buffer.baseAddress, buffer.count)
    }
  }

  private func isPlaced(_ row: Int, of frame: Frame) -> Bool {
    guard let last, last.size == frame.size else { return false }
    guard row < frame.size.rows else { return true }
    return frame.hasSame(row: row, as: last)
  }

  private mutating func place(_ row: Int, of frame: Frame, theme: Theme, columns: Int) {
    cn_row_begin()
    var column = 0
    while column < columns {
      let inside = row < frame.size.rows && column < frame.size.columns
      let cell = inside ? frame[column, row] : .blank
      let look = look(of: cell.style, theme: theme)
      if cell.width == 2, column + 2 <= columns {
        placeCell(cell.text, width: 2, look: look)
        column += 2
      } else {
        placeCell(cell.width == 1 ? cell.text : .blank, width: 1, look: look)
        column += 1
      }
    }
    cn_row_end(Int32(row))
  }

  private func placeCell(_ text: CellText, width: Int32, look: CellLook) {
    var scalars: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0x20, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &scalars) { bytes in
      let buffer = bytes.bindMemory(to: UInt32.self)
      guard let start = buffer.baseAddress else { return }
      let count = text.copyValues(to: start)
      for place in 0..<count { buffer[place] = Painter.harmless(buffer[place], asciiOnly: asciiOnly) }
      let replaced = buffer[0] == 0x3f && width == 2
      for _ in 0..<(replaced ? 2 : 1) {
        cn_row_cell(
          start, Int32(replaced ? 1 : max(1, count)), replaced ? 1 : width, look.attributes, look.pair)
      }
    }
  }

  private mutating func look(of style: Style, theme: Theme) -> CellLook {
    if let known = looks[style.number] { return known }
    let look = pairs.look(theme.look(of: style, depth))
    looks[style.number] = look
    return look
  }

  /// A cursor that a frame places is seen; else it waits, unseen, at the bottom right.
  private func placeCursor(_ cursor: Point?, size: Size) {
    let place = Painter.cursorPlace(cursor, size)
    cn_screen_cursor(Int32(place.row), Int32(place.column), cursor == nil ? 0 : 1)
  }
}
