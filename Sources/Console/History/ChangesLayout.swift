import Policy
import Screen

/// What the list of changes shows, and where: drawing and navigation both go by it.
struct ChangesLayout {
  let state: ConsoleState
  let shown: ChangesState
  let rows: [ChangeRow]
  let box: Rect
  /// The parts inside the box, from above.
  let bases: Rect
  let summary: Rect
  let table: Rect
  let details: Rect
  let bar: Rect

  init(_ state: ConsoleState, _ shown: ChangesState) {
    self.state = state
    self.shown = shown
    rows = state.loaded.flatMap { loaded in shown.answer.map { ChangeRow.rows($0, loaded) } } ?? []
    let screen = Rect(state.size)
    box = screen.centered(
      Size(columns: min(screen.columns, 130), rows: min(screen.rows - 2, max(6, rows.count + 1) + 10)))
    let inside = box.inset(columns: 1, rows: 1)
    bar = inside.bottom(1)
    bases = inside.top(1)
    var rest = inside.droppingTop(1).droppingBottom(1)
    summary = rest.top(rest.rows > 4 ? 2 : 1)
    rest = rest.droppingTop(summary.rows)
    details = rest.bottom(rest.rows >= 9 && !rows.isEmpty ? 4 : 0)
    table = rest.droppingBottom(details.rows)
  }

  /// Rows seen at once.
  var height: Int { max(1, table.rows - 1) }

  /// Where the cursor is among ``rows``; nil where there are none.
  var place: Int? {
    guard !rows.isEmpty else { return nil }
    return shown.selected.flatMap { subject in rows.firstIndex { $0.subject == subject } } ?? 0
  }

  var selected: ChangeRow? { place.map { rows[$0] } }

  /// The day before which days count as old.
  var baseDay: Day? { shown.answer?.since.map { Day(shanghai: $0) } }
}
