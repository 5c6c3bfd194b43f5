/// Keys and what they do under headings; one of them can be selected and run.
package struct HelpList: Widget, Hashable {
  /// A line of the list.
  package enum Entry: Hashable, Sendable {
    case heading(SafeText)
    /// `disabled` says why it cannot be used now.
    case action(keys: SafeText, summary: SafeText, disabled: SafeText?)
  }

  package var entries: [Entry]
  /// Index into the entries.
  package var selected: Int?
  package var firstRow: Int?

  package init(_ entries: [Entry], selected: Int? = nil, firstRow: Int? = nil) {
    self.entries = entries
    self.selected = selected
    self.firstRow = firstRow
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let keyWidth = keyWidth(in: rect, canvas.widths)
    canvas.clipped(to: rect) { canvas in
      let visible = visibleRows(in: rect)
      for index in visible {
        let row = rect.droppingTop(index - visible.lowerBound).top(1)
        draw(entries[index], keyWidth: keyWidth, in: row.droppingLeft(1).droppingRight(1), on: &canvas)
        guard index == selected else { continue }
        canvas.put(canvas.glyphs.selection, at: row.origin, .key)
        canvas.select(row)
      }
      let edge = rect.right(1)
      if visible.lowerBound > 0 { canvas.put(canvas.glyphs.up, at: edge.origin, .dim) }
      if visible.upperBound < entries.count { canvas.put(canvas.glyphs.down, at: edge.bottom(1).origin, .dim) }
    }
  }

  /// The entries that are drawn into `rect`.
  package func visibleRows(in rect: Rect) -> Range<Int> {
    let first = TableWindow.firstRow(count: entries.count, room: rect.rows, selected: selected, before: firstRow)
    return first..<min(entries.count, first + rect.rows)
  }

  private func draw(_ entry: Entry, keyWidth: Int, in row: Rect, on canvas: inout Canvas) {
    switch entry {
    case .heading(let text): canvas.put(text, in: row, .heading)
    case .action(let keys, let summary, let disabled):
      canvas.put(keys, in: row.left(keyWidth), disabled == nil ? .key : .dim)
      let rest = row.droppingLeft(keyWidth + 2)
      guard let disabled else { return canvas.put(summary, in: rest) }
      canvas.put(Line([Span(summary, .dim), Span("  "), Span(disabled, .dim)]), in: rest)
    }
  }

  private func keyWidth(in rect: Rect, _ widths: DisplayWidth) -> Int {
    let widest = entries.map { entry in
      if case .action(let keys, _, _) = entry { widths.width(of: keys) } else { 0 }
    }
    return min(widest.max() ?? 0, rect.columns / 2)
  }
}
