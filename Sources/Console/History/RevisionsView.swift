import Policy
import Screen

/// The revisions, the newest first.
struct RevisionsView {
  private let layout: RevisionsLayout

  init(_ layout: RevisionsLayout) { self.layout = layout }

  private var language: Language { layout.state.language }
  private var shown: RevisionsState { layout.shown }
  private var words: HistoryText { HistoryText(language) }

  func draw(on canvas: inout Canvas) {
    canvas.clipped(to: layout.box) { canvas in
      canvas.clear(layout.box)
      let position: SafeText = layout.place.map { "\($0 + 1)/\(layout.rows.count)" } ?? ""
      canvas.draw(Panel(title: title, trailing: position, focused: true), in: layout.box)
      canvas.put(summary, in: layout.summary.droppingLeft(1))
      if layout.rows.isEmpty {
        canvas.draw(Paragraph(nothing), in: layout.table.droppingTop(1).inset(columns: 1, rows: 0))
      } else {
        canvas.draw(tableWidget, in: layout.table)
        placeCursor(on: &canvas)
      }
      if !layout.details.isEmpty {
        canvas.hline(at: layout.details.origin, columns: layout.details.columns)
        canvas.draw(Paragraph(details), in: layout.details.droppingTop(1).inset(columns: 1, rows: 0))
      }
      drawBar(on: &canvas)
    }
  }

  private var title: SafeText {
    let place =
      shown.question.district.map { words.name($0, layout.state.loaded) } ?? language(HistoryWord.allDistricts)
    return language(HistoryWord.revisions) + "  " + place
  }

  private func drawBar(on canvas: inout Canvas) {
    if shown.isTyping {
      return canvas.draw(
        TextInput(
          prompt: language(Phrase(" 筛选: ", " Filter: ")), before: SafeText(shown.filter),
          placeholder: language(
            Phrase("区、指标、月份或文件，回车确定，Esc 取消", "district, item, month or file; Enter keeps, Esc clears"))),
        in: layout.bar)
    }
    var hints = [
      KeyBar.Hint("Esc", language(Phrase(" 关闭", " close")), priority: 5),
      KeyBar.Hint("Enter", language(Phrase(" 溯源", " provenance")), priority: 4),
      KeyBar.Hint("/", language(Phrase(" 筛选", " filter")), priority: 3),
    ]
    if shown.district != nil {
      hints.append(KeyBar.Hint("Tab", language(Phrase(" 本区或全部", " this or all")), priority: 2))
    }
    hints.append(KeyBar.Hint("d", language(Phrase(" 变化", " changes")), priority: 1))
    canvas.draw(KeyBar(hints), in: layout.bar)
  }

  /// The hardware cursor follows the line, for screen readers and braille displays.
  private func placeCursor(on canvas: inout Canvas) {
    guard let place = layout.place else { return }
    let row = place - tableWidget.window.visibleRows(in: layout.table).lowerBound
    let body = tableWidget.window.body(of: layout.table)
    guard row >= 0, row < body.rows else { return }
    canvas.placeCursor(Point(column: body.column, row: body.row + row))
  }

  private var summary: Line {
    if let trouble = shown.trouble { return Line(StoreWords.short(trouble, language), .warning) }
    guard let list = shown.list else { return Line(language(HistoryWord.asking), .dim) }
    guard let kept = list.keptSince else { return Line(language(HistoryWord.nothingKept), .dim) }
    var parts = [Line(language(HistoryWord.keptSince) + SafeText(ShanghaiTime(seconds: kept).dateAndClock), .dim)]
    if list.question != shown.question { parts.append(Line(language(HistoryWord.asking), .dim)) }
    if let trouble = layout.state.storeTrouble { parts.append(Line(StoreWords.short(trouble, language), .warning)) }
    if !shown.filter.isEmpty {
      parts.append(Line(language(CommonWord.filtered) + ":" + SafeText(shown.filter), .match))
    }
    if list.total > list.revisions.count {
      parts.append(Line(HistoryWord.some.phrase.text(language, number: list.revisions.count), .warning))
    }
    return .joined(parts, separator: "  ")
  }

  private var nothing: [Line] {
    if let trouble = shown.trouble { return [Line(SafeText(StoreWords.message(trouble, language)), .dim)] }
    guard let list = shown.list else { return [] }
    if !shown.filter.isEmpty { return [Line(language(CommonWord.noMatch), .dim)] }
    let head = list.keptSince == nil ? HistoryWord.nothingKeptYet : .noRevision
    return [Line(language(head), .text), .empty, Line(language(HistoryWord.whatIsRevision), .dim)]
  }

  // MARK: Rows

  var tableWidget: Table {
    let rows = layout.rows
    return Table(
      columns: [
        language.column(HistoryWord.when.phrase, 11, priority: 96),
        language.column(HistoryWord.district.phrase, 8, ideal: 10, priority: 100),
        language.column(HistoryWord.item.phrase, 10, ideal: 16, priority: 99),
        language.column(HistoryWord.month.phrase, 7, priority: 98),
        language.column(HistoryWord.before.phrase, 8, ideal: 11, align: .right, priority: 93),
        language.column(HistoryWord.after.phrase, 8, ideal: 11, align: .right, priority: 94),
        language.column(HistoryWord.change.phrase, 8, ideal: 11, align: .right, priority: 97),
        language.column(HistoryWord.kind.phrase, 9, priority: 90),
        language.column(HistoryWord.file.phrase, 20, ideal: 32, priority: 91, flexible: true),
      ],
      rowCount: rows.count, selected: layout.place, firstRow: shown.offset,
      cells: { [self] index in rows.indices.contains(index) ? cells(rows[index]) : [] })
  }

  private func cells(_ revision: Revision) -> [TableCell] {
    [
      .text(SafeText(ShanghaiTime(seconds: revision.at).stamp), .dim),
      .text(words.name(revision.key.district, layout.state.loaded), .title),
      .text(words.name(revision.key.item, layout.state.loaded)), .text(SafeText(revision.month.iso)),
      figure(Format.short(revision.before, language), .dim), figure(Format.short(revision.after, language)),
      figure(
        HistoryText.signed(revision.difference, language), revision.difference < 0 ? .watch : .changed),
      .text(words.kind(revision)), .text(file(revision)),
    ]
  }

  private func file(_ revision: Revision) -> SafeText {
    guard let first = revision.parts.first else { return "--" }
    let path = SafeText(first.path)
    guard revision.parts.count > 1 else { return path }
    return path + HistoryWord.moreFiles.phrase.text(language, number: revision.parts.count)
  }

  // MARK: What the cursor is on, in full

  private var details: [Line] {
    guard let revision = layout.selected, let loaded = layout.state.loaded else { return [] }
    let item = loaded.item(revision.key.item)?.label.text(language) ?? SafeText(revision.key.item.rawValue)
    let first: [Span] = [
      Span(words.name(revision.key.district, loaded) + "  ", .title),
      Span(SafeText(revision.key.item.rawValue) + "  " + item + "  "), Span(SafeText(revision.month.iso)),
    ]
    let second: [Span] = [
      Span(words.kind(revision) + "  ", .dim),
      Span(SafeText("\(Format.count(revision.before)) -> \(Format.count(revision.after))  ")),
      Span(
        SafeText(Format.signedCount(revision.difference)), revision.difference < 0 ? .watch : .changed),
      Span(SafeText("  " + ShanghaiTime(seconds: revision.at).dateAndClock), .dim),
    ]
    let files = revision.parts.prefix(4).map { SafeText($0.path + " " + Format.signedCount($0.difference)) }
    return [Line(first), Line(second), Line(files.joined(separator: "  "), .dim)]
  }
}
