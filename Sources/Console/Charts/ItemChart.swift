import Policy
import Screen

/// The chart of a counted item in a place, in the form last chosen.
struct ItemChart: Widget {
  let loaded: Loaded
  let subject: TargetKey
  let form: ChartForm
  let language: Language

  init(_ state: ConsoleState, _ loaded: Loaded, _ subject: TargetKey) {
    self.loaded = loaded
    self.subject = subject
    form = state.chartForm
    language = state.language
  }

  /// `高级工证  [累计] 每周 速率`.
  var title: Line {
    let name = loaded.item(subject.item)?.short.text(language) ?? SafeText(subject.item.rawValue)
    return Line([Span(name + "  ", .title)]) + form.tabs(language)
  }

  /// The legend stands below the curves, in at most a third of the rows.
  func draw(in rect: Rect, on canvas: inout Canvas) {
    let plot: Plot
    let legend: PlotLegend
    switch form {
    case .weeks:
      return canvas.draw(
        WeekBars(loaded: loaded, subject: subject, language: language).chart(rows: rect.rows), in: rect)
    case .sum:
      let chart = SumChart(course, language)
      (plot, legend) = (chart.plot, chart.legend)
    case .rates:
      let chart = RateChart(course, calendar: loaded.snapshot.facts.calendar, language)
      (plot, legend) = (chart.plot, chart.legend)
    }
    let below = rect.rows >= 5 ? min(legend.rows(in: rect.columns, canvas.widths), max(1, rect.rows / 4)) : 0
    canvas.draw(plot, in: rect.droppingBottom(below))
    canvas.draw(legend, in: rect.bottom(below))
  }

  private var course: BurnUp {
    BurnUp(
      plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: loaded.board.asOf, item: subject.item,
      district: subject.district, target: loaded.progress(subject)?.target)
  }
}

extension Loaded {
  /// A counted item in a district, or in the whole city by the city's code; nil where there is none.
  func progress(_ subject: TargetKey) -> ItemProgress? {
    let items =
      subject.district == snapshot.plan.cityCode ? board.city : district(subject.district)?.items ?? []
    return items.first { $0.id == subject.item }
  }

  /// What is left to do of it; nil without a target.
  func remaining(_ subject: TargetKey) -> RemainingWork? {
    progress(subject).flatMap { RemainingWork($0, left: daysLeft, thresholds: snapshot.plan.thresholds) }
  }

  /// What its rates lead to; nil without a target.
  func scenarios(_ subject: TargetKey) -> Scenarios? {
    guard let progress = progress(subject), let remaining = remaining(subject) else { return nil }
    let facts = snapshot.facts
    let weeks = facts.progress.weeks(
      item: subject.item, district: subject.district, through: board.asOf, count: Scenarios.weeks + 1)
    return Scenarios(remaining, progress, weeks: weeks.filter(\.isWhole), calendar: facts.calendar)
  }

  private var daysLeft: DaysLeft {
    DaysLeft(snapshot.facts.calendar, after: board.asOf, through: snapshot.plan.periodEnd)
  }
}
