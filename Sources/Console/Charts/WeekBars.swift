import Policy
import Screen

/// 每周: what each of the last weeks brought, as many as there are rows for.
struct WeekBars {
  let loaded: Loaded
  let subject: TargetKey
  let language: Language

  func chart(rows: Int) -> BarChart {
    let weeks = loaded.snapshot.facts.progress.weeks(
      item: subject.item, district: subject.district, through: loaded.board.asOf, count: max(1, rows))
    return BarChart(
      weeks.map { week in
        BarChart.Bar(
          SafeText(week.start.monthDay), value: Double(max(0, week.sum)), figure: SafeText(Format.count(week.sum)),
          note: holiday(from: week.start))
      })
  }

  /// The festival in a week, so that a low bar explains itself.
  private func holiday(from start: Day) -> SafeText {
    let calendar = loaded.snapshot.facts.calendar
    for offset in 0..<7 {
      let day = start + offset
      if let name = calendar.name(of: day), !calendar.isWorkingDay(day) {
        return language == .zh ? SafeText(name) : "holiday"
      }
    }
    return .empty
  }
}
