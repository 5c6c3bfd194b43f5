import Policy
import Screen

/// 措施: every measure of the plan with its items.
struct MeasuresView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    [PanePlace(pane: .measures, table: Panel.content(of: rect))]
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let title = Line(state.language(CommonWord.measures), .title)
    canvas.draw(Panel(title, trailing: state.position(.measures), focused: true), in: rect)
    canvas.draw(table, in: Panel.content(of: rect))
  }

  private var table: Table {
    let language = state.language
    let columns = [
      language.column(OverviewWord.item.phrase, 40, priority: 100, flexible: true),
      language.column(OverviewWord.status.phrase, statusColumns, priority: 90),
    ]
    let lines = Dictionary(
      state.measureRows(loaded).map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    return state.table(.measures, columns: columns) { [self] row in
      guard let line = lines[row] else { return [] }
      let text = MeasureText(line, loaded, language)
      let indent: SafeText = if case .item = line { "  " } else { "" }
      return [
        state.name(indent + text.name, .measures, row),
        text.status.map { statusCell($0, language) } ?? .text("--", .dim),
      ]
    }
  }
}
