import Policy
import Screen

/// 速率: what a working day brought lately on each day of the year, beside what was then required.
struct RateChart {
  private let course: BurnUp
  private let points: [RateCourse.Point]
  private let language: Language

  init(_ course: BurnUp, calendar: WorkCalendar, _ language: Language) {
    self.course = course
    points = RateCourse(course, calendar: calendar).points
    self.language = language
  }

  var plot: Plot {
    var plot = Plot(
      x: 0...Double(max(1, course.end - course.start + 1)), y: range,
      ticks: AxisText.months(from: course.start, through: course.end, language)
    ) { [language] in AxisText.figure($0, step: $1, language) }
    func curve(_ pen: Pen, _ value: (RateCourse.Point) -> Double?) {
      let places = points.map { Plot.Place(Double($0.day - course.start + 1), value($0) ?? .nan) }
      plot.curves.append(Plot.Curve(places, pen))
    }
    curve(ChartPens.recent5, \.recent5)
    curve(ChartPens.required, \.required)
    curve(ChartPens.recent20, \.recent20)
    return plot
  }

  /// What is required grows beyond all bounds at the year's end: it leaves the chart rather than flatten the rest.
  private var range: ClosedRange<Double> {
    let recent = points.flatMap { [$0.recent5, $0.recent20] }
    let high = max(recent.max() ?? 0, min(points.last?.required ?? 0, (recent.max() ?? 0) * 2), 1e-3)
    return min(0, recent.min() ?? 0)...(high * 1.04)
  }

  var legend: PlotLegend {
    let last = points.last
    return PlotLegend([
      PlotLegend.Entry(ChartPens.recent20, named(.recent20, last?.recent20)),
      PlotLegend.Entry(ChartPens.required, named(.required, last?.required)),
      PlotLegend.Entry(ChartPens.recent5, named(.recent5, last?.recent5)),
    ])
  }

  private func named(_ word: ChartWord, _ value: Double?) -> Line {
    [Span(language(word) + " ", .dim), Span(SafeText(Format.rate(value)))]
  }
}
