import Policy
import Screen

/// What changed since a base: a line for each figure and target, in groups by district.
struct ChangesView {
  private let layout: ChangesLayout

  init(_ layout: ChangesLayout) { self.layout = layout }

  private var language: Language { layout.state.language }
  private var shown: ChangesState { layout.shown }

  func draw(on canvas: inout Canvas) {
    canvas.clipped(to: layout.box) { canvas in
      canvas.clear(layout.box)
      let position: SafeText = layout.place.map { "\($0 + 1)/\(layout.rows.count)" } ?? ""
      canvas.draw(Panel(title: language(HistoryWord.changes), trailing: position, focused: true), in: layout.box)
      canvas.put(basesLine, in: layout.bases.droppingLeft(1))
      for (index, line) in summary.enumerated() {
        canvas.put(line, in: layout.summary.droppingTop(index).top(1).droppingLeft(1))
      }
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

  private func drawBar(on canvas: inout Canvas) {
    if let text = shown.typing {
      return canvas.draw(
        TextInput(
          prompt: language(Phrase(" 自哪一天日终: ", " Since the end of: ")), before: SafeText(text),
          placeholder: language(Phrase("8-31 或 2026-08-31，回车确定，Esc 取消", "8-31 or 2026-08-31; Enter asks, Esc cancels"))),
        in: layout.bar)
    }
    canvas.draw(
      KeyBar([
        KeyBar.Hint("Esc", language(Phrase(" 关闭", " close")), priority: 5),
        KeyBar.Hint("Enter", language(Phrase(" 打开该区", " open")), priority: 4),
        KeyBar.Hint("Tab", language(Phrase(" 换起点", " base")), priority: 3),
        KeyBar.Hint("t", language(Phrase(" 日期", " date")), priority: 2),
        KeyBar.Hint("v", language(Phrase(" 历史修订", " revisions")), priority: 1),
      ]), in: layout.bar)
  }

  /// The hardware cursor follows the line, for screen readers and braille displays.
  private func placeCursor(on canvas: inout Canvas) {
    guard let place = layout.place else { return }
    let row = place - tableWidget.window.visibleRows(in: layout.table).lowerBound
    let body = tableWidget.window.body(of: layout.table)
    guard row >= 0, row < body.rows else { return }
    canvas.placeCursor(Point(column: body.column, row: body.row + row))
  }

  // MARK: Bases

  /// The bases with the chosen one in brackets.
  private var baseParts: [(text: SafeText, base: ChangesBase?)] {
    var parts = layout.state.changesBases.map { word, base in (text: language(word), base: ChangesBase?.some(base)) }
    if case .day(let day) = shown.question.base, !parts.contains(where: { $0.base == shown.question.base }) {
      parts.append((text: SafeText(day.iso), base: shown.question.base))
    } else {
      parts.append((text: language(HistoryWord.typedDay), base: nil))
    }
    return parts.map { part in
      part.base == shown.question.base ? ("[" + part.text + "]", part.base) : (" " + part.text + " ", part.base)
    }
  }

  private var basesLine: Line {
    var line = Line(language(HistoryWord.base) + " ", .dim)
    for part in baseParts {
      line.append(part.text, part.base == shown.question.base ? .tabActive : part.base == nil ? .dim : .text)
    }
    return line
  }

  /// The base that stands at `point`.
  func base(at point: Point) -> ChangesBase? {
    guard point.row == layout.bases.row else { return nil }
    let widths = DisplayWidth(ambiguous: layout.state.settings.ambiguousWidth)
    var column = layout.bases.column + 1 + widths.width(of: language(HistoryWord.base) + " ")
    for part in baseParts {
      let width = widths.width(of: part.text)
      if (column..<column + width).contains(point.column) { return part.base }
      column += width
    }
    return nil
  }

  // MARK: What changed in all

  private var summary: [Line] {
    guard let answer = shown.answer, shown.trouble == nil else {
      if let trouble = shown.trouble { return [Line(StoreWords.short(trouble, language), .warning)] }
      return [Line(language(HistoryWord.asking), .dim)]
    }
    guard answer.keptSince != nil else { return [Line(language(HistoryWord.nothingKept), .dim)] }
    var first = [Line(HistoryText(language).since(answer), .text)]
    if answer.question != shown.question { first.append(Line(language(HistoryWord.asking), .dim)) }
    if let trouble = layout.state.storeTrouble { first.append(Line(StoreWords.short(trouble, language), .warning)) }
    func number(_ word: HistoryWord, _ count: Int) -> Line {
      Line(word.phrase.text(language, number: count), count == 0 ? .dim : .text)
    }
    first.append(number(.files, answer.files))
    first.append(number(.figures, answer.figures.count))
    if !answer.targets.isEmpty { first.append(number(.targets, answer.targets.count)) }
    return [.joined(first, separator: "  "), cityLine(answer)]
  }

  /// What all districts' changes come to, item by item.
  private func cityLine(_ answer: KnownChanges) -> Line {
    let sums = Dictionary(answer.figures.map { ($0.key.item, $0.difference) }) { $0.addingSaturated($1) }
    guard !sums.isEmpty else { return .empty }
    var line = Line(language(HistoryWord.city), .dim)
    for (item, sum) in sums.sorted(by: { $0.key < $1.key }) {
      line.append("  " + name(item) + " ", .dim)
      line.append(SafeText(Format.signedCount(sum)), sum < 0 ? .watch : .changed)
    }
    return line
  }

  private var nothing: [Line] {
    guard let answer = shown.answer, shown.trouble == nil else {
      guard let trouble = shown.trouble else { return [] }
      return [Line(SafeText(StoreWords.message(trouble, language)), .dim)]
    }
    guard let kept = answer.keptSince else {
      return [Line(language(HistoryWord.nothingKeptYet), .text)]
    }
    let since = language(HistoryWord.keptSince) + SafeText(ShanghaiTime(seconds: kept).dateAndClock)
    return [
      Line(language(HistoryWord.noChange), .text), Line(since, .dim), .empty,
      Line(language(HistoryWord.nothingKeptYet), .dim),
    ]
  }

  // MARK: Rows

  private func name(_ item: ItemID) -> SafeText { HistoryText(language).name(item, layout.state.loaded) }
  private func name(_ code: DistrictCode) -> SafeText { HistoryText(language).name(code, layout.state.loaded) }

  var tableWidget: Table {
    let rows = layout.rows
    return Table(
      columns: [
        language.column(HistoryWord.district.phrase, 10, priority: 100),
        language.column(HistoryWord.item.phrase, 12, ideal: 24, priority: 99, flexible: true),
        language.column(HistoryWord.before.phrase, 9, ideal: 11, align: .right, priority: 96),
        language.column(HistoryWord.after.phrase, 9, ideal: 11, align: .right, priority: 97),
        language.column(HistoryWord.change.phrase, 9, ideal: 11, align: .right, priority: 98),
        language.column(HistoryWord.ofTarget.phrase, 7, align: .right, priority: 95),
        language.column(HistoryWord.revised.phrase, 8, align: .right, priority: 94),
      ],
      rowCount: rows.count, selected: layout.place, firstRow: shown.offset,
      cells: { [self] index in rows.indices.contains(index) ? cells(rows[index]) : [] })
  }

  private func cells(_ row: ChangeRow) -> [TableCell] {
    let key = row.subject.key
    var item = name(key.item)
    if case .target = row.subject { item += " " + language(HistoryWord.target) }
    let share = Format.lead(row.share.map { $0 * 100 })
    return [
      .text(row.isFirst ? name(key.district) : "", .title), .text(item),
      figure(row.before.map { Format.short($0, language) } ?? "--", .dim),
      figure(row.after.map { Format.short($0, language) } ?? "--"),
      figure(HistoryText.signed(row.difference, language), row.difference < 0 ? .watch : .changed),
      figure(share),
      figure(row.revised == 0 ? "--" : HistoryText.signed(row.revised, language), .watch),
    ]
  }

  // MARK: What the cursor is on, in full

  private var details: [Line] {
    guard let row = layout.selected, let loaded = layout.state.loaded else { return [] }
    let key = row.subject.key
    let item = loaded.item(key.item)?.label.text(language) ?? SafeText(key.item.rawValue)
    var first: [Span] = [Span(name(key.district) + "  ", .title), Span(SafeText(key.item.rawValue) + "  " + item)]
    if case .target = row.subject { first.append(Span("  " + language(HistoryWord.target))) }
    func value(_ value: Int64?) -> SafeText { SafeText(value.map { Format.count($0) } ?? "--") }
    var second = [
      Span(value(row.before) + " -> " + value(row.after) + "  "),
      Span(SafeText(Format.signedCount(row.difference)), row.difference < 0 ? .watch : .changed),
    ]
    if let share = row.share {
      second.append(Span("  " + language(HistoryWord.ofTarget) + SafeText(" " + Format.lead(share * 100)), .dim))
    }
    guard case .figure = row.subject, let day = layout.baseDay else { return [Line(first), Line(second)] }
    let later = row.difference.subtractingSaturated(row.revised)
    let third = [
      Span(language(HistoryWord.earlierDays) + SafeText(" (< \(day.monthDay)) "), .dim),
      Span(SafeText(Format.signedCount(row.revised)), row.revised == 0 ? .dim : .watch),
      Span("  " + language(HistoryWord.laterDays) + " ", .dim),
      Span(SafeText(Format.signedCount(later)), later == 0 ? .dim : .changed),
    ]
    return [Line(first), Line(second), Line(third)]
  }
}
