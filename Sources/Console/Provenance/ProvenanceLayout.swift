import Policy
import Screen

/// What the provenance of a figure shows, and where: drawing and navigation both go by it.
struct ProvenanceLayout {
  let state: ConsoleState
  let shown: ProvenanceState
  /// The formula; empty where there is no board.
  let lines: [FormulaLine]
  let title: SafeText
  let box: Rect
  /// The parts inside the box, from above.
  let formula: Rect
  let heading: Rect
  let files: Rect
  let details: Rect

  init(_ state: ConsoleState, _ shown: ProvenanceState) {
    self.state = state
    self.shown = shown
    let screen = Rect(state.size)
    let writer = state.loaded.map {
      FormulaWriter(language: state.language, loaded: $0, provenance: shown.provenance)
    }
    lines = writer?.lines(shown.figure) ?? []
    title = writer?.title(shown.figure) ?? ""
    let count = shown.provenance?.files.count ?? 0
    // As tall as what it holds: two frame lines, formula, heading and column names, files, their details.
    let rows = shown.rows == nil ? lines.count + max(1, count) + 8 : screen.rows
    box = screen.centered(Size(columns: min(screen.columns, 160), rows: min(screen.rows - 2, rows)))
    var rest = box.inset(columns: 1, rows: 1)
    // Three files and their headings are always seen; then the formula, what the cursor is on in full, more files.
    let least = min(count, 3) + 2
    formula = rest.top(min(lines.count, max(rest.rows - least, rest.rows / 2)))
    rest = rest.droppingTop(formula.rows)
    details = rest.bottom(rest.rows >= least + 4 ? 4 : 0)
    rest = rest.droppingBottom(details.rows)
    heading = rest.top(rest.rows > 2 ? 1 : 0)
    files = rest.droppingTop(heading.rows)
  }

  /// The files as they are listed.
  var listed: [SourceFile] { shown.provenance?.files ?? [] }

  /// Everything that the cursor can be on.
  var places: [ProvenanceState.Cursor] {
    lines.indices.map { .line($0) } + listed.map { .file($0.path) }
  }

  /// Where the cursor is among ``places``.
  var place: Int {
    switch shown.cursor {
    case .start: listed.isEmpty ? 0 : lines.count
    case .line(let index): max(0, min(index, lines.count - 1))
    case .file(let path): lines.count + (listed.firstIndex { $0.path == path } ?? 0)
    }
  }

  /// The file that the cursor is on.
  var selectedFile: SourceFile? {
    let index = place - lines.count
    let listed = listed
    return listed.indices.contains(index) ? listed[index] : nil
  }

  /// Files seen at once.
  var filesHeight: Int { max(1, files.rows - 1) }

  /// Where the rows of a file are drawn.
  var rowsTable: Rect { box.inset(columns: 1, rows: 1).droppingTop(1) }

  /// Rows of a file seen at once.
  var rowsHeight: Int { max(1, rowsTable.rows - 1) }

  /// What the mouse hits.
  func cursor(at point: Point) -> ProvenanceState.Cursor? {
    let table = ProvenanceView(self)
    if let row = table.formulaTable.window.row(at: point, in: formula) { return .line(row) }
    let listed = listed
    if let row = table.filesTable.window.row(at: point, in: files), listed.indices.contains(row) {
      return .file(listed[row].path)
    }
    return nil
  }
}
