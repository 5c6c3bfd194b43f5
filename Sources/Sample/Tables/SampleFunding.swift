import Policy

/// Files of funded projects: the projects, their events, payments and spending.
struct SampleFunding {
  let plan: Plan
  let options: SampleOptions
  /// Every project, by approval.
  let projects: [SampleProject]
  /// The last day of data.
  let today: Day

  private static let events: [ProjectEvent: String] = [
    .acceptance: "验收", .evaluation1: "第一年绩效评估", .evaluation2: "第二年绩效评估", .evaluation3: "第三年绩效评估", .closed: "结项",
  ]
  private static let tranches: [Tranche: String] = [
    .approval: "立项拨付", .acceptance: "验收拨付", .evaluation1: "绩效拨付（第一年）", .evaluation2: "绩效拨付（第二年）",
    .evaluation3: "绩效拨付（第三年）",
  ]

  /// Every file.
  func tables() -> [SampleTable] { [register, history] + payments + spending }

  private var register: SampleTable {
    let lines = projects.map { project in
      [
        project.id, project.base, project.name, project.approvedOn.iso, project.amount.text, project.direction,
        project.acceptanceDue.iso,
      ]
    }
    return SampleTable(
      path: "projects.csv", rows: [["编号", "基地", "名称", "立项日期", "批复金额", "方向", "计划验收日期"]] + lines)
  }

  private var history: SampleTable {
    let lines = projects.flatMap { project in
      project.events.map { [project.id, $0.date.iso, SampleFunding.events[$0.event] ?? ""] }
    }
    return SampleTable(path: "project_events.csv", rows: [["项目", "日期", "节点"]] + lines)
  }

  /// A file for each year; the oldest writes its unit, the newest names a share that does not exist.
  private var payments: [SampleTable] {
    var rows: [Entry] = []
    for project in projects {
      for payment in project.payments {
        let tranche = SampleFunding.tranches[payment.tranche] ?? ""
        rows.append(Entry(project: project.id, date: payment.date, word: tranche, amount: payment.amount))
      }
    }
    rows.sort(by: SampleFunding.earlier)
    let years = Set(rows.map(\.date.civil.year)).sorted()
    return years.enumerated().map { index, year in
      var lines = [["项目", "日期", "批次", "金额（万元）"]]
      for row in rows where row.date.civil.year == year {
        lines.append([row.project, row.date.iso, row.word, row.amount.text + (index == 0 ? "万元" : "")])
      }
      if index == years.count - 1, let project = projects.last {
        lines.append([project.id, today.iso, "补充拨付", "20.00"])
      }
      return SampleTable(path: "payments/\(year).csv", rows: lines)
    }
  }

  private var spending: [SampleTable] {
    let lines = plan.funding.costLines
    guard !lines.isEmpty else { return [] }
    let calendar = WorkCalendar(plan.calendar)
    var random = SampleRandom(seed: options.seed, "spending")
    var rows: [Entry] = []
    for project in projects where project.spent.hundredths > 0 {
      guard let first = project.payments.map(\.date).min() else { continue }
      let weights = lines.indices.map { index in random.chance(0.7) ? random.real(0.3, index == 0 ? 4 : 2) : 0 }
      let parts = apportion(project.spent.hundredths, weights: weights.contains { $0 > 0 } ? weights : [1])
      let last = project.events.last { $0.event == .closed }?.date ?? today
      for (line, part) in zip(lines, parts) where part > 0 {
        let pieces = apportion(part, weights: (0..<random.whole(1, 3)).map { _ in random.real(0.5, 1.5) })
        for piece in pieces where piece > 0 {
          let date = max(first, calendar.workingDay(onOrBefore: first + random.whole(0, max(0, last - first))))
          rows.append(Entry(project: project.id, date: date, word: line, amount: Money(hundredths: piece)))
        }
      }
    }
    rows.sort(by: SampleFunding.earlier)
    return Set(rows.map(\.date.civil.year)).sorted().map { year in
      var lines = [["项目", "日期", "科目", "金额"]]
      for row in rows where row.date.civil.year == year {
        lines.append([row.project, row.date.iso, row.word, row.amount.text])
      }
      return SampleTable(path: "spending/\(year).csv", rows: lines)
    }
  }

  /// A row of payments or spending.
  private struct Entry {
    var project: String
    var date: Day
    var word: String
    var amount: Money
  }

  private static func earlier(_ a: Entry, _ b: Entry) -> Bool {
    a.date != b.date ? a.date < b.date : a.project < b.project
  }
}
