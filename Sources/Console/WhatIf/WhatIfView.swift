import Policy
import Screen

/// The dialog in which one types a rate and sees the day, or a day and sees the rate.
struct WhatIfView {
  private let state: ConsoleState
  private let dialog: WhatIfState

  init(_ state: ConsoleState, _ dialog: WhatIfState) {
    self.state = state
    self.dialog = dialog
  }

  private static let columns = 66
  /// Columns between its margins.
  static let inside = columns - 4
  /// The rows of everything but the districts.
  private static let rows = 9

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let loaded = state.loaded, let remaining = loaded.remaining(dialog.subject) else { return }
    let language = state.language
    let text = WhatIfText(state, loaded, dialog, remaining)
    let districts = text.districts
    let extra = districts.isEmpty ? 0 : districts.count + 1
    let box = rect.centered(
      Size(columns: min(WhatIfView.columns, rect.columns - 2), rows: WhatIfView.rows + extra + 2))
    canvas.clipped(to: box) { canvas in
      canvas.clear(box)
      canvas.draw(Panel(Line(text.title, .title), focused: true), in: box)
      let inside = box.inset(columns: 2, rows: 1)
      canvas.draw(
        KeyBar(
          [
            KeyBar.Hint("Esc", language(Phrase("返回", " back")), priority: 2),
            KeyBar.Hint("Tab", language(Phrase("换一栏", " other field")), priority: 1),
          ], indent: 0), in: inside.bottom(1))
      let lines = inside.droppingBottom(1)
      for (offset, line) in text.head.enumerated() { canvas.put(line, in: lines.droppingTop(offset).top(1)) }
      draw(.rate, text, in: lines.droppingTop(3).top(2), on: &canvas)
      draw(.day, text, in: lines.droppingTop(5).top(2), on: &canvas)
      for (offset, line) in districts.enumerated() {
        canvas.put(line, in: lines.droppingTop(WhatIfView.rows - 1 + offset).top(1))
      }
    }
  }

  /// A field, and below it what follows from what stands in it.
  private func draw(_ field: WhatIfState.Field, _ text: WhatIfText, in rect: Rect, on canvas: inout Canvas) {
    let isOpen = dialog.field == field
    let prompt = (isOpen ? "> " : "  ") + text.prompt(field) + "  "
    let typed = SafeText(field == .rate ? dialog.rate : dialog.day)
    if isOpen {
      canvas.draw(TextInput(prompt: prompt, before: typed, placeholder: text.example(field)), in: rect.top(1))
    } else {
      let shown: Span = typed.isEmpty ? Span(text.example(field), .dim) : Span(typed)
      canvas.put(Line([Span(prompt, .dim), shown]), in: rect.top(1))
    }
    canvas.put(text.answer(field), in: rect.droppingTop(1).top(1).droppingLeft(4))
  }
}
