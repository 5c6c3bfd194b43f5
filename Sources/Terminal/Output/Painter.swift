import CNcurses
import Screen

/// Places the cells of frames on the ncurses screen. ncurses finds out what differs from what the terminal shows.
struct Painter {
  private var hasPens: Bool
  private var pairs: PairTable
  private var stream: RenditionStream
  private let depth: ColorDepth
  /// Without UTF-8 everything beyond ASCII shows as `?`.
  private let asciiOnly: Bool
  private var theme: Theme?
  /// The looks of the theme's styles, as far as they were needed, at their number.
  private var looks: [PlacedLook?] = []
  private var last: Frame?

  /// - Parameter capability: a string of the terminal's description by terminfo name.
  init(depth: ColorDepth, asciiOnly: Bool, capability: (String) -> [UInt8]?) {
    stream = RenditionStream(capability: capability)
    hasPens = stream.isUnderstood && PenNumbers.fit(noColorVideo: Int(cn_number("ncv")), capability)
    pairs = PairTable(hasPens: hasPens)
    self.depth = depth
    self.asciiOnly = asciiOnly
  }

  /// Forgets what was placed, so that the next frame is placed whole.
  mutating func forget() {
    last = nil
    stream.forget()
  }

  /// Places a frame on a screen of `size`: what sticks out is cut, what is missing is blank.
  mutating func place(_ frame: Frame, theme: Theme, size: Size) {
    if theme != self.theme { take(theme) }
    for row in 0..<size.rows where !isPlaced(row, of: frame) {
      place(row, of: frame, theme: theme, columns: size.columns)
    }
    last = frame
    placeCursor(frame.cursor, size: size)
  }

  /// Pairs, and numbers that stand for looks, are given out anew: a theme that is edited again and again would use them
  /// up. A number may then mean another look, which ncurses cannot see, so that everything is sent anew.
  private mutating func take(_ theme: Theme) {
    if self.theme != nil {
      pairs = PairTable(hasPens: hasPens)
      cn_screen_invalidate()
    }
    self.theme = theme
    looks = Array(repeating: nil, count: Style.count)
    last = nil
  }

  /// The bytes the terminal must be sent.
  mutating func takeOutput() -> [UInt8] {
    cn_screen_update()
    let bytes = stream.rewrite(Self.drain(), numbers: pairs.numbers)
    if hasPens, !stream.isUnderstood {
      // Numbers no longer become looks: from the next frame on colours are colours.
      hasPens = false
      theme = nil
      pairs = PairTable(hasPens: false)
      cn_screen_invalidate()
    }
    return bytes
  }

  static func drain() -> [UInt8] {
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

  /// A look, and what of it shows on blanks.
  private struct PlacedLook {
    let look: CellLook
    /// Nil where more than the ground shows.
    let ground: ResolvedColor?
  }

  /// A blank is placed in the look of what stands before it where that shows the same: every change of the look costs.
  /// But none beside a chart, for what a chart shows must not hang on whether its row is selected, and none without any
  /// look: some terminals can erase those alone.
  private mutating func place(_ row: Int, of frame: Frame, theme: Theme, columns: Int) {
    cn_row_begin()
    var column = 0
    var last: PlacedLook?
    var wasChart = false
    while column < columns {
      let inside = row < frame.size.rows && column < frame.size.columns
      let cell = inside ? frame[column, row] : .blank
      var own = look(of: cell.style, theme: theme)
      if cell.text == .blank, cell.style.isChart == wasChart, own.look != CellLook(), let ground = own.ground, let last,
        last.ground == ground
      {
        own = last
      }
      (last, wasChart) = (own, cell.style.isChart)
      if cell.width == 2, column + 2 <= columns {
        placeCell(cell.text, width: 2, look: own.look)
        column += 2
      } else {
        placeCell(cell.width == 1 ? cell.text : .blank, width: 1, look: own.look)
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
      for place in 0..<count { buffer[place] = Self.harmless(buffer[place], asciiOnly: asciiOnly) }
      let replaced = buffer[0] == 0x3f && width == 2
      for _ in 0..<(replaced ? 2 : 1) {
        cn_row_cell(
          start, Int32(replaced ? 1 : max(1, count)), replaced ? 1 : width, look.attributes, look.pair)
      }
    }
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

  private mutating func look(of style: Style, theme: Theme) -> PlacedLook {
    if let known = looks[style.number] { return known }
    let resolved = theme.look(of: style, depth)
    let look = PlacedLook(
      look: pairs.look(resolved), ground: resolved.underline || resolved.reverse ? nil : resolved.background)
    looks[style.number] = look
    return look
  }

  /// A cursor that a frame places is seen; else it waits, unseen, at the bottom right.
  private func placeCursor(_ cursor: Point?, size: Size) {
    let column = min(max(0, cursor?.column ?? size.columns - 1), size.columns - 1)
    let row = min(max(0, cursor?.row ?? size.rows - 1), size.rows - 1)
    cn_screen_cursor(Int32(row), Int32(column), cursor == nil ? 0 : 1)
  }
}
