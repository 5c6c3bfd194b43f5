import Policy
import Screen

/// The rows of a file that speak of a figure, as the file has them.
struct SourceRowsView {
  private let layout: ProvenanceLayout
  private let shown: SourceRowsState

  /// The widest that a column gets at once, in cells.
  private static let widest = 32

  init(_ layout: ProvenanceLayout, _ shown: SourceRowsState) {
    self.layout = layout
    self.shown = shown
  }

  private var language: Language { layout.state.language }

  func draw(on canvas: inout Canvas) {
    canvas.clipped(to: layout.box) { canvas in
      canvas.clear(layout.box)
      canvas.draw(
        Panel(title: SafeText(shown.request.path), trailing: position, focused: true), in: layout.box)
      let inside = layout.box.inset(columns: 1, rows: 1)
      canvas.put(summary, in: inside.top(1).droppingLeft(1))
      if let rows = shown.rows { canvas.draw(table(rows, canvas.widths), in: layout.rowsTable) }
      // The hardware cursor is on the first row shown, for screen readers and braille displays.
      if shown.typing == nil { canvas.placeCursor(layout.rowsTable.droppingTop(1).origin) }
    }
  }

  /// `1-20/1,204`.
  private var position: SafeText {
    guard let rows = shown.rows else { return "" }
    let last = min(rows.total, shown.offset + layout.rowsHeight)
    let first = rows.total == 0 ? 0 : shown.offset + 1
    return SafeText("\(Format.count(Int64(first)))-\(Format.count(Int64(last)))/\(Format.count(Int64(rows.total)))")
  }

  /// What must be known of all rows: that they are read, that the file changed, what they sum to.
  private var summary: Line {
    var parts: [Line] = []
    if let failure = shown.failure {
      parts.append(Line(language(ProvenanceWord.failed) + ": " + SafeText(failure), .error))
    } else if shown.isReading {
      let share = shown.share.map { SafeText(" \(Int(clamping: Int64(max(0, min(1, $0)) * 100)))%") } ?? ""
      parts.append(Line(language(ProvenanceWord.reading) + share, .changed))
    }
    if let rows = shown.rows {
      if rows.isChanged { parts.append(Line(language(ProvenanceWord.changed), .warning)) }
      if rows.total == 0, !shown.isReading { parts.append(Line(language(ProvenanceWord.noRows), .dim)) }
      if !rows.request.filter.isEmpty {
        parts.append(Line(language(CommonWord.filtered) + ":" + SafeText(rows.request.filter), .match))
      }
      parts.append(
        Line([
          Span(language(ProvenanceWord.counting) + " ", .dim), Span(SafeText(Format.count(Int64(rows.counting)))),
        ]))
      if let value = rows.value {
        parts.append(Line([Span(language(ProvenanceWord.sum) + " ", .dim), Span(SafeText(Format.value(value)))]))
      }
      if !rows.withheld.isEmpty {
        let names = rows.withheld.map { SafeText($0) }.joined(separator: " ")
        parts.append(Line(language(ProvenanceWord.withheld) + ": " + names, .warning))
      }
    }
    return .joined(parts, separator: "  ")
  }

  private func table(_ rows: SourceRows, _ widths: DisplayWidth) -> Table {
    let first = min(shown.column, max(0, rows.headers.count - 1))
    let page = rows.rows
    let start = rows.range.lowerBound
    let seen = page.dropFirst(max(0, shown.offset - start)).prefix(layout.rowsHeight)
    var columns = [
      TableColumn(language(ProvenanceWord.line), least: 7, align: .right, priority: 1000),
      TableColumn(language(ProvenanceWord.standing), least: 11, priority: 999),
    ]
    for column in rows.headers.indices.dropFirst(first) {
      let cells = seen.map { $0.cells.indices.contains(column) ? widths.width(of: SafeText($0.cells[column])) : 0 }
      let width = max(widths.width(of: SafeText(rows.headers[column])), cells.max() ?? 0)
      columns.append(
        TableColumn(
          SafeText(rows.headers[column]), least: max(2, min(width, SourceRowsView.widest)), ideal: width,
          priority: 900 - column))
    }
    return Table(
      columns: columns, rowCount: rows.total, firstRow: shown.offset,
      cells: { [language] index in
        guard page.indices.contains(index - start) else { return [.text("…", .dim)] }
        let row = page[index - start]
        let role: Role = row.standing == .counts ? .text : .dim
        let cells = row.cells.dropFirst(first).map { TableCell.text(SafeText($0), role) }
        return [.text(SafeText(String(row.line)), .dim), .text(SourceRowsView.word(row.standing, language), role)]
          + cells
      })
  }

  private static func word(_ standing: SourceRow.Standing, _ language: Language) -> SafeText {
    switch standing {
    case .counts: language(ProvenanceWord.counts)
    case .superseded: language(ProvenanceWord.superseded)
    case .refused(let code): language(ProblemWords.short(code))
    }
  }
}
