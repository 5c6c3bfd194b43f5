import Screen

/// Sends what differs between a frame and what the terminal shows, in the usual sequences.
///
/// ncurses enters, clears and leaves the screen, and knows it as blank ever after.
struct DirectPainter {
  private let commands: ScreenCommands
  private let depth: ColorDepth
  private let asciiOnly: Bool
  private let clearing: () -> [UInt8]
  private var writer: ScreenWriter
  private var theme: Theme?
  /// The pens of the theme's styles, each at its number.
  private var pens: [Rendition] = []
  /// What the terminal shows; nil: not known.
  private var shown: ShownCells?

  /// - Parameter clearing: what enters or clears the screen.
  init(
    depth: ColorDepth, asciiOnly: Bool, commands: ScreenCommands,
    clearing: @escaping () -> [UInt8] = CursesPainter.takeOutput
  ) {
    self.clearing = clearing
    self.commands = commands
    self.depth = depth
    self.asciiOnly = asciiOnly
    writer = ScreenWriter(commands: commands)
  }

  /// ncurses has been told that what the terminal shows is not known.
  mutating func forget() {
    shown = nil
    writer.forget()
  }

  /// Whether a frame can be placed without clearing the screen.
  var knowsScreen: Bool { shown != nil }

  mutating func takeOutput() -> [UInt8] {
    if shown == nil { clear() }
    return writer.take()
  }

  /// Lets ncurses enter or clear the screen.
  private mutating func clear() {
    writer.pass(clearing())
    shown = ShownCells()
  }

  /// Places a frame on a screen of `size`: what sticks out is cut, what is missing is blank.
  mutating func place(_ frame: Frame, theme: Theme, size: Size) {
    if shown == nil { clear() }
    if theme != self.theme { take(theme) }
    var known = shown.take() ?? ShownCells()
    known.fit(size)
    let rows = frame.rows(fitting: size)
    var changed = known.changes(to: rows)
    if commands.scrolls, let plan = known.plan(changed, rows) {
      writer.scroll(plan.lines, by: plan.shift, rows: size.rows)
      known.scroll(plan)
      changed = known.changes(to: rows)
    }
    for row in changed { send(rows[row], after: known.cells[row], known.rows[row], at: row) }
    known.take(rows)
    shown = known
    writer.show(cursor: frame.cursor != nil)
    writer.move(to: Painter.cursorPlace(frame.cursor, size))
  }

  /// What is shown was drawn in other looks: all of it is drawn anew.
  private mutating func take(_ theme: Theme) {
    self.theme = theme
    pens = (0..<Style.count).map { commands.pen(theme.look(of: Style(number: $0), depth)) }
    shown?.spoil()
  }

  private func pen(_ style: Style) -> Rendition { pens[style.number] }
}

// MARK: One row

/// A row as it is wanted, and as it is shown.
private struct RowChange {
  let wanted: UnsafeBufferPointer<Cell>
  let before: UnsafeBufferPointer<Cell>
  let state: ShownCells.Row
  let row: Int

  var columns: Int { wanted.count }

  /// Columns to the next character.
  func width(_ column: Int) -> Int { wanted[column].width == 2 ? 2 : 1 }
}

extension Cell {
  /// Whether two cells are the same to the byte. Bytes between their parts mean nothing and may differ.
  @inline(__always)
  fileprivate static func areSameBytes(_ one: UnsafePointer<Cell>, _ other: UnsafePointer<Cell>) -> Bool {
    let (one, other) = (UnsafeRawPointer(one), UnsafeRawPointer(other))
    var place = 0
    while place + 8 <= MemoryLayout<Cell>.stride {
      let (here, there) = (
        one.load(fromByteOffset: place, as: UInt64.self), other.load(fromByteOffset: place, as: UInt64.self)
      )
      if here != there { return false }
      place += 8
    }
    return true
  }
}

extension DirectPainter {
  /// A jump to another column takes about so many bytes: as many are rather drawn again.
  private static let jump = 5
  /// So many blanks are rather erased, with a jump behind them, than drawn.
  private static let blanksToErase = 11

  private mutating func send(_ wanted: [Cell], after before: [Cell], _ state: ShownCells.Row, at row: Int) {
    wanted.withUnsafeBufferPointer { wanted in
      before.withUnsafeBufferPointer { before in
        send(RowChange(wanted: wanted, before: before, state: state, row: row))
      }
    }
  }

  private mutating func send(_ line: RowChange) {
    var column = 0
    var isInPlace = false
    while column < line.columns {
      guard differs(line, column) else {
        let next = nextDifference(line, from: column + line.width(column))
        if next >= line.columns { return }
        if isInPlace, isCheap(line, column..<next) {
          while column < next { column += write(line, column) }
        }
        isInPlace = isInPlace && column == next
        column = next
        continue
      }
      if !isInPlace {
        writer.move(to: Point(column: column, row: line.row))
        isInPlace = true
      }
      guard line.wanted[column].text == .blank else {
        column += write(line, column)
        continue
      }
      let blanks = blanks(line, from: column)
      let pen = pen(line.wanted[column].style)
      writer.setGround(pen)
      let canErase = pen.showsGroundAlone && (commands.erasesToGround || pen.background == .standard)
      if canErase, blanks.run.upperBound == line.columns, blanks.last - column > 2 {
        return writer.eraseRest()
      }
      let count = blanks.last + 1 - column
      if canErase, commands.erasesCells, count >= DirectPainter.blanksToErase {
        writer.erase(count)
        isInPlace = false
      } else {
        writer.writeBlanks(count)
      }
      column += count
    }
  }

  /// Draws the character at a column with its pen; gives its width.
  private mutating func write(_ line: RowChange, _ column: Int) -> Int {
    let cell = line.wanted[column]
    let pen = pen(cell.style)
    if cell.text == .blank {
      writer.setGround(pen)
      writer.writeBlanks(1)
      return 1
    }
    writer.set(pen)
    let width = line.width(column)
    var scalars: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &scalars) { bytes in
      let buffer = bytes.bindMemory(to: UInt32.self)
      guard let start = buffer.baseAddress else { return }
      let count = cell.width == 0 ? 0 : cell.text.copyValues(to: start)
      let first = count == 0 ? 0x20 : Painter.harmless(buffer[0], asciiOnly: asciiOnly)
      writer.write(first)
      // What takes the place of a wide character fills its place.
      if first == 0x3f, width == 2 { return writer.write(first) }
      for place in 1..<max(1, count) { writer.write(Painter.harmless(buffer[place], asciiOnly: asciiOnly)) }
    }
    return width
  }

  /// Whether the terminal shows something else there than is wanted.
  private func differs(_ line: RowChange, _ column: Int) -> Bool {
    switch line.state {
    case .unknown: return true
    case .cleared:
      return line.wanted[column].text != .blank || !pen(line.wanted[column].style).drawsBlanks(as: Rendition())
    case .drawn:
      guard let one = line.wanted.baseAddress, let other = line.before.baseAddress else { return false }
      if hasOverhang(line, column) { return true }
      if Cell.areSameBytes(one + column, other + column) { return false }
      let (wanted, shown) = (one[column], other[column])
      if wanted.text != shown.text || wanted.width != shown.width { return true }
      if wanted.style == shown.style { return false }
      let (pen, before) = (pen(wanted.style), pen(shown.style))
      return wanted.text == .blank ? !pen.drawsBlanks(as: before) : pen != before
    }
  }

  /// Whether a line or block goes from the cell before. Some fonts draw them a little wider than the cell, and a terminal
  /// that blanks the cell alone would leave the rest of them.
  private func hasOverhang(_ line: RowChange, _ column: Int) -> Bool {
    guard column > 0 else { return false }
    let shown = line.before[column - 1]
    return shown.width == 1 && !shown.text.isASCII && shown.text != line.wanted[column - 1].text
  }

  private func nextDifference(_ line: RowChange, from column: Int) -> Int {
    var column = column
    while column < line.columns, !differs(line, column) { column += line.width(column) }
    return min(column, line.columns)
  }

  /// Whether characters that are shown already cost no more to draw again than to jump over.
  private func isCheap(_ line: RowChange, _ columns: Range<Int>) -> Bool {
    guard columns.count <= DirectPainter.jump else { return false }
    var bytes = 0
    var column = columns.lowerBound
    while column < columns.upperBound {
      let cell = line.wanted[column]
      let pen = pen(cell.style)
      guard cell.text == .blank ? writer.hasGround(pen) : writer.has(pen) else { return false }
      bytes += cell.text.isASCII ? 1 : 3
      column += line.width(column)
    }
    return bytes <= DirectPainter.jump
  }

  /// The blanks of one ground from a column on, and the last of them that is not shown yet, before others that are.
  private func blanks(_ line: RowChange, from column: Int) -> (run: Range<Int>, last: Int) {
    let pen = pen(line.wanted[column].style)
    var last = column
    var end = column
    var isBroken = false
    while end < line.columns, line.wanted[end].text == .blank {
      let style = line.wanted[end].style
      guard style == line.wanted[column].style || self.pen(style).drawsBlanks(as: pen) else { break }
      if !isBroken, differs(line, end) { last = end }
      isBroken = isBroken || end - last > DirectPainter.jump
      end += 1
    }
    return (column..<end, last)
  }
}
