package import Policy
import Screen

/// A plan for people to read: what `plan show` prints.
///
/// What a plan leaves open and what it only assumes stands with 缺省, so that nobody takes it for the document's word.
package struct PlanText {
  private let plan: Plan
  private let facts: Facts
  private let file: String
  private let language: Language
  private let width = DisplayWidth()

  /// The plan of `snapshot` with the districts and the calendar in force; `file` is where it comes from.
  package static func text(_ snapshot: Snapshot, file: String, language: Language) -> String {
    PlanText(plan: snapshot.plan, facts: snapshot.facts, file: file, language: language).text
  }

  private var text: String {
    let parts = [head, measures, closing, thresholds, triage, rubric, funding, calendar, districts]
    return parts.filter { !$0.isEmpty }
      .map { part in part.map { SafeText($0).string + "\n" }.joined() }.joined(separator: "\n")
  }

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  private func word(_ phrase: Phrase) -> String { language(phrase).string }
  private func name(_ text: Bilingual) -> String { language == .zh ? text.zh : text.en }

  /// A label of twelve cells, then the value.
  private func fact(_ zh: String, _ en: String, _ value: String) -> String {
    "  " + width.fit(SafeText(word(zh, en)), 14).string + value
  }

  /// The value, and the sign beside it where it is only assumed.
  private func marked(_ value: String, _ basis: Basis) -> String {
    basis == .plan ? value : "\(value) [\(word(basis.word))]"
  }

  // MARK: Document

  private var head: [String] {
    var lines = [name(plan.document.title) + (plan.document.number.isEmpty ? "" : "  " + plan.document.number)]
    if !plan.document.issuer.zh.isEmpty { lines.append(fact("发文机关", "issued by", name(plan.document.issuer))) }
    let isBuiltIn = file == Plan.builtInFile
    lines.append(fact("方案文件", "file", file + (isBuiltIn ? word("（内置）", " (built in)") : "")))
    lines.append(fact("年度", "year", String(plan.year)))
    let days = word("共 \(plan.periodDays) 天", "\(plan.periodDays) days")
    lines.append(fact("起止", "period", "\(plan.periodStart.iso) … \(plan.periodEnd.iso)  \(days)"))
    lines.append(fact("市本级", "city", "\(plan.cityCode)  \(name(plan.cityName))"))
    let former = plan.formerCodes.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }
    if !former.isEmpty { lines.append(fact("旧代码", "former codes", former.joined(separator: "  "))) }
    return lines
  }

  // MARK: Measures

  private var measures: [String] {
    var lines: [String] = []
    let known = Set(plan.sections.map(\.number))
    for section in plan.sections {
      lines.append("\(section.number)  \(name(section.title))")
      for measure in plan.measures where measure.section == section.number { lines += self.measure(measure) }
    }
    for measure in plan.measures where !known.contains(measure.section) { lines += self.measure(measure) }
    return lines
  }

  private func measure(_ measure: Measure) -> [String] {
    ["  \(measure.ordinal) \(name(measure.title))  [\(word(measure.level.word))]"]
      + (measure.summary.map { ["    " + name($0)] } ?? []) + measure.items.flatMap { item($0, indent: "    ") }
  }

  private var closing: [String] {
    guard !plan.closing.isEmpty else { return [] }
    return [word("各区都要完成", "Duties of every district")] + plan.closing.flatMap { item($0, indent: "  ") }
  }

  private func item(_ item: Item, indent: String) -> [String] {
    let id = width.fit(SafeText(item.id.rawValue), max(7, width.width(of: SafeText(item.id.rawValue)))).string
    let kind = width.fit(SafeText(word(item.kind.word)), language == .zh ? 6 : 11).string
    var facts: [String] = []
    if let target = item.target { facts.append(word("目标 ", "target ") + Format.count(target)) }
    if !item.unit.isEmpty { facts.append((item.target == nil ? word("单位 ", "unit ") : "") + item.unit) }
    if let due = item.due { facts.append(word("期限 ", "due ") + marked(due.iso, item.dueBasis)) }
    if item.recurring { facts.append(word("按期重复", "recurring")) }
    facts.append(word(item.level.word))
    if item.split { facts.append(word("分解到区", "split")) }
    if let parent = item.parent { facts.append(word("属于 ", "part of ") + parent.rawValue) }
    if item.people { facts.append(word("不保留姓名", "no names kept")) }
    var lines = ["\(indent)\(id)  \(kind)  \(marked(name(item.label), item.basis))"]
    let margin = indent + "         "
    lines.append(margin + facts.joined(separator: "  "))
    if !item.stages.isEmpty {
      lines.append(
        margin + word("环节 ", "stages ") + marked(item.stages.joined(separator: " → "), item.stagesBasis))
    }
    if let profile = item.profile {
      let shares = profile.map { Format.percent($0) }.joined(separator: " ")
      lines.append(margin + word("往年进度 ", "earlier year ") + shares + " %")
    }
    if let rule = item.rule { lines.append(margin + word("限制 ", "rule ") + name(rule)) }
    return lines
  }

  // MARK: Judgement

  private var thresholds: [String] {
    let thresholds = plan.thresholds
    func bound(_ bound: Thresholds.Bound) -> String {
      let lead = Double(bound.lead.hundredths) / 100
      return (bound.inclusive ? "≥ " : "> ") + "\(lead)" + word(" 个百分点", " pp")
    }
    func days(_ count: Int) -> String { word("\(count) 天", "\(count) days") }
    return [
      word("判定线", "Thresholds") + " [\(word(CommonWord.assumed.phrase))]",
      fact("正常", "on pace", bound(thresholds.onPace)), fact("关注", "watch", bound(thresholds.watch)),
      fact("失联", "silent", "> " + days(thresholds.silentAfterDays)),
      fact("停滞", "stuck", "> " + days(thresholds.stuckAfterDays)),
      fact("临期", "due soon", "≤ " + days(thresholds.dueSoonDays)),
      fact("月末后几天起算修订", "a month closes after", days(thresholds.revisions.closesAfterDays)),
    ]
  }

  private var triage: [String] {
    func days(_ count: Int) -> String { word("\(count) 个工作日", "\(count) working days") }
    let rules = plan.triage
    return [
      word("督办", "Triage") + " [\(word(CommonWord.assumed.phrase))]",
      fact("签收", "sign for it", days(rules.acknowledgeDays)), fact("办理", "handle it", days(rules.handleDays)),
      fact("销号", "strike it off", days(rules.closeDays)),
      fact("条件持续", "opens after", days(rules.opensAfterDays)),
      fact("滞后消失", "recovers after", days(rules.recoversAfterDays)),
    ]
  }

  private var rubric: [String] {
    let rubric = plan.rubric
    func points(_ hundredths: Int) -> String { Money(hundredths: Int64(hundredths)).text }
    let floors = "A ≥ \(points(rubric.floorA))  B ≥ \(points(rubric.floorB))  C ≥ \(points(rubric.floorC))"
    return [word("机构分级", "Grading of institutions") + " [\(word(CommonWord.assumed.phrase))]"]
      + rubric.dimensions.map { "  \(width.fit(SafeText("\($0.points)"), 5, align: .right).string)  \(name($0.name))" }
      + [
        fact("分数线", "floors", floors),
        fact("有效期", "valid", word("\(rubric.validYears) 年", "\(rubric.validYears) years")),
      ]
  }

  private var funding: [String] {
    let rules = plan.funding
    let tiers = rules.tiers.map(\.text).joined(separator: " / ")
    return [
      word("基地资助", "Funding of bases"), fact("批复金额", "amounts", tiers + word(" 万元", " × 10,000 yuan")),
      fact(
        "每年至多", "a year",
        word("每家 \(rules.maxProjectsPerBaseYear) 项", "\(rules.maxProjectsPerBaseYear) projects a base")),
      fact("评估宽限", "grace", word("\(rules.evaluationGraceDays) 天", "\(rules.evaluationGraceDays) days")),
      fact("闲置", "idle", word("验收后 \(rules.idleAfterMonths) 个月", "\(rules.idleAfterMonths) months after acceptance")),
      fact("级别", "levels", rules.baseLevels.joined(separator: word("、", ", "))),
      fact("科目", "cost lines", rules.costLines.joined(separator: word("、", ", "))),
    ]
  }

  // MARK: Days and districts

  private var calendar: [String] {
    let entries = facts.calendar.entries
    let working = facts.calendar.workingDays(after: plan.periodStart - 1, through: plan.periodEnd)
    var lines = [word("日历", "Calendar"), fact("工作日", "working days", String(working))]
    for kind in CalendarEntry.Kind.allCases {
      let days = entries.filter { $0.kind == kind }.map(\.day.monthDay)
      let label = kind == .holiday ? ("放假", "holidays") : ("上班", "work days")
      if !days.isEmpty { lines.append(fact(label.0, label.1, days.joined(separator: " "))) }
    }
    return lines
  }

  private var districts: [String] {
    let names = facts.districts.map { SafeText($0.name) }
    let column = names.map { width.width(of: $0) }.max() ?? 0
    return [word("区县 \(facts.districts.count) 个", "\(facts.districts.count) districts")]
      + facts.districts.map { district in
        let people = district.population.map { Format.count($0) } ?? "--"
        let tile = zip([district.tileRow].compactMap { $0 }, [district.tileColumn].compactMap { $0 })
          .map { "[\($0),\($1)]" }.joined()
        return "  \(district.code)  " + width.fit(SafeText(district.name), column).string
          + "  " + width.fit(SafeText(people), 12, align: .right).string
          + (tile.isEmpty ? "" : "  \(tile)") + (district.pinyin.isEmpty ? "" : "  \(district.pinyin)")
      }
  }
}
