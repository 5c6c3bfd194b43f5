import Policy
import Screen

/// What each rate leads to by the year's end, a line each.
enum ScenarioTable {
  static func table(_ scenarios: Scenarios, _ language: Language) -> Table {
    Table(columns: columns(language), rows: scenarios.rows.map { cells($0, language) }, focused: false)
  }

  /// The same as lines, for a page of text.
  static func lines(_ scenarios: Scenarios, _ language: Language, columns: Int) -> [Line] {
    var canvas = Canvas(size: Size(columns: min(columns, 64), rows: scenarios.rows.count + 1))
    canvas.draw(table(scenarios, language), in: canvas.bounds)
    return canvas.frame.lines
  }

  private static func columns(_ language: Language) -> [TableColumn] {
    [
      language.column(ChartWord.basis.phrase, 10, priority: 100, flexible: true),
      language.column(ChartWord.rate.phrase, 6, align: .right, priority: 90),
      language.column(ChartWord.yearEnd.phrase, 9, align: .right, priority: 80),
      language.column(ChartWord.share.phrase, 6, align: .right, priority: 95),
      language.column(ChartWord.reached.phrase, 8, align: .right, priority: 85),
    ]
  }

  private static func cells(_ row: Scenarios.Row, _ language: Language) -> [TableCell] {
    let scenario = row.scenario
    let role = scenario.status.role
    let yearEnd = scenario.yearEnd.rounded()
    let count = Int64(exactly: yearEnd).map { Format.short($0, language) } ?? "--"
    return [
      .text(label(row.basis, language), .dim),
      figure(Format.rate(scenario.rate)),
      figure(count),
      figure(Format.percent(scenario.share), role),
      .text(reach(scenario.reach, language), role),
    ]
  }

  private static func label(_ basis: Scenarios.Basis, _ language: Language) -> SafeText {
    switch basis {
    case .last5: language(ChartWord.last5)
    case .last20: language(ChartWord.last20)
    case .bestWeek(let start): language(ChartWord.bestWeek) + " " + SafeText(start.monthDay)
    case .forecast: language(ChartWord.forecast)
    }
  }

  static func reach(_ reach: Scenario.Reach, _ language: Language) -> SafeText {
    switch reach {
    case .already: language(ChartWord.already)
    case .on(let day): SafeText(day.monthDay)
    case .never: language(ChartWord.never)
    }
  }
}
