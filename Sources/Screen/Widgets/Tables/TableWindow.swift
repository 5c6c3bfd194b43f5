/// Which rows of a ``Table`` are seen, and which is selected: all of its picture that moving the cursor changes, so that
/// the rest need not be drawn again.
package struct TableWindow: Hashable, Sendable {
  package var rowCount: Int
  /// The row under the cursor; nil or none of the rows: no mark.
  package var selected: Int?
  /// See ``Table/firstRow``.
  package var firstRow: Int?
  package var showsHeader: Bool
  package var hasFooter: Bool
  package var focused: Bool

  package init(
    rowCount: Int, selected: Int?, firstRow: Int?, showsHeader: Bool = true, hasFooter: Bool = false,
    focused: Bool = true
  ) {
    self.rowCount = max(0, rowCount)
    self.selected = selected
    self.firstRow = firstRow
    self.showsHeader = showsHeader
    self.hasFooter = hasFooter
    self.focused = focused
  }

  /// Where the scrolling rows stand.
  package func body(of rect: Rect) -> Rect {
    let below = rect.droppingTop(showsHeader ? 1 : 0)
    return hasFooter && below.rows >= 2 ? below.droppingBottom(1) : below
  }

  /// The rows that are drawn into `rect`.
  package func visibleRows(in rect: Rect) -> Range<Int> {
    let room = body(of: rect).rows
    let first = Self.firstRow(count: rowCount, room: room, selected: selected, before: firstRow)
    return first..<min(rowCount, first + room)
  }

  /// Marks the selected row on rows that were drawn. Without the focus there is the mark alone.
  package func drawSelection(in rect: Rect, on canvas: inout Canvas) {
    let visible = visibleRows(in: rect)
    guard let selected, visible.contains(selected) else { return }
    canvas.clipped(to: rect) { canvas in
      let row = body(of: rect).droppingTop(selected - visible.lowerBound).top(1)
      // On the ground of the selection the mark belongs to what it points at.
      let role = focused ? canvas.frame[row.column + 1, row.row].style.role : .key
      canvas.put(canvas.glyphs.selection, at: row.origin, role)
      if focused { canvas.select(row) }
    }
  }

  /// The row to draw at the top so that the selected one is seen, moved as little as possible from `before`.
  package static func firstRow(count: Int, room: Int, selected: Int?, before: Int?) -> Int {
    let last = max(0, count - max(0, room))
    guard let selected, selected >= 0, selected < count, room > 0 else { return min(max(0, before ?? 0), last) }
    guard let before else { return min(max(0, selected - room / 2), last) }
    let least = max(0, selected - room + 1)
    return min(max(before, least), min(selected, last))
  }

  /// The row drawn at `point`, for the mouse.
  package func row(at point: Point, in rect: Rect) -> Int? {
    let body = body(of: rect)
    guard body.contains(point) else { return nil }
    let visible = visibleRows(in: rect)
    let index = visible.lowerBound + point.row - body.row
    return visible.contains(index) ? index : nil
  }
}
