package import Policy

/// Scores of the forecast as `jineng.backtest/1`.
package enum BacktestReport {
  package static func json(_ rows: [Backtest.Row], source: Backtest.Source) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.backtest/1")
      out.member("source", text: source.rawValue)
      out.array("rows", rows) { out, row in
        out.object { out in
          out.member("name", text: row.name)
          out.array("quarters", zip(Backtest.shares, row.quarters)) { out, quarter in
            out.object { out in
              out.member("share", quarter.0)
              out.object("districts") { $0.score(quarter.1.districts) }
              out.object("city") { $0.score(quarter.1.city) }
            }
          }
        }
      }
    }
    return out.document
  }
}

extension JSONWriter {
  fileprivate mutating func score(_ score: BacktestScore) {
    member("forecasts", score.forecasts)
    member("coverage", score.coverage)
    member("error_over_days", score.errorOverDays)
    member("error_over_working_days", score.errorOverWorkingDays)
  }
}
