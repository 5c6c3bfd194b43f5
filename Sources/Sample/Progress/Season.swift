import Policy

/// How a year's work spreads over its months: cumulative shares at the end of each twelfth of the period.
///
/// `front` follows the published course of subsidised training in Shanghai in 2025 (77.1 % by the end of June, 93.6 %
/// by the end of October: `domain.md` 7.1). The others are plausible shapes without a source.
enum Season: String, Sendable, CaseIterable {
  case front
  case steady
  case certificates
  case late
  case graduates
  case autumn

  /// Cumulative shares of the year's total at the end of each twelfth.
  var cumulative: [Double] {
    switch self {
    case .front: [0.10, 0.165, 0.33, 0.49, 0.64, 0.771, 0.815, 0.85, 0.895, 0.936, 0.972, 1]
    case .steady: [0.07, 0.115, 0.21, 0.305, 0.395, 0.49, 0.58, 0.665, 0.76, 0.835, 0.92, 1]
    case .certificates: [0.05, 0.085, 0.175, 0.28, 0.41, 0.56, 0.63, 0.68, 0.76, 0.83, 0.92, 1]
    case .late: [0.05, 0.09, 0.19, 0.27, 0.35, 0.45, 0.53, 0.61, 0.71, 0.80, 0.90, 1]
    case .graduates: [0.03, 0.05, 0.13, 0.25, 0.50, 0.80, 0.84, 0.85, 0.88, 0.92, 0.97, 1]
    case .autumn: [0.03, 0.06, 0.13, 0.21, 0.30, 0.40, 0.50, 0.60, 0.80, 0.90, 0.96, 1]
    }
  }

  /// The share of the year that falls on each day of the period; adds up to 1.
  ///
  /// Nothing happens on a public holiday, little at weekends and around the long festivals.
  func dailyShares(plan: Plan, calendar: WorkCalendar) -> [Double] {
    let days = max(1, plan.periodDays)
    let weights = (0..<days).map { Season.weight(of: plan.periodStart + $0, calendar: calendar) }
    var shares = [Double](repeating: 0, count: days)
    var reached = 0.0
    for (part, cumulative) in cumulative.enumerated() {
      let range = Season.part(part, plan: plan)
      let total = range.reduce(0) { $0 + weights[$1] }
      for day in range where total > 0 { shares[day] = (cumulative - reached) * weights[day] / total }
      if total > 0 { reached = cumulative }
    }
    let sum = shares.reduce(0, +)
    return sum > 0 ? shares.map { $0 / sum } : shares.map { _ in 1 / Double(days) }
  }

  /// Day indices of a twelfth of the period: the months of a calendar year, equal parts of any other period.
  private static func part(_ index: Int, plan: Plan) -> Range<Int> {
    let days = max(1, plan.periodDays)
    func bound(_ part: Int) -> Int {
      if plan.periodStart.adding(months: 12) == plan.periodEnd + 1 {
        return min(days, max(0, plan.periodStart.adding(months: part) - plan.periodStart))
      }
      return days * part / 12
    }
    let low = bound(index)
    return low..<max(low, bound(index + 1))
  }

  private static func weight(of day: Day, calendar: WorkCalendar) -> Double {
    if !calendar.isWorkingDay(day), calendar.name(of: day) != nil { return 0 }
    var weight = [0.85, 1.0, 1.1, 1.15, 1.0, 0.2, 0.1][min(6, max(0, day.weekday - 1))]
    if day.weekday > 5, calendar.isWorkingDay(day) { weight = 0.8 }
    return isNearLongFestival(day, calendar: calendar) ? weight * 0.4 : weight
  }

  private static func isNearLongFestival(_ day: Day, calendar: WorkCalendar) -> Bool {
    [-6, -4, -2, 2, 4, 6].contains { offset in
      let other = day + offset
      return (-3...3).allSatisfy { step in
        let near = other + step
        return !calendar.isWorkingDay(near) && calendar.name(of: near) != nil
      }
    }
  }
}
