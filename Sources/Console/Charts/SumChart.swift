import Policy
import Screen

/// 累计: the running sum of an item against target and pace, the year before, and what may come.
struct SumChart {
  private let course: BurnUp
  private let language: Language

  init(_ course: BurnUp, _ language: Language) {
    self.course = course
    self.language = language
  }

  /// Days are counted from the morning of the period's first: a day's sum stands at its end.
  private func x(_ day: Day) -> Double { Double(day - course.start + 1) }

  private var whole: Double { x(course.end) }

  var plot: Plot {
    var plot = Plot(
      x: 0...max(1, whole), y: range, ticks: AxisText.months(from: course.start, through: course.end, language)
    ) { [language] in AxisText.figure($0, step: $1, language) }
    if let fan = course.fan {
      plot.bands = [
        Plot.Band(
          low: fan.points.map { Plot.Place(x($0.day), $0.p10) }, high: fan.points.map { Plot.Place(x($0.day), $0.p90) },
          ChartPens.interval)
      ]
      plot.curves.append(Plot.Curve(fan.points.map { Plot.Place(x($0.day), $0.p50) }, ChartPens.median))
    }
    if let target = course.target {
      plot.curves.append(
        Plot.Curve([Plot.Place(0, Double(target)), Plot.Place(whole, Double(target))], ChartPens.target))
      plot.curves.append(Plot.Curve([Plot.Place(0, 0), Plot.Place(whole, Double(target))], ChartPens.pace))
    }
    let sums = course.actual.enumerated().map { Plot.Place(Double($0.offset + 1), Double($0.element)) }
    plot.curves.append(Plot.Curve([Plot.Place(0, 0)] + sums, ChartPens.actual))
    plot.marks = course.published.map { Plot.Mark(Plot.Place(x($0.day), $0.value), ChartPens.published, .title) }
    return plot
  }

  /// From nothing, or from below where corrections outweigh counts, to a little above all that is drawn. A fan that is
  /// wide early in the year does not press the rest to the ground.
  private var range: ClosedRange<Double> {
    let counted = course.actual.map { Double($0) }
    let fan = course.fan?.points.last
    let before = course.published.map(\.value).max() ?? 0
    let sure = max(1, Double(course.target ?? 0), counted.max() ?? 0, fan?.p50 ?? 0, before)
    let low = min(0, counted.min() ?? 0)
    return low...(max(sure, min(fan?.p90 ?? 0, sure * 1.5)) * 1.04)
  }

  var legend: PlotLegend {
    var entries = [PlotLegend.Entry(ChartPens.actual, named(.actual, Double(course.actual.last ?? 0)))]
    if let target = course.target {
      entries.append(PlotLegend.Entry(ChartPens.target, named(.target, Double(target))))
      entries.append(PlotLegend.Entry(ChartPens.pace, named(.pace, course.pace(on: course.asOf) ?? 0)))
    }
    if let end = course.fan?.points.last {
      entries.append(PlotLegend.Entry(ChartPens.median, named(.median, end.p50)))
      entries.append(
        PlotLegend.Entry(
          ChartPens.interval,
          [Span(language(ChartWord.interval) + " ", .dim), Span(figure(end.p10) + "-" + figure(end.p90))]))
    }
    entries += course.published.map { point in
      PlotLegend.Entry(
        sign: ChartPens.published, .title,
        [
          Span(language(ChartWord.published) + " ", .dim),
          Span((point.isAbout ? "~" : "") + SafeText(point.day.monthDay) + " " + figure(point.value)),
          Span(" (" + SafeText(point.source) + ")", .dim),
        ])
    }
    return PlotLegend(entries)
  }

  private func named(_ word: ChartWord, _ value: Double) -> Line {
    [Span(language(word) + " ", .dim), Span(figure(value))]
  }

  private func figure(_ value: Double) -> SafeText { SafeText(Format.decimal(value, places: 0)) }
}
