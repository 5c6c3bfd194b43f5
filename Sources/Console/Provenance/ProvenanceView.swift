package import Policy
import Screen

/// A figure's formula with its numbers, and the files that gave it.
struct ProvenanceView {
  private let layout: ProvenanceLayout

  init(_ layout: ProvenanceLayout) { self.layout = layout }

  private var language: Language { layout.state.language }

  func draw(on canvas: inout Canvas) {
    canvas.clipped(to: layout.box) { canvas in
      canvas.clear(layout.box)
      let trailing = language(ProvenanceWord.provenance)
      canvas.draw(Panel(title: layout.title, trailing: trailing, focused: true), in: layout.box)
      canvas.draw(formulaTable, in: layout.formula)
      canvas.put(heading, in: layout.heading.droppingLeft(1))
      if !layout.listed.isEmpty { canvas.draw(filesTable, in: layout.files) }
      placeCursor(on: &canvas)
      if !layout.details.isEmpty {
        canvas.hline(at: layout.details.origin, columns: layout.details.columns)
        canvas.draw(Paragraph(details), in: layout.details.droppingTop(1).inset(columns: 1, rows: 0))
      }
    }
  }

  /// The hardware cursor follows the line, for screen readers and braille displays.
  private func placeCursor(on canvas: inout Canvas) {
    let isFile = layout.place >= layout.lines.count
    let (table, area) = isFile ? (filesTable, layout.files) : (formulaTable, layout.formula)
    guard let selected = table.selected else { return }
    let row = selected - table.window.visibleRows(in: area).lowerBound
    let body = table.window.body(of: area)
    guard row >= 0, row < body.rows else { return }
    canvas.placeCursor(Point(column: body.column, row: body.row + row))
  }

  // MARK: Formula

  var formulaTable: Table {
    let widths = DisplayWidth(ambiguous: layout.state.settings.ambiguousWidth)
    let labels = layout.lines.map { widths.width(of: $0.label) }.max() ?? 0
    let results = layout.lines.map { widths.width(of: $0.result) }.max() ?? 0
    return Table(
      columns: [
        TableColumn("", least: min(labels, 30), priority: 3),
        TableColumn("", least: min(results, 24), align: .right, priority: 2),
        TableColumn("", least: 16, priority: 1, flexible: true),
      ],
      rows: layout.lines.map { line in
        let gap: SafeText = line.formula.isEmpty || line.note.isEmpty ? "" : "  "
        let equals: SafeText = line.formula.isEmpty ? "" : "= "
        return [
          .text(line.label, .dim), .text(line.result, line.role),
          .line([Span(equals + line.formula), Span(gap + line.note, .dim)]),
        ]
      },
      selected: layout.place < layout.lines.count ? layout.place : nil, firstRow: 0, showsHeader: false)
  }

  // MARK: Files

  private var heading: Line {
    guard let provenance = layout.shown.provenance else { return Line(language(ProvenanceWord.tracing), .dim) }
    if provenance.files.isEmpty { return Line(language(ProvenanceWord.noFiles), .dim) }
    let title = language(ProvenanceWord.files) + " \(provenance.files.count)"
    return Line(title, .heading)
  }

  var filesTable: Table {
    let listed = layout.listed
    let index = layout.place - layout.lines.count
    return Table(
      columns: [
        TableColumn(language(ProvenanceWord.file), least: 28, ideal: 44, priority: 10, flexible: true),
        TableColumn(language(ProvenanceWord.value), least: 11, align: .right, priority: 9),
        TableColumn(language(ProvenanceWord.previous), least: 11, align: .right, priority: 7),
        TableColumn(language(ProvenanceWord.count), least: 8, align: .right, priority: 8),
        TableColumn(language(ProvenanceWord.encoding), least: 8, priority: 3),
        TableColumn(language(ProvenanceWord.modified), least: 11, priority: 5),
        TableColumn(language(ProvenanceWord.hash), least: 12, priority: 4),
      ],
      rowCount: listed.count, selected: listed.indices.contains(index) ? index : nil,
      cells: { [language] place in listed.indices.contains(place) ? ProvenanceView.cells(listed[place], language) : [] }
    )
  }

  private static func cells(_ file: SourceFile, _ language: Language) -> [TableCell] {
    let isMoved = file.previous != nil && file.previous != file.value
    let isLost = file.superseded > 0 && file.rows == 0
    return [
      .text(SafeText(file.path), file.stale == nil ? .text : .warning),
      isLost
        ? .text(language(ProvenanceWord.superseded), .dim)
        : figure(Format.value(file.value), isMoved ? .changed : .text),
      figure(Format.value(file.previous), .dim),
      figure(file.rows.map { Format.count(Int64($0)) } ?? "--"),
      figure(file.encoding ?? "--"),
      figure(ShanghaiTime(seconds: file.modified).stamp),
      .text(file.sha256.map { SafeText($0) } ?? language(ProvenanceWord.pending), .dim),
    ]
  }

  // MARK: What the cursor is on, in full

  private var details: [Line] {
    guard let file = layout.selectedFile else {
      guard layout.lines.indices.contains(layout.place) else { return [] }
      let line = layout.lines[layout.place]
      return [[Span(line.label + "  ", .dim), Span(line.result + " ", line.role), Span(line.explanation)]]
    }
    func fact(_ word: ProvenanceWord, _ value: SafeText) -> [Span] {
      [Span(language(word) + " ", .dim), Span(value + "  ")]
    }
    var first = [Span(SafeText(file.path) + "  ")]
    if let stale = file.stale { first.append(Span(SafeText(stale) + "  ", .warning)) }
    if file.superseded > 0 {
      first.append(Span(ProvenanceWord.rowsLost.phrase.text(language, number: file.superseded), .warning))
      if let winner = file.supersededBy {
        first.append(Span(" " + language(ProvenanceWord.lostTo) + SafeText(" \(winner.path):\(winner.line)"), .warning))
      }
    }
    let second =
      fact(.table, SafeText(file.table)) + fact(.encoding, SafeText(file.encoding ?? "--"))
      + fact(.size, SafeText(Format.bytes(file.size)))
      + fact(.modified, SafeText(ShanghaiTime(seconds: file.modified).stamp))
      + (file.previous.map { fact(.previous, SafeText(Format.value($0))) } ?? [])
    return [
      Line(first), Line(second),
      Line(fact(.hash, file.sha256.map { SafeText($0) } ?? language(ProvenanceWord.pending))),
    ]
  }
}

extension Format {
  /// What a file gives: a count, 万元 or points; `--` where it is no part of a sum.
  package static func value(_ value: SourceValue?) -> String {
    switch value {
    case .count(let part): count(part)
    case .money(let part): money(part)
    case .points(let part): score(part)
    case nil: "--"
    }
  }
}
