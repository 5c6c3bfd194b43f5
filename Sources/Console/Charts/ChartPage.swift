import Policy
import Screen

/// The chart of an item on the whole page, with its figures and, where there is room, what its rates lead to.
struct ChartPage {
  private let state: ConsoleState
  private let chart: ChartState

  init(_ state: ConsoleState, _ chart: ChartState) {
    self.state = state
    self.chart = chart
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let loaded = state.loaded else { return }
    let language = state.language
    let subject = chart.subject
    let place = loaded.placeName(subject.district, language)
    let item = ItemChart(state, loaded, subject)
    canvas.clipped(to: rect) { canvas in
      canvas.clear(rect)
      let title = Line(place + "  ", .title) + item.title
      canvas.draw(
        Panel(title, trailing: [Span("V", .key), Span(language(ChartWord.next), .dim)], focused: true), in: rect)
      var inside = rect.inset(columns: 2, rows: 1)
      if inside.rows > 3 {
        canvas.draw(KeyBar(hints, indent: 0), in: inside.bottom(1))
        inside = inside.droppingBottom(1)
      }
      if inside.rows > 3 {
        canvas.put(facts(loaded), in: inside.top(1))
        inside = inside.droppingTop(1)
      }
      if inside.rows >= 24, let scenarios = loaded.scenarios(subject) {
        let below = inside.bottom(scenarios.rows.count + 2)
        canvas.draw(ScenarioTable.table(scenarios, language), in: below.droppingTop(1).left(56))
        inside = inside.droppingBottom(below.rows)
      }
      canvas.draw(item, in: inside)
    }
  }

  private func facts(_ loaded: Loaded) -> Line {
    guard let progress = loaded.progress(chart.subject) else { return .empty }
    let language = state.language
    let actual = Format.count(progress.actual) + (progress.target.map { " / " + Format.count($0) } ?? "")
    var parts: [Line] = [
      Line(progress.status.mark + " " + language(progress.status.word), progress.status.role), Line(SafeText(actual)),
    ]
    if progress.attainment != nil {
      parts.append([
        Span(SafeText(Format.percent(progress.attainment) + "%")),
        Span(SafeText(" (" + Format.lead(progress.lead) + ")"), progress.status.role),
      ])
    }
    if let forecast = progress.forecast, progress.status != .done { parts.append(forecast.line(language)) }
    return .joined(parts, separator: "  ")
  }

  private var hints: [KeyBar.Hint] {
    let language = state.language
    return [
      KeyBar.Hint("Esc", language(Phrase("关闭", " close")), priority: 9),
      KeyBar.Hint("V", language(ChartWord.next), priority: 8),
      KeyBar.Hint("j k", language(Phrase("换指标", " item")), priority: 7),
      KeyBar.Hint("[ ]", language(Phrase("换区", " district")), priority: 6),
      KeyBar.Hint("p", language(Phrase("倒推", " work back")), priority: 5),
      KeyBar.Hint("E", language(Phrase("差距分解", " gap")), priority: 4),
      KeyBar.Hint("i", language(Phrase("溯源", " source")), priority: 3),
      KeyBar.Hint("< >", language(Phrase("前后一天", " a day")), priority: 2),
    ]
  }
}

extension Loaded {
  /// A district's name; the whole city by the city's code.
  func placeName(_ code: DistrictCode, _ language: Language) -> SafeText {
    if code == snapshot.plan.cityCode { return language(CommonWord.city) }
    guard let district = district(code)?.district else { return SafeText(code.rawValue) }
    return district.displayName(language)
  }
}
