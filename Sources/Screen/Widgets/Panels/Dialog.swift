/// A box in the middle of the page: what is asked or told, and the keys that answer it.
package struct Dialog: Widget, Hashable {
  package var title: SafeText
  package var lines: [Line]
  /// The keys that answer, in the last line.
  package var hints: [KeyBar.Hint]
  /// A line to type into, below the text.
  package var input: TextInput?
  /// Cells it likes to be wide inside its frame; wider only for longer hints.
  package var columns: Int

  package init(
    title: SafeText, lines: [Line], hints: [KeyBar.Hint] = [], input: TextInput? = nil, columns: Int = 56
  ) {
    self.title = title
    self.lines = lines
    self.hints = hints
    self.input = input
    self.columns = columns
  }

  /// Where it stands in `rect`, frame included.
  package func frame(in rect: Rect, _ widths: DisplayWidth) -> Rect {
    let most = max(0, rect.columns - 4)
    let inside = min(most, min(max(wanted(widths), 1), 1000))
    let text = lines.reduce(0) { $0 + widths.wrap($1, inside).count }
    let rows = text + (input == nil ? 0 : 2) + (hints.isEmpty ? 0 : 2) + 2
    return rect.centered(Size(columns: inside + 4, rows: rows))
  }

  /// Where the hints stand, for the mouse.
  package func hintRect(in rect: Rect, _ widths: DisplayWidth) -> Rect {
    let content = frame(in: rect, widths).inset(columns: 2, rows: 1)
    return hints.isEmpty ? content.bottom(0) : content.bottom(1)
  }

  /// The hints and the line to type into stay when there are not rows for all of the text.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let box = frame(in: rect, canvas.widths)
    canvas.clipped(to: rect.intersection(box)) { canvas in
      canvas.clear(box)
      canvas.draw(Panel(title: title, focused: true), in: box)
      var text = box.inset(columns: 2, rows: 1)
      if !hints.isEmpty {
        canvas.draw(KeyBar(hints, indent: 0), in: hintRect(in: rect, canvas.widths))
        text = text.droppingBottom(text.rows > 2 ? 2 : 1)
      }
      if let input {
        canvas.draw(input, in: text.bottom(1))
        text = text.droppingBottom(text.rows > 2 ? 2 : 1)
      }
      canvas.draw(Paragraph(lines), in: text)
    }
  }

  private func wanted(_ widths: DisplayWidth) -> Int {
    let text = lines.map { widths.width(of: $0) }.max() ?? 0
    let keys = hints.reduce(0) { $0 + widths.width(of: $1.key) + widths.width(of: $1.label) + 1 }
    let head = widths.width(of: title) + 4
    let least = input == nil ? 0 : columns
    return max(min(text, columns), keys, head, least)
  }
}
