import Policy
import Screen

/// What an item still needs, how sure its target is, and what its rates lead to.
struct RatesPanel: Widget {
  private let loaded: Loaded
  private let subject: TargetKey
  private let language: Language

  init(_ state: ConsoleState, _ loaded: Loaded, _ subject: TargetKey) {
    self.loaded = loaded
    self.subject = subject
    language = state.language
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let progress = loaded.progress(subject) else { return }
    let text = rect.inset(columns: 1, rows: 0)
    let head = head(progress)
    for (offset, line) in head.prefix(rect.rows).enumerated() { canvas.put(line, in: text.droppingTop(offset).top(1)) }
    guard let scenarios = loaded.scenarios(subject) else { return }
    let below = rect.droppingTop(head.count)
    let table = below.top(scenarios.rows.count + 1)
    canvas.draw(ScenarioTable.table(scenarios, language), in: table)
    let note = text.droppingTop(head.count + table.rows)
    canvas.draw(Paragraph([Line(language(ChartWord.bestNote), .dim)]), in: note)
  }

  private func head(_ progress: ItemProgress) -> [Line] {
    let name = loaded.item(subject.item)?.short.text(language) ?? SafeText(subject.item.rawValue)
    let status = progress.status == .noTarget ? "" : progress.status.mark + " "
    var first: Line = [Span(name + "  ", .title), Span(status + language(progress.status.word), progress.status.role)]
    guard let remaining = loaded.remaining(subject) else {
      return [first, fact(OverviewWord.recent.phrase, Format.rate(progress.recent20))]
    }
    if let forecast = progress.forecast, remaining.missing > 0 {
      first.append("   ")
      first.spans += forecast.line(language).spans
    }
    return [
      first,
      .joined(
        [
          fact(ChartWord.missing.phrase, Format.count(remaining.missing)),
          fact(OverviewWord.required.phrase, Format.rate(remaining.required)),
          fact(OverviewWord.multiple.phrase, Format.multiple(progress.multiple)),
        ], separator: "  "),
    ]
  }

  private func fact(_ label: Phrase, _ value: String) -> Line {
    [Span(language(label) + " ", .dim), Span(SafeText(value))]
  }
}
