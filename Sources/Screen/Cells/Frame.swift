import Glibc

/// One cell of a frame.
package struct Cell: Hashable, Sendable {
  /// What it shows: one character with at most four combining marks; empty in the right half of a wide character.
  package var text: CellText
  /// 1, or 2 in the left half of a wide character, or 0 in its right half.
  package var width: UInt8
  package var style: Style

  package init(text: CellText, width: UInt8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  package static let blank = Cell(text: .blank, width: 1, style: Style())
}

/// A picture of the screen: cells, and where the hardware cursor stands.
///
/// A frame never holds half a wide character: writing over either half blanks the other.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where the hardware cursor stands (screen readers and braille displays follow it); nil: bottom right.
  package var cursor: Point?
  /// How many cells characters of ambiguous width take: 1 or 2.
  package let ambiguousWidth: Int

  /// A blank frame; a size beyond ``Size/largest`` is cut to it.
  package init(size: Size, ambiguousWidth: Int = 1) {
    self.size = size.clamped
    self.ambiguousWidth = ambiguousWidth
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell there; a blank outside the frame.
  package subscript(column: Int, row: Int) -> Cell {
    guard let index = index(column, row) else { return .blank }
    return cells[index]
  }

  /// Writes one character. Outside the frame nothing happens; a wide character that would stick out at the right
  /// becomes a blank; what it covers half of is blanked.
  mutating func write(_ piece: Piece, style: Style, column: Int, row: Int) {
    guard let index = index(column, row) else { return }
    guard piece.width == 2 else {
      vacate(index)
      cells[index] = Cell(text: piece.text, width: 1, style: style)
      return
    }
    guard column + 1 < size.columns else {
      vacate(index)
      cells[index] = Cell(text: .blank, width: 1, style: style)
      return
    }
    vacate(index)
    vacate(index + 1)
    cells[index] = Cell(text: piece.text, width: 2, style: style)
    cells[index + 1] = Cell(text: .none, width: 0, style: style)
  }

  /// Changes the style of one cell, and of the other half where it is half a wide character.
  mutating func restyle(column: Int, row: Int, _ change: (inout Style) -> Void) {
    guard let index = index(column, row) else { return }
    change(&cells[index].style)
    if let other = otherHalf(of: index) { cells[other].style = cells[index].style }
  }

  /// The cells inside `rect`, row by row; it lies inside the frame.
  func cells(in rect: Rect) -> [Cell] {
    var part: [Cell] = []
    part.reserveCapacity(rect.columns * rect.rows)
    for row in rect.row..<rect.maxRow {
      let start = row * size.columns + rect.column
      part += cells[start..<(start + rect.columns)]
    }
    return part
  }

  /// Puts cells that ``cells(in:)`` gave into a place of the same size inside the frame.
  mutating func paste(_ part: [Cell], in rect: Rect) {
    for row in rect.row..<rect.maxRow {
      let start = row * size.columns + rect.column
      vacate(start)
      vacate(start + rect.columns - 1)
    }
    let columns = size.columns
    part.withUnsafeBufferPointer { part in
      cells.withUnsafeMutableBufferPointer { cells in
        guard let from = part.baseAddress, let to = cells.baseAddress else { return }
        for line in 0..<rect.rows {
          let start = to + (rect.row + line) * columns + rect.column
          start.update(from: from + line * rect.columns, count: rect.columns)
        }
      }
    }
  }

  /// Whether a row looks as that of a frame of the same size.
  package func hasSame(row: Int, as other: Frame) -> Bool {
    let start = row * size.columns
    return cells.withUnsafeBufferPointer { here in
      other.cells.withUnsafeBufferPointer { there in
        guard let one = here.baseAddress, let two = there.baseAddress else { return true }
        // Cells of the same bytes are the same; others may be, for bytes between their parts mean nothing.
        if memcmp(one + start, two + start, size.columns * MemoryLayout<Cell>.stride) == 0 { return true }
        return (start..<(start + size.columns)).allSatisfy { here[$0] == there[$0] }
      }
    }
  }

  private func index(_ column: Int, _ row: Int) -> Int? {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return nil }
    return row * size.columns + column
  }

  private func otherHalf(of index: Int) -> Int? {
    switch cells[index].width {
    case 2: index + 1
    case 0: index - 1
    default: nil
    }
  }

  /// Blanks the other half of a wide character at `index`, which is about to be overwritten.
  private mutating func vacate(_ index: Int) {
    guard let other = otherHalf(of: index) else { return }
    cells[other] = Cell(text: .blank, width: 1, style: cells[other].style)
    cells[index] = Cell(text: .blank, width: 1, style: cells[index].style)
  }
}
