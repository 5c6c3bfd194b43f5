/// Lines of text, wrapped to the width they are given.
package struct Paragraph: Widget, Hashable {
  package var lines: [Line]
  /// Wrapped lines left out at the top.
  package var scroll: Int

  package init(_ lines: [Line], scroll: Int = 0) {
    self.lines = lines
    self.scroll = scroll
  }

  /// All of it, wrapped to `columns`.
  package func wrapped(_ columns: Int, _ widths: DisplayWidth) -> [Line] {
    lines.flatMap { widths.wrap($0, columns) }
  }

  /// Draws from the line `scroll`, or from as far down as still fills the rectangle.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      let all = wrapped(rect.columns, canvas.widths)
      let first = min(max(0, scroll), max(0, all.count - rect.rows))
      for (offset, line) in all.dropFirst(first).prefix(rect.rows).enumerated() {
        canvas.put(line, at: rect.droppingTop(offset).origin)
      }
    }
  }
}
