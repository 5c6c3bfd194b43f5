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
/// A frame never holds half a wide character: writing over either half blanks the other. Frames made from one another share
/// the rows that look the same, so that a picture that differs in one row from the last costs that row.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// The cells of each row.
  package private(set) var rows: [[Cell]]
  /// Where the hardware cursor stands (screen readers and braille displays follow it); nil: bottom right.
  package var cursor: Point?
  /// How many cells characters of ambiguous width take: 1 or 2.
  package let ambiguousWidth: Int

  /// A blank frame; a size beyond ``Size/largest`` is cut to it.
  package init(size: Size, ambiguousWidth: Int = 1) {
    self.size = size.clamped
    self.ambiguousWidth = ambiguousWidth
    rows = Array(repeating: Array(repeating: .blank, count: self.size.columns), count: self.size.rows)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell there; a blank outside the frame.
  package subscript(column: Int, row: Int) -> Cell { isInside(column, row) ? rows[row][column] : .blank }

  /// Writes one character. Outside the frame nothing happens; a wide character that would stick out at the right
  /// becomes a blank; what it covers half of is blanked.
  mutating func write(_ piece: Piece, style: Style, column: Int, row: Int) {
    guard isInside(column, row) else { return }
    Frame.write(piece, style: style, column, &rows[row])
  }

  private static func write(_ piece: Piece, style: Style, _ column: Int, _ cells: inout [Cell]) {
    guard piece.width == 2 else {
      vacate(column, &cells)
      cells[column] = Cell(text: piece.text, width: 1, style: style)
      return
    }
    guard column + 1 < cells.count else {
      vacate(column, &cells)
      cells[column] = Cell(text: .blank, width: 1, style: style)
      return
    }
    vacate(column, &cells)
    vacate(column + 1, &cells)
    cells[column] = Cell(text: piece.text, width: 2, style: style)
    cells[column + 1] = Cell(text: .none, width: 0, style: style)
  }

  /// Changes the style of one cell, and of the other half where it is half a wide character.
  mutating func restyle(column: Int, row: Int, _ change: (inout Style) -> Void) {
    guard isInside(column, row) else { return }
    change(&rows[row][column].style)
    if let other = Frame.otherHalf(of: column, rows[row]) { rows[row][other].style = rows[row][column].style }
  }

  /// The cells inside `rect`, row by row; it lies inside the frame.
  func cells(in rect: Rect) -> [[Cell]] {
    let part = rows[rect.row..<rect.maxRow]
    if rect.columns == size.columns { return Array(part) }
    return part.map { Array($0[rect.column..<rect.maxColumn]) }
  }

  /// Puts cells that ``cells(in:)`` gave into a place of the same size inside the frame.
  mutating func paste(_ part: [[Cell]], in rect: Rect) {
    if rect.columns == size.columns {
      rows.replaceSubrange(rect.row..<rect.maxRow, with: part)
      return
    }
    for (row, cells) in zip(rect.row..<rect.maxRow, part) {
      Frame.vacate(rect.column, &rows[row])
      Frame.vacate(rect.maxColumn - 1, &rows[row])
      rows[row].replaceSubrange(rect.column..<rect.maxColumn, with: cells)
    }
  }

  /// Whether a row looks as that of a frame of the same size.
  package func hasSame(row: Int, as other: Frame) -> Bool { Frame.areSame(rows[row], other.rows[row]) }

  /// Whether two rows of the same length look the same.
  package static func areSame(_ one: [Cell], _ other: [Cell]) -> Bool {
    one.withUnsafeBufferPointer { here in
      other.withUnsafeBufferPointer { there in
        guard let one = here.baseAddress, let two = there.baseAddress, one != two else { return true }
        // Cells of the same bytes are the same; others may be, for bytes between their parts mean nothing.
        if memcmp(one, two, here.count * MemoryLayout<Cell>.stride) == 0 { return true }
        return here.indices.allSatisfy { here[$0] == there[$0] }
      }
    }
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < size.columns && row >= 0 && row < size.rows
  }

  private static func otherHalf(of column: Int, _ cells: [Cell]) -> Int? {
    switch cells[column].width {
    case 2: column + 1
    case 0: column - 1
    default: nil
    }
  }

  /// Blanks the other half of a wide character at `column`, which is about to be overwritten.
  private static func vacate(_ column: Int, _ cells: inout [Cell]) {
    guard let other = otherHalf(of: column, cells) else { return }
    cells[other] = Cell(text: .blank, width: 1, style: cells[other].style)
    cells[column] = Cell(text: .blank, width: 1, style: cells[column].style)
  }
}
