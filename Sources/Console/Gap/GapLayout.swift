import Policy
import Screen

/// What the parts of a gap show, and where: drawing and navigation both go by it.
struct GapLayout {
  let state: ConsoleState
  let shown: GapState
  let box: Rect
  /// The parts inside the box, from above.
  let headline: Rect
  let tabs: Rect
  let table: Rect
  /// By what the parts are expected to bring.
  let reference: Rect
  /// The facts below a split, where there is room for them; their heading above.
  let beside: Rect
  let bar: Rect
  /// The facts as lines that fit.
  let facts: [Line]

  /// From so many rows on room is kept for facts below the split; in smaller windows they stand in what is left.
  private static let tall = 26
  /// Lines of them for which it is kept, at most; all of them have a tab of their own.
  private static let mostFacts = 8

  init(_ state: ConsoleState, _ shown: GapState) {
    self.state = state
    self.shown = shown
    let screen = Rect(state.size)
    let widths = DisplayWidth(ambiguous: state.settings.ambiguousWidth)
    let columns = max(1, min(screen.columns, 120) - 4)
    let rows = state.loaded.map { GapRows(language: state.language, loaded: $0) }
    if let rows, let explanation = shown.explanation {
      let lines = GapFactLines(rows, explanation).lines
      facts = Paragraph(lines).wrapped(columns, widths)
    } else {
      facts = []
    }
    // As tall as its longest split, so that it stands still from tab to tab: two frame lines, the headline, tabs,
    // column names, sum, reference and keys, and the facts where they stand below.
    let parts = shown.explanation?.splits.map(\.parts.count).max() ?? 0
    let tall = screen.rows - 2 >= GapLayout.tall + 2
    box = screen.centered(
      Size(
        columns: min(screen.columns, 120),
        rows: min(screen.rows - 2, max(12, parts) + 9 + (tall ? min(facts.count, GapLayout.mostFacts) + 1 : 0))))
    let inside = box.inset(columns: 1, rows: 1)
    bar = inside.bottom(1)
    var rest = inside.droppingBottom(1)
    if let rows, let explanation = shown.explanation {
      let line = rows.headline(explanation)
      headline = rest.top(min(2, Paragraph([line]).wrapped(columns, widths).count))
    } else {
      headline = rest.top(1)
    }
    rest = rest.droppingTop(headline.rows)
    tabs = rest.top(1)
    rest = rest.droppingTop(1)
    guard case .split = shown.tab else {
      (beside, reference, table) = (rest.top(0), rest.top(0), rest)
      return
    }
    // The sum stands right below the parts, and by what they are expected to bring right below the sum.
    let kept = tall ? min(facts.count, GapLayout.mostFacts, rest.rows / 3) + 1 : 0
    let count = GapLayout.parts(shown)?.parts.count ?? 1
    table = rest.top(min(max(0, rest.rows - 1 - kept), count + 2))
    rest = rest.droppingTop(table.rows)
    reference = rest.top(1)
    rest = rest.droppingTop(1)
    beside = rest.bottom(rest.rows < 3 ? 0 : min(facts.count + 1, rest.rows))
  }

  /// The parts of the split that is shown; nil while they are not known.
  var parts: GapParts? { GapLayout.parts(shown) }

  private static func parts(_ shown: GapState) -> GapParts? {
    guard case .split(let split) = shown.tab else { return nil }
    return shown.explanation?.parts(split)
  }

  /// Rows that the cursor can be on: parts, or places to which the facts can be scrolled.
  var rowCount: Int {
    if case .facts = shown.tab { return max(1, facts.count - table.rows + 1) }
    return parts?.parts.count ?? 0
  }

  /// Rows seen at once.
  var height: Int {
    if case .facts = shown.tab { return max(1, table.rows) }
    return max(1, table.rows - 2)
  }

  // MARK: What the mouse hits

  func tab(at point: Point) -> GapState.Tab? {
    let view = GapView(self)
    let widths = DisplayWidth(ambiguous: state.settings.ambiguousWidth)
    return view.tabWidget.regions(in: tabs, widths).first { $0.rect.contains(point) }.map { shown.tabs[$0.index] }
  }

  func row(at point: Point) -> Int? { GapView(self).partsTable?.window.row(at: point, in: table) }
}
