import Policy
import Screen

/// 措施: the plan as a tree, and beside or below it the selected row in full.
struct MeasuresView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  /// Whether tree and details stand side by side in a page so large.
  static func isWide(_ rect: Rect) -> Bool { rect.columns >= 110 && rect.rows >= 16 }

  private func layout(in rect: Rect) -> [(pane: Pane, frame: Rect)] {
    if state.zoomed { return [(state.focusedPane, rect)] }
    let bands =
      MeasuresView.isWide(rect)
      ? rect.splitColumns([.fixed(max(62, rect.columns * 44 / 100)), .flex(1)], sharing: 1)
      : rect.splitRows([.flex(6), .flex(7)], sharing: 1)
    return Array(zip([.measures, .parts], bands))
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    layout(in: rect).map { pane, frame in
      pane == .measures
        ? PanePlace(pane: pane, table: Panel.content(of: frame), showsHeader: showsHeader(frame))
        : MeasureDetails(state, loaded).place(in: frame, widths)
    }
  }

  /// A low panel leaves its headings out, so that rows are seen.
  private func showsHeader(_ frame: Rect) -> Bool { frame.rows >= 14 }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = layout(in: rect)
    let details = MeasureDetails(state, loaded)
    canvas.draw(PanelGrid(layout.map { ($0.pane == .measures ? treePanel : details.panel, $0.frame) }), in: rect)
    for (pane, frame) in layout {
      if pane == .measures {
        let place = Panel.content(of: frame)
        canvas.draw(tree(showsHeader(frame), in: place.columns), in: place)
      } else {
        details.draw(in: frame, on: &canvas)
      }
    }
  }

  private var treePanel: Panel {
    let order = state.orderLabel(.measures)
    return Panel(
      [Span(state.language(CommonWord.measures), .title), Span("  " + order, .dim)],
      trailing: state.position(.measures),
      focused: state.focusedPane == .measures)
  }

  // MARK: Tree

  private func tree(_ showsHeader: Bool, in width: Int) -> Table {
    let language = state.language
    let columns = [
      language.column(MeasureWord.measure.phrase, 22, priority: 100, flexible: true),
      language.column(OverviewWord.status.phrase, 11, priority: 90),
      language.column(MeasureWord.atAGlance.phrase, 12, priority: 80),
    ]
    let widths = DisplayWidth(ambiguous: state.settings.ambiguousWidth)
    let room = TableLayout(columns, start: 1, width: width - 2, gap: 1).slots.first?.width ?? 0
    return state.table(.measures, columns: columns, showsHeader: showsHeader) { [self] row in
      let line = MeasureRow(row: row)
      let text = MeasureText(line, loaded, language)
      let indent = indent(line)
      let name = text.name(in: room - widths.width(of: indent), widths)
      return [state.name(indent + name, .measures, row, role(line)), .line(text.status.line), .line(text.glance)]
    }
  }

  /// `-` before what is open, `+` before what is folded.
  private func indent(_ line: MeasureRow) -> SafeText {
    let sign: SafeText = state.isOpen(line) ? "- " : "+ "
    return switch line {
    case .section, .duties: sign
    case .measure: sign
    case .item: "     "
    }
  }

  private func role(_ line: MeasureRow) -> Role {
    switch line {
    case .section, .duties: .title
    case .measure, .item: .text
    }
  }
}
