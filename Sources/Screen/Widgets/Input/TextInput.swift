/// A line in which something is typed: a prompt, the text, and the hardware cursor where the next character goes.
package struct TextInput: Widget, Hashable {
  package var prompt: SafeText
  /// The text before the cursor, and after it.
  package var before: SafeText
  package var after: SafeText
  /// Shown while there is no text.
  package var placeholder: SafeText

  package init(
    prompt: SafeText, before: SafeText, after: SafeText = .empty, placeholder: SafeText = .empty
  ) {
    self.prompt = prompt
    self.before = before
    self.after = after
    self.placeholder = placeholder
  }

  /// The text moves to the left where the cursor would not be seen.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.top(1)
    canvas.clipped(to: line) { canvas in
      canvas.clear(line)
      let promptWidth = min(canvas.widths.width(of: prompt), max(0, line.columns - 1))
      canvas.clipped(to: line.left(promptWidth)) { $0.put(prompt, at: line.origin, .key) }
      let field = line.droppingLeft(promptWidth)
      canvas.clipped(to: field) { canvas in
        let used = canvas.widths.width(of: before)
        let start = field.column - max(0, used - field.columns + 1)
        canvas.put(before, at: Point(column: start, row: field.row))
        let cursor = Point(column: start + used, row: field.row)
        canvas.put(after, at: cursor)
        if before.isEmpty && after.isEmpty { canvas.put(placeholder, at: cursor, .dim) }
        canvas.placeCursor(cursor)
      }
    }
  }
}
