import Policy
import Screen

/// 数据: who sends well and who does not, every problem with its place, every file.
struct DataView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  /// From this width on senders and problems stand side by side.
  private static let wide = 110

  private func layout(in rect: Rect) -> [(pane: Pane, frame: Rect)] {
    if state.zoomed { return [(state.focusedPane, rect)] }
    guard rect.columns >= DataView.wide, rect.rows >= 16 else {
      // Stacked: the worst senders and the gravest problems are seen; `+` gives a panel the whole page.
      let bands = rect.splitRows([.flex(5), .flex(5), .flex(4)], sharing: 1)
      return Array(zip([.senders, .problems, .files], bands))
    }
    // Every district in sight where there is room, and always some files.
    let wanted = max(loaded.board.districts.count + 5, rect.rows * 45 / 100)
    let bands = rect.splitRows([.fixed(max(8, min(wanted, rect.rows - 8))), .flex(1)], sharing: 1)
    let halves = bands[0].splitColumns([.fixed(max(64, rect.columns * 46 / 100)), .flex(1)], sharing: 1)
    return [(.senders, halves[0]), (.problems, halves[1]), (.files, bands[1])]
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    layout(in: rect).map { PanePlace(pane: $0.pane, table: Panel.content(of: $0.frame)) }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = layout(in: rect)
    canvas.draw(
      PanelGrid(
        layout.map { pane, frame in
          let position = state.position(pane)
          let title = title(pane, in: frame.columns - canvas.widths.width(of: position) - 9, canvas.widths)
          return (Panel(title, trailing: position, focused: state.focusedPane == pane), frame)
        }), in: rect)
    for (pane, frame) in layout {
      let place = Panel.content(of: frame)
      switch pane {
      case .senders: canvas.draw(SendersPanel(state, loaded).table(in: place.columns), in: place)
      case .problems: canvas.draw(ProblemsPanel(state, loaded).table, in: place)
      default: canvas.draw(FilesPanel(state, loaded).table, in: place)
      }
    }
  }

  private func title(_ pane: Pane, in columns: Int, _ widths: DisplayWidth) -> Line {
    switch pane {
    case .senders: SendersPanel(state, loaded).title(in: columns, widths)
    case .problems: ProblemsPanel(state, loaded).title(in: columns, widths)
    default:
      [
        Span(state.language(DataWord.files), .title),
        Span("  " + state.orderLabel(pane), .dim),
      ]
    }
  }
}

extension Line {
  /// A panel's title with its order and its counts; where not all fits, the order goes first, then the last counts.
  func withMost(of counts: [Line], after order: Line?, in columns: Int, _ widths: DisplayWidth) -> Line {
    let fewer = (0...counts.count).reversed().map { Array(counts.prefix($0)) }
    let titles = ([[order].compactMap { $0 } + counts] + fewer).map { Line.joined([self] + $0, separator: "  ") }
    return titles.first { widths.width(of: $0) <= columns } ?? self
  }
}
