package import Policy
import Screen

/// Months that had closed and whose figures changed, standing over the page.
package struct RevisionsState: Hashable, Sendable {
  package var question: RevisionsQuestion
  /// The district that `Tab` goes back to; nil: there is none, all are listed.
  package var district: DistrictCode?
  /// What came last, perhaps of the question before; nil while nothing has.
  package var list: RevisionList?
  /// Why the store cannot tell; nil while it can.
  package var trouble: StoreTrouble?
  /// The row under the cursor; nil: the first one.
  package var selected: Revision?
  /// The first row shown.
  package var offset = 0
  /// Only rows that match are shown; empty: all.
  package var filter = ""
  /// The filter is typed.
  package var isTyping = false

  package init(_ question: RevisionsQuestion) {
    self.question = question
    district = question.district
  }
}

/// What the list of revisions shows, and where: drawing and navigation both go by it.
struct RevisionsLayout {
  let state: ConsoleState
  let shown: RevisionsState
  /// Those that match the filter.
  let rows: [Revision]
  let box: Rect
  let summary: Rect
  let table: Rect
  let details: Rect
  let bar: Rect

  init(_ state: ConsoleState, _ shown: RevisionsState) {
    self.state = state
    self.shown = shown
    rows = RevisionsLayout.matching(state, shown)
    let screen = Rect(state.size)
    box = screen.centered(
      Size(columns: min(screen.columns, 150), rows: min(screen.rows - 2, max(6, rows.count + 1) + 8)))
    let inside = box.inset(columns: 1, rows: 1)
    bar = inside.bottom(1)
    summary = inside.top(1)
    let rest = inside.droppingTop(1).droppingBottom(1)
    details = rest.bottom(rest.rows >= 9 && !rows.isEmpty ? 4 : 0)
    table = rest.droppingBottom(details.rows)
  }

  private static func matching(_ state: ConsoleState, _ shown: RevisionsState) -> [Revision] {
    let all = shown.list?.revisions ?? []
    guard !shown.filter.isEmpty else { return all }
    let query = Search.folded(shown.filter)
    let text = HistoryText(state.language)
    return all.filter { revision in
      let own = [
        text.name(revision.key.district, state.loaded).string, text.name(revision.key.item, state.loaded).string,
        revision.key.item.rawValue, revision.month.iso, text.kind(revision).string,
      ]
      return Search.matches(
        query, in: own + revision.parts.map(\.path) + state.districtTexts(revision.key.district))
    }
  }

  /// Rows seen at once.
  var height: Int { max(1, table.rows - 1) }

  /// Where the cursor is among ``rows``; nil where there are none.
  var place: Int? {
    guard !rows.isEmpty else { return nil }
    return shown.selected.flatMap { rows.firstIndex(of: $0) } ?? 0
  }

  var selected: Revision? { place.map { rows[$0] } }
}
