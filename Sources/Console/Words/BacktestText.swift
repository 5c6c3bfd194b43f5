package import Policy
import Screen

/// Scores of the forecast as a table: one for districts and one for the city, a line for each process or item, three columns
/// for each point of the way.
package enum BacktestText {
  package static func text(_ rows: [Backtest.Row], source: Backtest.Source, language: Language) -> String {
    let tables = [
      table(rows, language(BacktestWord.districts)) { $0.districts },
      table(rows, language(BacktestWord.city)) { $0.city },
    ]
    let legend = [source == .madeUp ? BacktestWord.madeUp : .history, .coverage, .overDays, .overWorkingDays].map {
      language($0)
    }
    let lines = tables[0] + [.empty] + tables[1] + [.empty] + legend
    return lines.reduce("") { $0 + $1.string + "\n" }
  }

  private static let widths = DisplayWidth()
  private static let nameWidth = 15
  private static let columnWidth = 7

  private static func table(
    _ rows: [Backtest.Row], _ title: SafeText, _ score: (Backtest.Quarter) -> BacktestScore
  ) -> [SafeText] {
    let shares = Backtest.shares.map { cell(Format.decimal($0 * 100, places: 0) + " %", 3 * columnWidth) }
    let heads = shares.map { _ in cell("80%", columnWidth) + cell("/d", columnWidth) + cell("/wd", columnWidth) }
    let body = rows.map { row in
      let cells = row.quarters.map(score).map {
        cell(Format.percent($0.coverage), columnWidth) + cell(ratio($0.errorOverDays), columnWidth)
          + cell(ratio($0.errorOverWorkingDays), columnWidth)
      }
      return line(SafeText(row.name), cells)
    }
    return [line(title, shares), line(.empty, heads)] + body
  }

  private static func line(_ name: SafeText, _ cells: [SafeText]) -> SafeText {
    cells.reduce(widths.fit(name, nameWidth)) { $0 + $1 }
  }

  private static func cell(_ text: String, _ width: Int) -> SafeText {
    widths.fit(SafeText(text), width, align: .right)
  }

  private static func ratio(_ value: Double?) -> String { value.map { Format.decimal($0, places: 2) } ?? "--" }
}

/// The words of the table.
package enum BacktestWord: Wording {
  case districts, city, madeUp, history, coverage, overDays, overWorkingDays

  package var phrase: Phrase {
    switch self {
    case .districts: Phrase("各区", "districts")
    case .city: Phrase("全市", "city")
    case .madeUp:
      Phrase("虚构年份：在全年 25%、50%、75% 时预测年末", "made-up years: the year's end foretold after 25, 50 and 75 % of the year")
    case .history:
      Phrase(
        "本目录数据：在已过日数 25%、50%、75% 时预测最新一日",
        "this directory: the as-of day foretold after 25, 50 and 75 % of the days to it")
    case .coverage:
      Phrase("80%  实际落在 p10–p90 之间的比例（应为 75–90）", "80%  share of outcomes between p10 and p90 (75-90 is right)")
    case .overDays:
      Phrase(
        "/d   p50 平均绝对误差与按日历日直线推算之比（应小于 1）",
        "/d   p50's mean absolute error over that of a straight line by days (below 1)")
    case .overWorkingDays:
      Phrase("/wd  与按工作日直线推算之比", "/wd  the same over a straight line by working days")
    }
  }
}
