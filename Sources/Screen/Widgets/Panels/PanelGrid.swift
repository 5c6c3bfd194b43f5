/// Panels that touch: where their frames lie on the same cells, the lines are joined.
///
/// Panels share a border when their rectangles overlap by one row or column, as ``Rect/splitRows(_:sharing:)`` and
/// ``Rect/splitColumns(_:sharing:)`` with `sharing: 1` cut them.
package struct PanelGrid: Widget {
  /// The panels and where each stands, in the canvas's own coordinates.
  package var panels: [(panel: Panel, rect: Rect)]

  package init(_ panels: [(Panel, Rect)]) { self.panels = panels.map { (panel: $0.0, rect: $0.1) } }

  /// Draws the part of the panels that lies in `rect`.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      var lines = JoinedLines(area: canvas.clip)
      // The focused frame last: where it shares a line, the line shows the focus.
      for focused in [false, true] {
        for placed in panels where placed.panel.focused == focused {
          lines.addFrame(placed.rect, focused ? .borderFocused : .border)
        }
      }
      lines.draw(on: &canvas)
      for placed in panels {
        canvas.clipped(to: placed.rect) { placed.panel.drawTitles(in: placed.rect, on: &$0) }
      }
    }
  }
}

/// Lines of one cell's width that are joined where they meet.
package struct JoinedLines {
  private let area: Rect
  private var arms: [UInt8]
  private var roles: [Role]

  /// Nothing outside `area` is kept.
  package init(area: Rect) {
    self.area = area
    arms = Array(repeating: 0, count: area.columns * area.rows)
    roles = Array(repeating: .border, count: arms.count)
  }

  /// The four sides of `rect`.
  package mutating func addFrame(_ rect: Rect, _ role: Role) {
    guard !rect.isEmpty else { return }
    for row in Set([rect.row, rect.maxRow - 1]) { addHorizontal(rect.top(1), at: row, role) }
    for column in Set([rect.column, rect.maxColumn - 1]) { addVertical(rect.left(1), at: column, role) }
  }

  /// A line from the first to the last column of `rect` in `row`.
  package mutating func addHorizontal(_ rect: Rect, at row: Int, _ role: Role) {
    guard rect.columns > 1 else { return }
    for column in max(rect.column, area.column)..<max(rect.column, area.column, min(rect.maxColumn, area.maxColumn)) {
      add((column > rect.column ? 4 : 0) | (column < rect.maxColumn - 1 ? 8 : 0), column, row, role)
    }
  }

  /// A line from the first to the last row of `rect` in `column`.
  package mutating func addVertical(_ rect: Rect, at column: Int, _ role: Role) {
    guard rect.rows > 1 else { return }
    for row in max(rect.row, area.row)..<max(rect.row, area.row, min(rect.maxRow, area.maxRow)) {
      add((row > rect.row ? 1 : 0) | (row < rect.maxRow - 1 ? 2 : 0), column, row, role)
    }
  }

  package func draw(on canvas: inout Canvas) {
    for (index, joint) in arms.enumerated() where joint != 0 {
      let place = Point(column: area.column + index % area.columns, row: area.row + index / area.columns)
      canvas.put(canvas.glyphs.lines.joint(joint), at: place, roles[index])
    }
  }

  private mutating func add(_ joint: UInt8, _ column: Int, _ row: Int, _ role: Role) {
    guard area.contains(Point(column: column, row: row)) else { return }
    let index = (row - area.row) * area.columns + column - area.column
    arms[index] |= joint
    roles[index] = role
  }
}
