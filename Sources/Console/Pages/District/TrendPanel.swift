import Policy
import Screen

/// The selected item by week, and what its rates lead to by the end of the year.
struct TrendPanel {
  private let state: ConsoleState
  private let loaded: Loaded
  private let board: DistrictBoard
  private let item: ItemProgress?

  init(_ state: ConsoleState, _ loaded: Loaded, _ board: DistrictBoard) {
    self.state = state
    self.loaded = loaded
    self.board = board
    let selected = state.selectedRow(of: .targets)
    item = board.items.first { $0.id.rawValue == selected } ?? board.items.first
  }

  var title: SafeText { name + " " + state.language(DistrictWord.weekly) }

  private var name: SafeText {
    guard let item else { return "" }
    return loaded.item(item.id)?.short.text(state.language) ?? SafeText(item.id.rawValue)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let item else { return }
    let weeks = WeeklySeries(loaded: loaded, item: item.id, district: board.district.code, weeks: max(1, rect.rows))
    let bars = zip(weeks.starts, weeks.values).map { start, value in
      BarChart.Bar(
        SafeText(start.monthDay), value: Double(max(0, value)), figure: SafeText(Format.count(value)),
        note: SafeText(holiday(from: start)))
    }
    canvas.draw(BarChart(bars), in: rect)
  }

  /// The festival in a week, so that a low bar explains itself.
  private func holiday(from start: Day) -> String {
    let calendar = loaded.snapshot.facts.calendar
    for offset in 0..<7 {
      let day = start + offset
      if let name = calendar.name(of: day), !calendar.isWorkingDay(day) {
        return state.language == .zh ? name : "holiday"
      }
    }
    return ""
  }

  // MARK: Rates

  func drawRates(in rect: Rect, on canvas: inout Canvas) {
    for (offset, line) in rateLines.prefix(rect.rows).enumerated() {
      canvas.put(line, in: rect.droppingTop(offset).top(1))
    }
  }

  private var rateLines: [Line] {
    let language = state.language
    guard let item else { return [] }
    guard let target = item.target, target > 0 else {
      return [
        Line(name, .title),
        Line([Span(language(StatusWord.noTarget), .dim)]),
        fact(OverviewWord.recent.phrase, Format.rate(item.recent20)),
      ]
    }
    let missing = max(0, target.addingSaturated(0 &- item.actual))
    let left = loaded.board.workingDaysLeft
    var lines = [
      Line([Span(name + "  ", .title), Span(language(item.status.word), item.status.role)]),
      fact(DistrictWord.remaining.phrase, Format.count(missing)),
      fact(OverviewWord.required.phrase, Format.rate(item.required)),
    ]
    let best = bestWeekRate(item)
    for (word, rate) in [
      (DistrictWord.atRate5, item.recent5), (.atRate20, item.recent20), (.atBestWeek, best),
    ] {
      lines.append(scenario(word.phrase, rate: rate, item: item, target: target, left: left))
    }
    return lines
  }

  private func fact(_ label: Phrase, _ value: String) -> Line {
    let widths = DisplayWidth()
    return Line([
      Span(widths.fit(state.language(label), 16), .dim), Span(widths.fit(SafeText(value), 9, align: .right)),
    ])
  }

  /// Where the year would end at a steady rate: arithmetic, not a forecast.
  private func scenario(_ label: Phrase, rate: Double, item: ItemProgress, target: Int64, left: Int) -> Line {
    let widths = DisplayWidth()
    let end = Double(item.actual) + rate * Double(left)
    let share = end / Double(target)
    return Line([
      Span(widths.fit(state.language(label), 16, ellipsis: ""), .dim),
      Span(widths.fit(SafeText(Format.rate(rate)), 9, align: .right)),
      Span("  " + state.language(DistrictWord.yearEnd) + " ", .dim),
      Span(SafeText(Format.percent(share)) + "%", share >= 1 ? .onPace : .lagging),
    ])
  }

  /// The best whole week of the last twelve, as a rate a working day of a five-day week.
  private func bestWeekRate(_ item: ItemProgress) -> Double {
    let weeks = WeeklySeries(loaded: loaded, item: item.id, district: board.district.code, weeks: 12)
    return Double(weeks.values.dropLast().max() ?? 0) / 5
  }
}
