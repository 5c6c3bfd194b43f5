import Policy

/// Milestones: done, done late, due soon, overdue and open ones; closing duties with a row for each district.
struct SampleMilestones {
  let plan: Plan
  let options: SampleOptions
  /// The last day of data: what was done after it is not known yet.
  let today: Day

  /// Item, due and done of the city's rows as month × 100 + day; 0 = none.
  private static let city: [(item: String, due: Int, done: Int, note: String)] = [
    ("M01.06", 1231, 0, "征求意见"), ("M01.07", 1215, 0, "会签"), ("M02.02", 1231, 0, "数据采集完成"),
    ("M02.03", 930, 1021, "已公布"), ("M02.04", 630, 520, ""), ("M03.02", 630, 612, ""), ("M03.03", 731, 725, ""),
    ("M03.04", 930, 916, ""), ("M04.02", 1231, 0, "专家论证"), ("M05.03", 1031, 0, "待国家层面反馈"), ("M07.02", 831, 925, ""),
    ("M08.05", 1231, 0, ""), ("M08.06", 1130, 0, ""), ("M10.02", 1215, 0, "送审"), ("M10.07", 1231, 0, ""),
    ("M12.06", 630, 626, "第一批"), ("M12.06", 1210, 0, "第二批"), ("M12.07", 1231, 0, ""), ("M12.08", 930, 928, ""),
    ("M13.01", 430, 422, ""), ("M13.02", 0, 915, ""), ("M16.04", 1031, 1030, ""),
  ]

  /// A file of the city's and one of the districts' rows.
  func tables() -> [SampleTable] {
    let known = Set(plan.items.filter { $0.kind == .milestone }.map(\.id.rawValue))
    let header = ["指标", "区", "期限", "完成日期", "备注"]
    var lines = SampleMilestones.city.filter { known.contains($0.item) }.map { row in
      [row.item, "", day(row.due)?.iso ?? "", done(day(row.done)), row.note]
    }
    if known.contains("M13.05") { lines += monthly(item: "M13.05") }
    if lines.isEmpty { lines = others }
    return [
      SampleTable(path: "milestones/city.csv", rows: [header] + lines),
      SampleTable(path: "milestones/districts.csv", rows: [header] + districtRows(known: known)),
    ]
  }

  /// Rows of a plan whose milestones no story is told of: done in time, late, or still to come, by turns.
  private var others: [[String]] {
    plan.items.filter { $0.kind == .milestone }.enumerated().flatMap { index, item -> [[String]] in
      guard let due = item.due else { return [] }
      let id = item.id.rawValue
      guard item.recurring else { return [[id, "", due.iso, done([due - 21, due + 9, due - 3][index % 3]), ""]] }
      let dues = (1...4).map { plan.periodStart + plan.periodDays * $0 / 4 - 1 }
      return dues.map { [id, "", $0.iso, done($0 - 5), ""] }
    }
  }

  private func monthly(item: String) -> [[String]] {
    var random = SampleRandom(seed: options.seed, "monthly", item)
    return (1...12).map { month in
      let due = plan.periodStart.adding(months: month) - 1
      let late = month == 7
      let published = late ? due + 6 : due - random.whole(2, 14)
      return [item, "", due.iso, done(published), "\(month)月主题赛"]
    }
  }

  private func districtRows(known: Set<String>) -> [[String]] {
    var random = SampleRandom(seed: options.seed, "duties")
    let areas = Area.districts(of: plan)
    var lines: [[String]] = []
    for duty in plan.closing {
      guard let due = duty.due else { continue }
      let early = due.civil.month <= 6
      for (index, area) in areas.enumerated() {
        let usual = early ? due - random.whole(2, 55) : (index % 3 == 1 ? due - random.whole(45, 100) : nil)
        let finished = exception(duty: duty.id.rawValue, district: area.code, due: due, usual: usual)
        lines.append([duty.id.rawValue, area.name, early ? due.iso : "", done(finished), ""])
      }
    }
    for item in ["M08.05", "M10.07"] where known.contains(item) {
      for area in areas {
        let finished = random.chance(0.45) ? plan.periodEnd - random.whole(45, 160) : nil
        lines.append([item, area.name, "", done(finished), ""])
      }
    }
    return lines
  }

  /// A few districts are late with the duties of the first half-year; one still owes its targets.
  private func exception(duty: String, district: String, due: Day, usual: Day?) -> Day? {
    switch (duty, district) {
    case ("D00.01", "310118"): nil
    case ("D00.01", "310113"), ("D00.01", "310151"): due + 14
    case ("D00.02", "310116"): due + 20
    default: usual
    }
  }

  private func day(_ monthDay: Int) -> Day? { Day(year: plan.year, month: monthDay / 100, day: monthDay % 100) }

  private func done(_ day: Day?) -> String {
    guard let day, day <= today else { return "" }
    return day.iso
  }
}
