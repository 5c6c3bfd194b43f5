/// A frame with a title in its top line.
package struct Panel: Widget, Hashable {
  /// At the left of the top line.
  package var title: Line
  /// At the right of the top line: a count, a position, an age. The first to go where both do not fit.
  package var trailing: Line
  /// Whether keys go to this panel.
  package var focused: Bool

  package init(_ title: Line = .empty, trailing: Line = .empty, focused: Bool = false) {
    self.title = title
    self.trailing = trailing
    self.focused = focused
  }

  /// A panel whose title has the role `title`.
  package init(title: SafeText, trailing: SafeText = .empty, focused: Bool = false) {
    self.init(Line(title, .title), trailing: Line(trailing, .dim), focused: focused)
  }

  /// What is left inside the frame.
  package static func content(of rect: Rect) -> Rect { rect.inset(columns: 1, rows: 1) }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    PanelGrid([(self, rect)]).draw(in: rect, on: &canvas)
  }

  /// Writes title and trailing text into the top line of `rect`, the frame being drawn.
  package func drawTitles(in rect: Rect, on canvas: inout Canvas) {
    let widths = canvas.widths
    let line = rect.top(1).inset(columns: 1, rows: 0)
    // A cell of line stays visible before the title, and a blank stands on both sides of it.
    let space = line.droppingLeft(1).droppingRight(1)
    guard space.columns > 2 else { return }
    var titleEnd = space.column
    if !title.isEmpty {
      let shown =
        widths.width(of: title) + 2 <= space.columns
        ? title
        : widths.fit(
          title, space.columns - 2, ellipsis: canvas.glyphs.ellipsis)
      canvas.put([Span(" ")] + shown + [Span(" ")], at: space.origin)
      titleEnd += widths.width(of: shown) + 2
    }
    let width = widths.width(of: trailing)
    guard !trailing.isEmpty, titleEnd + width + 3 <= space.maxColumn else { return }
    canvas.put([Span(" ")] + trailing + [Span(" ")], at: Point(column: space.maxColumn - width - 2, row: space.row))
  }
}
