/// A frame being drawn: text goes in at any place, and only what lies inside the clipping rectangle arrives.
///
/// Every call is total: coordinates may be negative or far outside.
package struct Canvas {
  package internal(set) var frame: Frame
  /// What bars, lines and marks are drawn with.
  package let glyphs: Glyphs
  package let widths: DisplayWidth
  /// Nothing outside is touched, except that the other half of a wide character that is written over goes blank.
  package private(set) var clip: Rect
  /// What was drawn before; nil: everything is drawn anew.
  let memory: FrameMemory?

  /// A blank canvas. With `ambiguousWidth` 2 the glyph set `full` becomes `safe`.
  package init(size: Size, glyphs: GlyphSet = .full, ambiguousWidth: Int = 1, memory: FrameMemory? = nil) {
    self.memory = memory
    widths = DisplayWidth(ambiguous: ambiguousWidth)
    self.glyphs = Glyphs(glyphs, ambiguousWidth: widths.ambiguous)
    frame =
      memory?.blank(size, ambiguousWidth: widths.ambiguous) ?? Frame(size: size, ambiguousWidth: widths.ambiguous)
    clip = frame.bounds
  }

  package var bounds: Rect { frame.bounds }

  /// Draws with everything outside `rect` protected.
  package mutating func clipped(to rect: Rect, _ draw: (inout Canvas) -> Void) {
    let outer = clip
    clip = outer.intersection(rect)
    if !clip.isEmpty { draw(&self) }
    clip = outer
  }

  /// Puts the hardware cursor there; ignored outside the clipping rectangle.
  package mutating func placeCursor(_ point: Point) {
    if clip.contains(point) { frame.cursor = point }
  }
}

// MARK: Text

extension Canvas {
  /// Writes one line of text and gives its width in cells, drawn or not.
  @discardableResult
  package mutating func put(_ text: SafeText, at point: Point, _ style: Style) -> Int {
    var used = 0
    guard point.row >= clip.row, point.row < clip.maxRow, point.column < clip.maxColumn else {
      return widths.width(of: text)
    }
    let start = Rect.clampedPlace(point.column)
    text.forEachPiece(widths) { piece, _ in
      put(piece, column: start + used, row: point.row, style)
      used += piece.width
      return true
    }
    return used
  }

  /// Writes one line of text and gives its width in cells, drawn or not.
  @discardableResult
  package mutating func put(_ text: SafeText, at point: Point, _ role: Role = .text) -> Int {
    put(text, at: point, Style(role))
  }

  /// Writes a line of several roles and gives its width in cells, drawn or not.
  @discardableResult
  @_disfavoredOverload
  package mutating func put(_ line: Line, at point: Point) -> Int {
    var used = 0
    for span in line.spans {
      used += put(span.text, at: Point(column: Rect.clampedPlace(point.column) + used, row: point.row), span.role)
    }
    return used
  }

  /// Writes text into the first row of `rect`: fitted to its width, cut with the glyph set's ellipsis.
  package mutating func put(_ text: SafeText, in rect: Rect, _ role: Role = .text, align: Alignment = .left) {
    let spare = rect.columns - widths.width(of: text)
    guard spare >= 0 else {
      let fitted = widths.fit(text, rect.columns, align: align, ellipsis: glyphs.ellipsis)
      return clipped(to: rect) { $0.put(fitted, at: rect.origin, role) }
    }
    let before = align.blanksBefore(of: spare)
    let row = rect.top(1)
    clipped(to: row) { canvas in
      canvas.fill(row.left(before), " ", Style(role))
      canvas.put(text, at: row.droppingLeft(before).origin, role)
      canvas.fill(row.right(spare - before), " ", Style(role))
    }
  }

  /// Writes a line into the first row of `rect`: fitted to its width, cut with the glyph set's ellipsis.
  @_disfavoredOverload
  package mutating func put(_ line: Line, in rect: Rect, align: Alignment = .left) {
    let fitted = widths.fit(line, rect.columns, align: align, ellipsis: glyphs.ellipsis)
    clipped(to: rect) { $0.put(fitted, at: rect.origin) }
  }

  private mutating func put(_ piece: Piece, column: Int, row: Int, _ style: Style) {
    guard column < clip.maxColumn, column + piece.width > clip.column else { return }
    if column >= clip.column, column + piece.width <= clip.maxColumn {
      frame.write(piece, style: style, column: column, row: row)
    } else {
      // Half of it lies outside: a blank keeps its place.
      let inside = max(column, clip.column)
      frame.write(.blank, style: style, column: inside, row: row)
    }
  }
}

// MARK: Areas

extension Canvas {
  /// Fills `rect` with a character; a wide one that does not come out even leaves a blank at the right.
  package mutating func fill(_ rect: Rect, _ character: SafeText = " ", _ style: Style = Style()) {
    let area = rect.intersection(clip)
    guard !area.isEmpty, let piece = character.firstPiece(widths) else { return }
    for row in area.row..<area.maxRow {
      var column = area.column
      while column + piece.width <= area.maxColumn {
        put(piece, column: column, row: row, style)
        column += piece.width
      }
      if column < area.maxColumn { put(.blank, column: column, row: row, style) }
    }
  }

  /// Blanks `rect`.
  package mutating func clear(_ rect: Rect) { fill(rect) }

  /// Draws a horizontal line of `columns` cells.
  package mutating func hline(at point: Point, columns: Int, _ role: Role = .border) {
    fill(Rect(column: point.column, row: point.row, columns: columns, rows: 1), glyphs.lines.horizontal, Style(role))
  }

  /// Draws a vertical line of `rows` cells.
  package mutating func vline(at point: Point, rows: Int, _ role: Role = .border) {
    fill(Rect(column: point.column, row: point.row, columns: 1, rows: rows), glyphs.lines.vertical, Style(role))
  }

  /// Changes the style of every cell in `rect`.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for row in area.row..<area.maxRow {
      for column in area.column..<area.maxColumn { frame.restyle(column: column, row: row, change) }
    }
  }

  /// Marks every cell in `rect` as part of the selected row, but for charts.
  package mutating func select(_ rect: Rect) { restyle(rect) { $0.selected = !$0.isChart } }

  /// Keeps every cell in `rect` as it is where its row is selected.
  package mutating func keepGround(_ rect: Rect) { restyle(rect) { $0.isChart = true } }

  /// Makes the colours of every cell in `rect` its ground.
  package mutating func fillGround(_ rect: Rect) { restyle(rect) { $0.filled = true } }

  /// Gives every cell in `rect` the role.
  package mutating func setRole(_ role: Role, in rect: Rect) { restyle(rect) { $0.role = role } }
}
