public import Policy

extension Backtest {
  /// Years made by each process, each forecast as if it were under way; the last row is all of them.
  ///
  /// - Parameters:
  ///   - plan: brings the period, the calendar and the districts.
  ///   - years: made-up years per process.
  ///   - seed: the same seed makes the same years.
  public static func madeUp(
    plan: Plan, processes: [BacktestProcess] = BacktestProcess.allCases, years: Int, seed: UInt64
  ) -> [Row] {
    withTotal(
      processes.map { process in
        let made = MadeUpYears.facts(process, plan: plan, years: years, seed: seed)
        return Row(name: process.rawValue, quarters: quarters(plan: made.plan, facts: made.facts))
      })
  }
}
