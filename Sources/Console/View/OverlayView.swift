import Screen

/// What stands over the page: menus, details, the question before leaving.
struct OverlayView {
  private let state: ConsoleState

  init(_ state: ConsoleState) { self.state = state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    switch state.overlay {
    case .menu(let menu): draw(menu, in: rect, on: &canvas)
    case .detail(let detail): draw(detail, in: rect, on: &canvas)
    case .provenance(let provenance):
      let layout = ProvenanceLayout(state, provenance)
      if let rows = provenance.rows {
        SourceRowsView(layout, rows).draw(on: &canvas)
      } else {
        ProvenanceView(layout).draw(on: &canvas)
      }
    case .gap(let gap): GapView(GapLayout(state, gap)).draw(on: &canvas)
    case .chart(let chart): ChartPage(state, chart).draw(in: Chrome(state).body, on: &canvas)
    case .whatIf(let dialog):
      if case .chart(let chart) = dialog.origin { ChartPage(state, chart).draw(in: Chrome(state).body, on: &canvas) }
      WhatIfView(state, dialog).draw(in: rect, on: &canvas)
    case .changes(let changes): ChangesView(ChangesLayout(state, changes)).draw(on: &canvas)
    case .revisions(let revisions): RevisionsView(RevisionsLayout(state, revisions)).draw(on: &canvas)
    case .deed(let dialog): DeedDialogView(state, dialog).draw(in: rect, on: &canvas)
    case .confirmQuit:
      let language = state.language
      canvas.draw(
        Dialog(
          title: language(Phrase("退出", "Quit")), lines: [Line(language(Phrase("要退出 jineng 吗？", "Leave jineng?")))],
          hints: [
            KeyBar.Hint(Confirmation.label, language(Phrase("退出", " leave")), priority: 2),
            KeyBar.Hint("Esc", language(Phrase("留下", " stay")), priority: 1),
          ]), in: rect)
    case .prompt(let prompt): canvas.draw(FindPanel(state, prompt), in: rect)
    case nil: break
    }
  }

  // MARK: Menus

  private func box(_ lines: Int, in rect: Rect) -> Rect {
    let columns = min(rect.columns - 2, 96)
    let rows = min(rect.rows - 2, max(lines, 1) + 4)
    return Rect(
      column: rect.column + (rect.columns - columns) / 2, row: rect.row + max(0, (rect.rows - rows) / 2),
      columns: columns, rows: rows)
  }

  private func list(_ menu: MenuState, in rect: Rect) -> (box: Rect, list: Rect, menu: MenuLines) {
    let lines = MenuLines(state, menu)
    let box = box(lines.lines.count, in: rect)
    return (box, box.inset(columns: 1, rows: 1).droppingBottom(2), lines)
  }

  private func draw(_ menu: MenuState, in rect: Rect, on canvas: inout Canvas) {
    let (box, area, lines) = list(menu, in: rect)
    canvas.clipped(to: box) { canvas in
      canvas.clear(box)
      canvas.draw(Panel(title: lines.title, trailing: "\(lines.lines.count)", focused: true), in: box)
      canvas.draw(table(menu, lines), in: area)
      let below = box.inset(columns: 2, rows: 1).bottom(1)
      canvas.draw(
        TextInput(
          prompt: "> ", before: SafeText(menu.filter),
          placeholder: state.language(Phrase("输入筛选，回车执行，Esc 关闭", "type to filter, Enter runs, Esc closes"))), in: below)
    }
  }

  private func table(_ menu: MenuState, _ lines: MenuLines) -> Table {
    let rows: [[TableCell]] = lines.lines.map { line in
      let role: Role = line.disabled == nil ? .text : .dim
      let note = line.disabled.map { "  (" + $0 + ")" } ?? ""
      return [
        .line([Span(line.hint, line.disabled == nil ? .key : .dim)]),
        .line([Span(line.label, role), Span(note, .dim)]),
      ]
    }
    return Table(
      columns: [TableColumn("", least: 14), TableColumn("", least: 10, flexible: true)], rows: rows,
      selected: min(menu.index, max(0, rows.count - 1)), showsHeader: false)
  }

  func menuLine(at point: Point, in rect: Rect, _ widths: DisplayWidth) -> Int? {
    guard case .menu(let menu) = state.overlay else { return nil }
    let (_, area, lines) = list(menu, in: rect)
    return table(menu, lines).window.row(at: point, in: area)
  }

  // MARK: Details

  private func draw(_ detail: DetailState, in rect: Rect, on canvas: inout Canvas) {
    let text = DetailText(state, detail)
    let box = DetailBox(text, in: rect, canvas.widths).frame
    canvas.clipped(to: box) { canvas in
      canvas.clear(box)
      canvas.draw(Panel(title: text.title, focused: true), in: box)
      let inside = box.inset(columns: 2, rows: 1)
      canvas.draw(Paragraph(text.lines, scroll: detail.offset), in: inside.droppingBottom(2))
      canvas.draw(
        KeyBar(
          [
            KeyBar.Hint("Esc", state.language(Phrase("关闭", " close")), priority: 2),
            KeyBar.Hint("j k", state.language(Phrase("滚动", " scroll")), priority: 1),
          ] + detail.hints(state.language)), in: inside.bottom(1))
    }
  }
}

/// Where a row in full stands, and how far it can be scrolled: by its lines as they are wrapped.
struct DetailBox {
  let frame: Rect
  /// Lines shown at once.
  let height: Int
  /// The furthest first line.
  let lastOffset: Int

  /// Columns of text in a window of that size.
  static func inner(_ size: Size) -> Int { max(1, min(size.columns - 2, 100) - 4) }

  init(_ text: DetailText, in rect: Rect, _ widths: DisplayWidth) {
    let columns = min(rect.columns - 2, 100)
    let wrapped = Paragraph(text.lines).wrapped(max(1, columns - 4), widths).count
    let rows = min(rect.rows - 2, wrapped + 4)
    frame = Rect(
      column: rect.column + (rect.columns - columns) / 2, row: rect.row + max(0, (rect.rows - rows) / 2),
      columns: columns, rows: rows)
    height = max(1, rows - 4)
    lastOffset = max(0, wrapped - height)
  }
}
