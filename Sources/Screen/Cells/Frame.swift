/// One cell of a frame.
package struct Cell: Hashable, Sendable {
  /// What it shows: one character with at most four combining marks; empty in the right half of a wide character.
  package var text: String
  /// 1, or 2 in the left half of a wide character, or 0 in its right half.
  package var width: UInt8
  package var style: Style

  package init(text: String, width: UInt8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  package static let blank = Cell(text: " ", width: 1, style: Style())
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
  /// How wide characters of ambiguous width are drawn: 1 or 2.
  package let ambiguousWidth: Int

  package init(size: Size, ambiguousWidth: Int = 1) {
    self.size = size
    self.ambiguousWidth = ambiguousWidth
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }
}
