import Policy
import Testing

@Suite("The built-in plan")
struct BuiltInPlanTests {
  @Test("decodes, and not one of its keys is unknown")
  func decodes() throws {
    let read = try Plan.read(toml: Plan.builtInText, file: "built-in")
    #expect(read.notices.isEmpty)
    #expect(read.plan.measures.count == (try Plan.builtIn()).measures.count)
  }

  @Test("has 16 measures in 5 sections, 87 items of the five kinds, 4 closing duties")
  func counts() throws {
    let plan = try Plan.builtIn()
    #expect(plan.sections.map(\.number) == [1, 2, 3, 4, 5])
    #expect(plan.measures.map(\.number) == Array(1...16))
    #expect(plan.measures.map(\.section) == [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5])
    #expect(plan.items.count == 87)
    let kinds = Dictionary(grouping: plan.items, by: \.kind).mapValues(\.count)
    #expect(kinds == [.counted: 33, .milestone: 23, .register: 29, .institution: 1, .base: 1])
    #expect(plan.closing.map(\.id.rawValue) == ["D00.01", "D00.02", "D00.03", "D00.04"])
    #expect(plan.closing.allSatisfy { $0.kind == .milestone && $0.level == .district && $0.split })
  }

  @Test("sets four targets and no more")
  func targets() throws {
    let plan = try Plan.builtIn()
    let targets = plan.items.compactMap { item in item.target.map { "\(item.id) \($0)\(item.unit)" } }
    #expect(targets == ["M01.01 650000人次", "M02.01 60000人次", "M03.01 50000人次", "M16.01 20场"])
    #expect(plan.items.filter { $0.target != nil }.map(\.split) == [true, true, true, false])
  }

  @Test("says what document it is, for which city and time")
  func head() throws {
    let plan = try Plan.builtIn()
    #expect(plan.document.number == "沪人社职〔2026〕79号")
    #expect(plan.document.title.zh == "技能提升年行动方案")
    #expect(plan.year == 2026)
    #expect(plan.periodStart.iso == "2026-01-01")
    #expect(plan.periodEnd.iso == "2026-12-31")
    #expect(plan.periodDays == 365)
    #expect(plan.cityCode.rawValue == "310000")
    #expect(plan.cityName.zh == "市本级")
    let former = Dictionary(uniqueKeysWithValues: plan.formerCodes.map { ($0.rawValue, $1.rawValue) })
    #expect(former == ["310103": "310101", "310108": "310106", "310119": "310115", "310230": "310151"])
  }

  @Test("brings 16 districts in code order with 24,802,600 residents, each on its own tile")
  func districts() throws {
    let districts = try Plan.builtIn().districts
    #expect(districts.count == 16)
    #expect(districts.compactMap(\.population).reduce(0, +) == 24_802_600)
    #expect(districts.map(\.code) == districts.map(\.code).sorted())
    #expect(Set(districts.map(\.initials)).count == 16)
    #expect(Set(districts.map { "\($0.tileRow ?? -1),\($0.tileColumn ?? -1)" }).count == 16)
    let pudong = try #require(districts.first { $0.code.rawValue == "310115" })
    #expect(
      pudong
        == District(
          code: DistrictCode(rawValue: "310115"), name: "浦东新区", short: "浦东", pinyin: "Pudong", initials: "PD",
          population: 5_785_800, tileRow: 3, tileColumn: 4))
  }

  @Test("brings 39 days that differ from their weekday")
  func calendar() throws {
    let calendar = try Plan.builtIn().calendar
    #expect(calendar.count == 39)
    #expect(calendar.filter { $0.kind == .holiday }.count == 33)
    #expect(calendar.filter { $0.kind == .workday }.count == 6)
    #expect(calendar.first?.day.iso == "2026-01-01")
    #expect(calendar.last.map { "\($0.day.iso) \($0.name)" } == "2026-10-10 国庆节调休")
  }

  @Test("judges by the documented defaults")
  func judgement() throws {
    let plan = try Plan.builtIn()
    #expect(plan.thresholds == .standard)
    #expect(plan.triage == TriageRules())
    #expect(plan.rubric.dimensions.map(\.name.zh) == ["依法办学与规范管理", "办学条件与师资", "培训过程管理", "培训成效", "资金与信用"])
    #expect(plan.rubric.dimensions.map(\.points) == [20, 20, 15, 25, 20])
    #expect([plan.rubric.floorA, plan.rubric.floorB, plan.rubric.floorC] == [9000, 7500, 6000])
    #expect(plan.rubric.validYears == 3)
    #expect(plan.funding.tiers.map(\.text) == ["500.00", "300.00", "100.00"])
    #expect(plan.funding.maxProjectsPerBaseYear == 4)
    #expect(plan.funding.evaluationGraceDays == 90)
    #expect(plan.funding.idleAfterMonths == 6)
    #expect(plan.funding.costLines.count == 9)
    #expect(plan.funding.costLines.first == "实训设备购置")
    #expect(plan.funding.costLines.last == "成果交流")
    #expect(plan.funding.baseLevels == ["国家级", "市级"])
  }

  @Test("gives every register its stages and every milestone its due day, and no one else")
  func stagesAndDueDays() throws {
    let plan = try Plan.builtIn()
    for item in plan.items + plan.closing {
      #expect((item.kind == .register) == !item.stages.isEmpty, "\(item.id)")
      #expect((item.kind == .milestone) == (item.due != nil), "\(item.id)")
    }
    let law = try #require(plan.items.first { $0.id.rawValue == "M04.01" })
    #expect(law.stages == ["立法计划", "立法调研", "起草", "征求意见", "完善草案", "送审", "审议", "公布"])
    let squad = try #require(plan.items.first { $0.id.rawValue == "M13.02" })
    #expect(squad.due?.iso == "2026-09-22")
    #expect(squad.dueBasis == .assumed)
  }

  @Test("marks what records of persons may not keep, what recurs, and what belongs to what")
  func marks() throws {
    let plan = try Plan.builtIn()
    #expect(plan.items.filter(\.people).map(\.id.rawValue) == ["M14.01", "M14.05"])
    #expect(plan.items.filter(\.recurring).map(\.id.rawValue) == ["M12.06", "M13.05"])
    #expect(Set(plan.items.compactMap(\.parent?.rawValue)) == ["M01.01"])
    let project = try #require(plan.items.first { $0.id.rawValue == "M06.01" })
    #expect(project.rule?.en.hasPrefix("Only fields not covered") == true)
    let training = try #require(plan.items.first { $0.id.rawValue == "M01.01" })
    #expect(training.baselines.count == 5)
    #expect(training.baselines.last?.value == 725_900)
    #expect(training.dimensions == ["district", "kind", "group", "field", "institution"])
  }

  @Test("says of every measure what it is about, in both languages")
  func summaries() throws {
    let plan = try Plan.builtIn()
    let summaries = plan.measures.compactMap(\.summary)
    #expect(summaries.count == 16)
    #expect(Set(summaries.map(\.zh)).count == 16 && Set(summaries.map(\.en)).count == 16)
    for summary in summaries { #expect(summary.en.allSatisfy(\.isASCII) && summary.zh.hasSuffix("。")) }
  }

  @Test("names every item in ten columns, all of them different")
  func shortNames() throws {
    let plan = try Plan.builtIn()
    let items = plan.items + plan.closing
    #expect(Set(items.map(\.short.zh)).count == 91)
    #expect(Set(items.map(\.short.en)).count == 91)
    for item in items {
      let columns = item.short.zh.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
      #expect(columns <= 10, "\(item.short.zh)")
      // “AI promoters” is the one that would not be understood shorter.
      #expect(item.short.en.count <= 12 && item.short.en.allSatisfy(\.isASCII), "\(item.short.en)")
    }
    let four = plan.items.filter { $0.target != nil }
    #expect(four.map(\.short.zh) == ["补贴培训", "高级工证", "AI推介官", "体验活动"])
    #expect(four.map(\.short.en) == ["Training", "Level 3+", "AI certs", "Events"])
  }
}
