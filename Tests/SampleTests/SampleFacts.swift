import Policy
import Testing

@testable import Sample

extension SampleDirectory {
  /// A good row of `progress`.
  struct Count {
    var row: Row
    var day: Day
    var district: DistrictCode
    var item: ItemID
    var count: Int64
  }

  /// Good rows of `progress`, and how many others there are.
  func counts(plan: Plan) throws -> (good: [Count], refused: Int) {
    let districts = SampleDirectory.districtNames(plan)
    let counted = plan.countedItems
    var items: [String: ItemID] = [:]
    for item in counted {
      items[item.id.rawValue] = item.id
      items[item.label.zh] = item.id
    }
    var counts: [Count] = []
    var refused = 0
    for row in try rows(of: "progress") {
      guard row.fields.count == row.header.count, let day = SampleText.day(row.value("日期", "date")),
        day >= plan.periodStart, day <= plan.periodEnd, let district = districts[row.value("区", "district")],
        let item = items[row.value("指标", "item")], let count = SampleText.figure(row.value("人次", "count"))
      else {
        refused += 1
        continue
      }
      counts.append(Count(row: row, day: day, district: district, item: item, count: count))
    }
    return (counts, refused)
  }

  /// What the directory says, without its mistakes.
  func facts(plan: Plan) throws -> Facts {
    let names = SampleDirectory.districtNames(plan)
    let districts = plan.districts.sorted { $0.code < $1.code }
    var progress = ProgressTotals(plan: plan, districts: districts)
    for count in try counts(plan: plan).good {
      let district = try #require(progress.districts.firstIndex(of: count.district))
      let item = try #require(progress.items.firstIndex(of: count.item))
      let day = try #require(progress.index(of: count.day))
      progress.add(district: district, item: item, day: day, count: count.count)
    }
    var facts = Facts(districts: districts, calendar: WorkCalendar(plan.calendar), progress: progress)
    for row in try rows(of: "targets") {
      let key = TargetKey(
        district: try #require(names[row.value("区")]), item: ItemID(rawValue: row.value("指标")))
      facts.targets[key] = TargetRow(target: try #require(Int64(row.value("目标"))), owner: row.value("责任单位"))
    }
    let due = Dictionary((plan.items + plan.closing).map { ($0.id, $0.due) }, uniquingKeysWith: { first, _ in first })
    facts.milestones = try rows(of: "milestones").map { row in
      let item = ItemID(rawValue: row.value("指标"))
      return MilestoneRow(
        item: item, district: names[row.value("区")], due: SampleText.day(row.value("期限")) ?? due[item] ?? nil,
        done: SampleText.day(row.value("完成日期")), note: nil)
    }
    facts.registers = try rows(of: "registers").compactMap { row in
      let item = try #require(plan.items.first { $0.id.rawValue == row.value("指标") })
      guard let stage = item.stages.firstIndex(of: row.value("环节")) else { return nil }
      return RegisterRow(
        item: item.id, entry: row.value("编号"), stage: stage, date: try #require(SampleText.day(row.value("日期"))),
        district: names[row.value("区")], name: row.value("名称"))
    }
    try addInstitutions(to: &facts, plan: plan, names: names)
    try addBases(to: &facts, plan: plan, names: names)
    return facts
  }

  private func addInstitutions(to facts: inout Facts, plan: Plan, names: [String: DistrictCode]) throws {
    var known: Set<String> = []
    for row in try rows(of: "institutions") where known.insert(row.value("编号")).inserted {
      facts.institutions.append(
        Institution(
          id: row.value("编号"), name: row.value("名称"), district: try #require(names[row.value("区")]),
          kind: row.value("类别"), licensedUntil: SampleText.day(row.value("许可有效期"))))
    }
    facts.institutions.sort { $0.id < $1.id }
    for row in try rows(of: "scores") where known.contains(row.value("培训机构")) {
      let dimension = try #require(plan.rubric.dimensions.firstIndex { $0.name.zh == row.value("维度") })
      let score = try #require(SampleText.money(row.value("得分")))
      guard score <= plan.rubric.dimensions[dimension].points * 100 else { continue }
      facts.scores.append(
        ScoreRow(
          institution: row.value("培训机构"), date: try #require(SampleText.day(row.value("日期"))), dimension: dimension,
          hundredths: Int(score), evidence: row.value("依据")))
    }
    for row in try rows(of: "findings") where ["是", "否", ""].contains(row.value("一票否决")) {
      try #require(known.contains(row.value("机构")))
      facts.findings.append(
        FindingRow(
          institution: row.value("机构"), date: try #require(SampleText.day(row.value("日期"))), kind: row.value("类型"),
          veto: row.value("一票否决") == "是", resolved: SampleText.day(row.value("销号日期")), note: row.value("备注")))
    }
  }

  private func addBases(to facts: inout Facts, plan: Plan, names: [String: DistrictCode]) throws {
    facts.bases = try rows(of: "bases").map { row in
      Base(
        id: row.value("编号"), name: row.value("名称"), district: try #require(names[row.value("区")]),
        level: row.value("级别"), host: row.value("依托单位"), category: row.value("类别"),
        recognisedOn: SampleText.day(row.value("认定日期")))
    }
    facts.projects = try rows(of: "projects").map { row in
      try #require(facts.bases.contains { $0.id == row.value("基地") })
      return Project(
        id: row.value("编号"), base: row.value("基地"), name: row.value("名称"),
        approvedOn: try #require(SampleText.day(row.value("立项日期"))),
        amount: Money(hundredths: try #require(SampleText.money(row.value("批复金额")))), direction: row.value("方向"),
        acceptanceDue: SampleText.day(row.value("计划验收日期")))
    }
    .sorted { $0.id < $1.id }
    let events = ["验收", "第一年绩效评估", "第二年绩效评估", "第三年绩效评估", "结项"]
    facts.events = try rows(of: "project_events").map { row in
      ProjectEventRow(
        project: row.value("项目"), date: try #require(SampleText.day(row.value("日期"))),
        event: try #require(ProjectEvent(rawValue: 1 + (events.firstIndex(of: row.value("节点")) ?? 99))))
    }
    let tranches = ["立项拨付", "验收拨付", "绩效拨付（第一年）", "绩效拨付（第二年）", "绩效拨付（第三年）"]
    facts.payments = try rows(of: "payments").compactMap { row in
      guard let tranche = tranches.firstIndex(of: row.value("批次")).flatMap(Tranche.init(rawValue:)) else { return nil }
      return PaymentRow(
        project: row.value("项目"), date: try #require(SampleText.day(row.value("日期"))), tranche: tranche,
        amount: Money(hundredths: try #require(SampleText.money(row.value("金额")))))
    }
    facts.spending = try rows(of: "spending").map { row in
      SpendingRow(
        project: row.value("项目"), date: try #require(SampleText.day(row.value("日期"))),
        line: try #require(plan.funding.costLines.firstIndex(of: row.value("科目"))),
        amount: Money(hundredths: try #require(SampleText.money(row.value("金额")))))
    }
  }

  private static func districtNames(_ plan: Plan) -> [String: DistrictCode] {
    var names = [plan.cityCode.rawValue: plan.cityCode, plan.cityName.zh: plan.cityCode]
    for district in plan.districts {
      for name in [district.code.rawValue, district.name, district.short] { names[name] = district.code }
    }
    for (former, code) in plan.formerCodes { names[former.rawValue] = code }
    return names
  }
}
