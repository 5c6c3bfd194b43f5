import Policy
import Screen

/// What an item's rates lead to and its chart, as lines of its details.
struct ItemDetailChart {
  private let state: ConsoleState
  private let loaded: Loaded
  private let subject: TargetKey

  init(_ state: ConsoleState, _ loaded: Loaded, _ subject: TargetKey) {
    self.state = state
    self.loaded = loaded
    self.subject = subject
  }

  private static let rows = 14

  var lines: [Line] {
    guard loaded.progress(subject) != nil else { return [] }
    let columns = DetailBox.inner(state.size)
    var lines: [Line] = []
    if let scenarios = loaded.scenarios(subject) {
      lines += [.empty] + ScenarioTable.lines(scenarios, state.language, columns: columns)
      lines.append(Line(" " + state.language(ChartWord.bestNote), .dim))
    }
    let chart = ItemChart(state, loaded, subject)
    var canvas = Canvas(
      size: Size(columns: columns, rows: ItemDetailChart.rows), glyphs: state.settings.glyphs,
      ambiguousWidth: state.settings.ambiguousWidth)
    canvas.draw(chart, in: canvas.bounds)
    return lines + [.empty, chart.title] + canvas.frame.lines
  }
}
