/// A line with something at its left and something at its right, on one ground.
///
/// Where both do not fit, the left part is cut: what is at the right (clock, age, state of the link) stays whole as long
/// as it fits at all.
package struct StatusBar: Widget, Hashable {
  package var left: Line
  package var right: Line
  /// The role of the ground, and of text whose role is plain.
  package var role: Role

  package init(left: Line, right: Line = .empty, role: Role = .header) {
    self.left = left
    self.right = right
    self.role = role
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.top(1)
    canvas.clipped(to: line) { canvas in
      canvas.fill(line, " ", Style(role))
      let rightWidth = min(canvas.widths.width(of: right), line.columns)
      let gap = rightWidth > 0 && rightWidth < line.columns ? 1 : 0
      put(left, in: line.droppingRight(rightWidth + gap), on: &canvas)
      put(right, in: line.right(rightWidth), on: &canvas)
    }
  }

  private func put(_ line: Line, in rect: Rect, on canvas: inout Canvas) {
    var shown = line
    if canvas.widths.width(of: line) > rect.columns {
      shown = canvas.widths.fit(line, rect.columns, ellipsis: canvas.glyphs.ellipsis)
    }
    for index in shown.spans.indices where shown.spans[index].role == .text { shown.spans[index].role = role }
    canvas.clipped(to: rect) { $0.put(shown, at: rect.origin) }
  }
}
