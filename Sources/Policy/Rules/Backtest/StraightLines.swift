/// What a forecast must beat: actual ÷ elapsed share of the period.
struct StraightLines {
  let byDays: Double
  let byWorkingDays: Double

  init(actual: Double, span: StraightSpan) {
    byDays = actual / span.days
    byWorkingDays = actual / span.workingDays
  }
}

/// How much of a period has elapsed.
struct StraightSpan {
  /// Share of calendar days, above 0.
  let days: Double
  /// Share of working days; that of calendar days where none has been.
  let workingDays: Double

  init(plan: Plan, calendar: WorkCalendar, asOf day: Day) {
    let all = calendar.workingDays(after: plan.periodStart - 1, through: plan.periodEnd)
    let spent = calendar.workingDays(after: plan.periodStart - 1, through: day)
    days = Double(max(1, day - plan.periodStart + 1)) / Double(max(1, plan.periodDays))
    workingDays = all > 0 && spent > 0 ? Double(spent) / Double(all) : days
  }
}
