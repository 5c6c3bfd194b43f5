import Policy
import Screen

/// The parts of a gap: the gap in words, a table with bars for each split, and the facts beside it.
struct GapView {
  private let layout: GapLayout

  /// Cells of a bar, its brackets included.
  private static let barWidth = 16

  init(_ layout: GapLayout) { self.layout = layout }

  private var language: Language { layout.state.language }

  func draw(on canvas: inout Canvas) {
    canvas.clipped(to: layout.box) { canvas in
      canvas.clear(layout.box)
      canvas.draw(Panel(title: title, trailing: language(GapWord.explain), focused: true), in: layout.box)
      drawInside(on: &canvas)
      canvas.draw(
        KeyBar([
          KeyBar.Hint("Esc", language(Phrase(" 关闭", " close")), priority: 5),
          KeyBar.Hint("Tab", language(Phrase(" 换一种分法", " next split")), priority: 4),
          KeyBar.Hint("j k", language(Phrase(" 移动", " move")), priority: 1),
          KeyBar.Hint("i", language(Phrase(" 溯源", " provenance")), priority: 3),
          KeyBar.Hint("y", language(Phrase(" 复制", " copy")), priority: 2),
        ]), in: layout.bar)
    }
  }

  private var title: SafeText {
    guard let loaded = layout.state.loaded else { return "" }
    return FormulaWriter(language: language, loaded: loaded, provenance: nil).title(layout.shown.figure)
  }

  private func drawInside(on canvas: inout Canvas) {
    let text = layout.headline.inset(columns: 1, rows: 0)
    guard let rows, let explanation = layout.shown.explanation else {
      canvas.put(language(GapWord.noTarget), in: text, .dim)
      return
    }
    canvas.draw(Paragraph([rows.headline(explanation)]), in: text)
    canvas.draw(tabWidget, in: layout.tabs)
    guard case .split = layout.shown.tab else {
      canvas.draw(Paragraph(layout.facts, scroll: layout.shown.cursor), in: layout.table.inset(columns: 1, rows: 0))
      return
    }
    if let table = partsTable, let parts = layout.parts {
      canvas.draw(table, in: layout.table)
      placeCursor(table, on: &canvas)
      canvas.put(rows.reference(parts), in: layout.reference.inset(columns: 1, rows: 0), .dim)
    }
    if layout.shown.isDividing {
      let place = layout.parts == nil ? layout.table.top(1) : layout.tabs
      canvas.put(
        language(GapWord.dividing), in: place.inset(columns: 1, rows: 0), .changed,
        align: layout.parts == nil ? .left : .right)
    }
    guard layout.beside.rows > 1 else { return }
    canvas.hline(at: layout.beside.origin, columns: layout.beside.columns)
    canvas.put(" " + language(GapWord.facts) + " ", in: layout.beside.top(1).droppingLeft(1), .heading)
    canvas.draw(Paragraph(layout.facts), in: layout.beside.droppingTop(1).inset(columns: 1, rows: 0))
  }

  /// The hardware cursor follows the row, for screen readers and braille displays.
  private func placeCursor(_ table: Table, on canvas: inout Canvas) {
    guard let selected = table.selected else { return }
    let row = selected - table.window.visibleRows(in: layout.table).lowerBound
    let body = table.window.body(of: layout.table)
    guard row >= 0, row < body.rows else { return }
    canvas.placeCursor(Point(column: body.column, row: body.row + row))
  }

  private var rows: GapRows? { layout.state.loaded.map { GapRows(language: language, loaded: $0) } }

  // MARK: Tabs

  var tabWidget: Tabs {
    let tabs = layout.shown.tabs
    let titles = tabs.map { tab -> SafeText in
      switch tab {
      case .split(let split): language(split.tab)
      case .facts: language(GapWord.facts)
      }
    }
    return Tabs(titles, active: tabs.firstIndex(of: layout.shown.tab) ?? 0)
  }

  // MARK: Parts

  /// The split that is shown; nil while its parts are not known.
  var partsTable: Table? {
    guard let own = layout.parts, let rows, let explanation = layout.shown.explanation else { return nil }
    let parts = own.parts
    let isMonth = own.split == .month
    let running = GapRows.running(parts)
    let scale = Scale(parts)
    return Table(
      columns: [
        TableColumn(language(own.split.heading), least: isMonth ? 12 : 20, priority: 10, flexible: true),
        TableColumn(language(GapWord.expected), least: 9, align: .right, priority: 8),
        TableColumn(language(GapWord.actual), least: 9, align: .right, priority: 7),
        TableColumn(language(GapWord.gap), least: 9, align: .right, priority: 9),
        TableColumn(language(GapWord.bar), least: GapView.barWidth, priority: 5),
        TableColumn(
          language(isMonth ? GapWord.running : .last), least: isMonth ? 9 : 7, align: isMonth ? .right : .left,
          priority: 6),
      ],
      rowCount: parts.count, selected: layout.shown.cursor, footer: footer(explanation.gap),
      cells: { index in
        guard parts.indices.contains(index) else { return [] }
        let part = parts[index]
        let isSilent = rows.isSilent(part, asOf: explanation.asOf)
        return [
          .text(rows.name(part.subject), part.isNobodys ? .dim : .text), number(part.expected), number(part.actual),
          number(part.gap, part.gap > 0 ? .lagging : part.gap < 0 ? .onPace : .dim), .widget(scale.bar(part.gap)),
          isMonth ? number(running[index]) : .text(rows.last(part), isSilent ? .silent : .dim),
        ]
      })
  }

  private func number(_ value: Int64, _ role: Role = .text) -> TableCell {
    .text(SafeText(Format.short(value, language)), role)
  }

  private func footer(_ gap: Gap) -> [TableCell] {
    [.text(language(GapWord.sum), .heading), number(gap.asked), number(gap.actual), number(gap.size)]
  }

  /// The bars of one table: the longest missing and the longest ahead both fit.
  private struct Scale {
    private let share: Int
    private let unitsPerCell: Double

    init(_ parts: [GapPart]) {
      let missing = Double(parts.map(\.gap).max().map { max(0, $0) } ?? 0)
      let ahead = -Double(parts.map(\.gap).min().map { min(0, $0) } ?? 0)
      let cells = Double(GapView.barWidth - 3)
      let all = max(1, missing + ahead)
      share = Int(min(max(missing / all, 0.1), 0.9) * 100)
      let left = max(1, (cells * Double(share) / 100).rounded(.down))
      unitsPerCell = max(1e-9, max(missing / left, ahead / max(1, cells - left)))
    }

    func bar(_ gap: Int64) -> DeviationBar {
      DeviationBar(-Double(gap), pointsPerCell: unitsPerCell, behindShare: share)
    }
  }
}

extension GapPart {
  /// No month, place or value stands behind it.
  var isNobodys: Bool {
    switch subject {
    case .month, .district, .institution, .value: false
    case .unstated, .undivided, .others, .balance: true
    }
  }
}
