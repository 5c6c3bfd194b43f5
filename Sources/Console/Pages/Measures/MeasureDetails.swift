import Policy
import Screen

/// The selected row of the plan's tree in full: its head, and below it its parts.
struct MeasureDetails {
  private let state: ConsoleState
  private let loaded: Loaded
  private let parts: MeasureParts
  private let head: MeasureHead

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
    parts = state.measureParts(loaded)
    head = MeasureHead(parts, loaded, state.settings)
  }

  private struct Layout {
    var blocks: [HeadBlock]
    var head: Rect
    var table: Rect
    var showsHeader: Bool
    /// Below the rows, where there is room to spare; empty where there is none.
    var chart: Rect
  }

  /// A chart of fewer rows would tell nothing.
  private static let leastChart = 10

  /// The head comes first; the rows keep two fifths of the place, so that what is worst among them is seen, and less where
  /// the details have the page to themselves and can say all.
  private func layout(in frame: Rect, _ widths: DisplayWidth) -> Layout {
    let content = Panel.content(of: frame)
    let inside = content.inset(columns: 1, rows: 0)
    let rows = parts.parts.count
    let kept = rows == 0 ? 0 : min(rows + 1, max(4, content.rows * (state.zoomed ? 1 : 2) / 5))
    let blocks = head.blocks.fitting(max(1, content.rows - kept), inside.columns, widths)
    let used = min(blocks.rowCount(inside.columns, widths), content.rows)
    // A blank line between the two, where there is one to spare.
    let gap = rows > 0 && content.rows - used > rows + 1 ? 1 : 0
    var table = rows == 0 ? content.bottom(0) : content.droppingTop(used + gap)
    let spare = rows == 0 ? content.rows - used - 1 : table.rows - rows - 2
    var chart = inside.bottom(0)
    if chartSubject != nil, spare >= MeasureDetails.leastChart {
      chart = inside.bottom(spare)
      if rows > 0 { table = table.top(rows + 1) }
    }
    return Layout(
      blocks: blocks, head: inside.top(used), table: table, showsHeader: table.rows >= 4, chart: chart)
  }

  func place(in frame: Rect, _ widths: DisplayWidth) -> PanePlace {
    let layout = layout(in: frame, widths)
    return PanePlace(pane: .parts, table: layout.table, showsHeader: layout.showsHeader)
  }

  var panel: Panel {
    let text = MeasureText(parts.owner, loaded, state.language)
    let suggested = parts.item.map { item in
      loaded.suggestionNote(
        loaded.board.districts.flatMap { $0.items.filter { $0.id == item.id } }, state.language)
    }
    return Panel(
      [Span(text.title, .title), Span(suggested ?? "", .dim)], trailing: state.position(.parts),
      focused: state.focusedPane == .parts)
  }

  /// The counted item in the city, or in the district under the cursor while the details have the focus.
  private var chartSubject: TargetKey? {
    guard let item = parts.item, item.kind == .counted else { return nil }
    if state.focusedPane == .parts, let subject = state.chartSubject { return subject }
    return TargetKey(district: loaded.snapshot.plan.cityCode, item: item.id)
  }

  func draw(in frame: Rect, on canvas: inout Canvas) {
    let layout = layout(in: frame, canvas.widths)
    layout.blocks.draw(in: layout.head, on: &canvas)
    if let subject = chartSubject, !layout.chart.isEmpty {
      let place = loaded.placeName(subject.district, state.language)
      let chart = ItemChart(state, loaded, subject)
      canvas.put(Line(place + "  ", .title) + chart.title, in: layout.chart.top(1))
      canvas.draw(chart, in: layout.chart.droppingTop(1))
    }
    guard !layout.table.isEmpty else { return }
    canvas.draw(
      PartsTable(state, loaded, parts).table(in: layout.table.columns, showsHeader: layout.showsHeader),
      in: layout.table)
  }
}
