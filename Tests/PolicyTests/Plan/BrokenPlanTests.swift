import Policy
import Testing

/// One mistake in the small plan, and what the reader is to be told about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var old: String
  var new: String
  var line: Int
  var column: Int
  var key: String
  var reason: PlanFault.Reason

  init(_ old: String, _ new: String, at line: Int, _ column: Int, _ key: String, _ reason: PlanFault.Reason) {
    self.old = old
    self.new = new
    self.line = line
    self.column = column
    self.key = key
    self.reason = reason
  }

  var testDescription: String { "\(old.debugDescription) → \(new.debugDescription)" }
}

@Suite("A broken plan is refused with its place")
struct BrokenPlanTests {
  @Test("The plan that is broken below is good as it stands")
  func smallPlanIsGood() throws {
    let read = try Plan.read(toml: SmallPlan.text, file: "plan.toml")
    #expect(read.notices.isEmpty)
    #expect(read.plan.items.count == 3)
  }

  private func expect(_ mistake: Mistake) {
    let text = SmallPlan.replacing(mistake.old, by: mistake.new)
    #expect(
      throws: PlanError([
        PlanFault(
          file: "plan.toml", line: mistake.line, column: mistake.column, key: mistake.key, reason: mistake.reason)
      ])
    ) {
      _ = try Plan(toml: text, file: "plan.toml")
    }
  }

  static let form: [Mistake] = [
    Mistake("[plan]", "[head]", at: 1, 1, "plan", .missing(expected: .table)),
    Mistake("year = 2027", "", at: 1, 1, "plan.year", .missing(expected: .integer)),
    Mistake("year = 2027", #"year = "2027""#, at: 2, 8, "plan.year", .wrongForm(expected: .integer, found: .text)),
    Mistake(
      "year = 2027", "year = 27", at: 2, 8, "plan.year", .outOfRange(least: "2000", most: "2099", found: "27")),
    Mistake(#"city_code = "330200""#, "", at: 1, 1, "plan.city_code", .missing(expected: .text)),
    Mistake(#"title_zh = "提升方案""#, #"title_zh = " ""#, at: 4, 12, "plan.title_zh", .empty),
    Mistake(
      "period_end = 2027-12-31", #"period_end = "2027-12-31""#, at: 6, 14, "plan.period_end",
      .wrongForm(expected: .day, found: .text)),
    Mistake(
      "period_end = 2027-12-31", "period_end = 2027-12-31T08:00:00", at: 6, 14, "plan.period_end",
      .wrongForm(expected: .day, found: .instant)),
    Mistake(
      "target = 100", "target = 100.0", at: 21, 10, "measure[1].item[1].target",
      .wrongForm(expected: .integer, found: .number)),
    Mistake(
      #"stages = ["一", "二"]"#, #"stages = ["一", 2]"#, at: 33, 16, "measure[1].item[3].stages[2]",
      .wrongForm(expected: .text, found: .integer)),
    Mistake(
      #"stages = ["一", "二"]"#, #"stages = "一""#, at: 33, 10, "measure[1].item[3].stages",
      .wrongForm(expected: .list, found: .text)),
    Mistake(
      #"label_zh = "台账""#, "label_zh = \"台账\"\nsplit = \"yes\"", at: 33, 9, "measure[1].item[3].split",
      .wrongForm(expected: .boolean, found: .text)),
  ]

  @Test("Missing keys and wrong forms", arguments: form)
  func wrongForm(_ mistake: Mistake) { expect(mistake) }

  static let words: [Mistake] = [
    Mistake(
      #"kind = "counted""#, #"kind = "count""#, at: 19, 8, "measure[1].item[1].kind",
      .notOneOf(allowed: ["counted", "milestone", "register", "institution", "base"], found: "count")),
    Mistake(#"kind = "counted""#, "", at: 17, 1, "measure[1].item[1].kind", .missing(expected: .text)),
    Mistake(
      #"id = "M01.01""#, "id = \"M01.01\"\nbasis = \"guess\"", at: 19, 9, "measure[1].item[1].basis",
      .notOneOf(allowed: ["plan", "implied", "practice", "assumed"], found: "guess")),
    Mistake(
      #"id = "M01.01""#, "id = \"M01.01\"\nlevel = \"town\"", at: 19, 9, "measure[1].item[1].level",
      .notOneOf(allowed: ["city", "district", "both"], found: "town")),
    Mistake(
      "target = 100", "target = 100\nop = \"<=\"", at: 22, 6, "measure[1].item[1].op",
      .notOneOf(allowed: [">="], found: "<=")),
    Mistake(
      #"id = "D00.01""#, "id = \"D00.01\"\nkind = \"counted\"", at: 37, 8, "closing[1].kind",
      .notOneOf(allowed: ["milestone"], found: "counted")),
    Mistake(
      #"kind = "holiday""#, #"kind = "feast""#, at: 64, 8, "calendar[1].kind",
      .notOneOf(allowed: ["holiday", "workday"], found: "feast")),
    Mistake(
      "on_pace = -5.0", "preset = \"loose\"", at: 41, 10, "thresholds.preset",
      .notOneOf(allowed: ["standard", "yinchuan"], found: "loose")),
  ]

  @Test("Words that a key does not take", arguments: words)
  func wrongWord(_ mistake: Mistake) { expect(mistake) }

  static let items: [Mistake] = [
    Mistake(#"label_zh = "培训""#, "", at: 17, 1, "measure[1].item[1].label_zh", .missing(expected: .text)),
    Mistake(#"label_zh = "培训""#, #"label_zh = """#, at: 20, 12, "measure[1].item[1].label_zh", .empty),
    Mistake(#"id = "M01.01""#, "", at: 17, 1, "measure[1].item[1].id", .missing(expected: .text)),
    Mistake(
      #"id = "M01.03""#, #"id = "M01.01""#, at: 30, 6, "measure[1].item[3].id",
      .duplicate(value: "M01.01", firstLine: 18)),
    Mistake(
      #"id = "D00.01""#, #"id = "M01.02""#, at: 36, 6, "closing[1].id", .duplicate(value: "M01.02", firstLine: 24)),
    Mistake(
      "target = 100", "target = -1", at: 21, 10, "measure[1].item[1].target",
      .outOfRange(least: "0", most: "1000000000000", found: "-1")),
    Mistake(
      "target = 100", "target = 100\nparent = \"M09.01\"", at: 22, 10, "measure[1].item[1].parent",
      .unknownParent("M09.01")),
    Mistake(
      "target = 100", "parent = \"M01.01\"", at: 21, 10, "measure[1].item[1].parent",
      .parentCycle(["M01.01", "M01.01"])),
    Mistake("due = 2027-06-30", "", at: 23, 1, "measure[1].item[2].due", .missing(expected: .day)),
    Mistake(
      "due = 2027-06-30", #"due = "2027-06-30""#, at: 27, 7, "measure[1].item[2].due",
      .wrongForm(expected: .day, found: .text)),
    Mistake(
      "due = 2027-06-30", "due = 1926-06-30", at: 27, 7, "measure[1].item[2].due",
      .dayOutOfRange(first: day(2000, 1, 1), last: day(2099, 12, 31), found: "1926-6-30")),
    Mistake(
      "due = 2027-06-30", "due = 0000-01-01", at: 27, 7, "measure[1].item[2].due",
      .dayOutOfRange(first: day(2000, 1, 1), last: day(2099, 12, 31), found: "0-1-1")),
    Mistake(
      #"stages = ["一", "二"]"#, "", at: 29, 1, "measure[1].item[3].stages", .missing(expected: .list)),
    Mistake(#"stages = ["一", "二"]"#, "stages = []", at: 33, 10, "measure[1].item[3].stages", .empty),
    Mistake(
      #"stages = ["一", "二"]"#, "stages = [\n  \"一\",\n  \"一\",\n]", at: 35, 3, "measure[1].item[3].stages[2]",
      .duplicate(value: "一", firstLine: 34)),
    Mistake(
      #"stages = ["一", "二"]"#, #"stages = ["一", ""]"#, at: 33, 16, "measure[1].item[3].stages[2]", .empty),
    Mistake(
      "target = 100", "baseline = [{ period = \"2026\", value = nan }]", at: 21, 40,
      "measure[1].item[1].baseline[1].value", .outOfRange(least: "-1e15", most: "1e15", found: "nan")),
  ]

  @Test("Items that say too little, or what another one says", arguments: items)
  func brokenItem(_ mistake: Mistake) { expect(mistake) }

  static let measures: [Mistake] = [
    Mistake("section = 1", "section = 2", at: 14, 11, "measure[1].section", .unknownSection(2)),
    Mistake(
      "[[closing]]", "[[measure]]\nnumber = 1\nsection = 1\ntitle_zh = \"又一\"\n\n[[closing]]", at: 36, 10,
      "measure[2].number", .duplicate(value: "1", firstLine: 13)),
    Mistake(
      "[[measure]]", "[[section]]\nnumber = 1\ntitle_zh = \"又一\"\n\n[[measure]]", at: 13, 10, "section[2].number",
      .duplicate(value: "1", firstLine: 9)),
    Mistake(
      "period_end = 2027-12-31", "period_end = 2026-12-31", at: 6, 14, "plan.period_end",
      .endBeforeStart(start: day(2027, 1, 1))),
    Mistake("year = 2027", "year = 2028", at: 6, 14, "plan.period_end", .periodOutsideYear(2028)),
    Mistake("year = 2027", "year = 2026", at: 5, 16, "plan.period_start", .periodOutsideYear(2026)),
  ]

  @Test("Measures, sections and the period", arguments: measures)
  func brokenFrame(_ mistake: Mistake) { expect(mistake) }

  static let judgement: [Mistake] = [
    Mistake("on_pace = -5.0", "on_pace = -10.5", at: 42, 9, "thresholds.watch", .thresholdsOutOfOrder),
    Mistake(
      "watch = -10.0", "on_pace_inclusive = 1", at: 42, 21, "thresholds.on_pace_inclusive",
      .wrongForm(expected: .boolean, found: .integer)),
    Mistake(
      "watch = -10.0", "watch = -inf", at: 42, 9, "thresholds.watch",
      .outOfRange(least: "-1000.0", most: "1000.0", found: "-inf")),
    Mistake(
      "watch = -10.0", "watch = nan", at: 42, 9, "thresholds.watch",
      .outOfRange(least: "-1000.0", most: "1000.0", found: "nan")),
    Mistake("watch = -10.0", "watch = -10.005", at: 42, 9, "thresholds.watch", .tooManyDecimals(found: "-10.005")),
    Mistake(
      "watch = -10.0", "silent_after_days = -1", at: 42, 21, "thresholds.silent_after_days",
      .outOfRange(least: "0", most: "3660", found: "-1")),
    Mistake(
      "watch = -10.0", "watch = -10.0\n[triage]\nhandle_days = 0", at: 44, 15, "triage.handle_days",
      .outOfRange(least: "1", most: "366", found: "0")),
    Mistake(
      "points = 60 },\n  { name_zh = \"乙\", points = 40 }", "points = 0 }", at: 46, 14, "rubric.dimensions",
      .rubricWithoutPoints),
    Mistake(
      "points = 60", "points = -60", at: 47, 29, "rubric.dimensions[1].points",
      .outOfRange(least: "0", most: "10000", found: "-60")),
    Mistake("乙", "甲", at: 48, 15, "rubric.dimensions[2].name_zh", .duplicate(value: "甲", firstLine: 47)),
    Mistake("B = 75", "B = 95", at: 45, 24, "rubric.floors.B", .floorsOutOfOrder),
    Mistake("C = 60", "C = 80.5", at: 45, 32, "rubric.floors.C", .floorsOutOfOrder),
    Mistake("A = 90, ", "", at: 45, 10, "rubric.floors.A", .missing(expected: .number)),
    Mistake("[500, 300]", "[]", at: 52, 13, "funding.tiers_wan", .empty),
    Mistake(
      "[500, 300]", "[500, 0]", at: 52, 19, "funding.tiers_wan[2]",
      .outOfRange(least: "0.01", most: "1000000000.0", found: "0.0")),
    Mistake("330212", "330203", at: 59, 8, "district[2].code", .duplicate(value: "330203", firstLine: 55)),
    Mistake("330212", "330200", at: 59, 8, "district[2].code", .duplicate(value: "330200", firstLine: 1)),
    Mistake(#"name = "鄞州区""#, "", at: 58, 1, "district[2].name", .missing(expected: .text)),
    Mistake(
      "kind = \"holiday\"", "kind = \"holiday\"\n[[calendar]]\ndate = 2027-01-01\nkind = \"workday\"", at: 66, 8,
      "calendar[2].date", .duplicate(value: "2027-01-01", firstLine: 63)),
  ]

  @Test("Thresholds, rubric, funding, districts and calendar", arguments: judgement)
  func brokenJudgement(_ mistake: Mistake) { expect(mistake) }

  @Test("Broken syntax is told at its line")
  func syntax() {
    let text = SmallPlan.replacing(#"label_zh = "文件""#, by: #"label_zh = "文件"#)
    let error = #expect(throws: PlanError.self) { _ = try Plan(toml: text, file: "plan.toml") }
    #expect(error?.faults.map(\.line) == [26])
    guard case .syntax = error?.faults.first?.reason else {
      Issue.record("expected a syntax error, got \(String(describing: error))")
      return
    }
  }

  @Test("A day that no calendar has is broken syntax at its line")
  func impossibleDay() {
    let text = SmallPlan.replacing("due = 2027-06-30", by: "due = 2027-02-30")
    let error = #expect(throws: PlanError.self) { _ = try Plan(toml: text, file: "plan.toml") }
    #expect(error?.faults.map(\.line) == [27])
  }

  @Test("An empty file lacks the plan, its sections and its measures")
  func empty() {
    let error = #expect(throws: PlanError.self) { _ = try Plan(toml: "", file: "x") }
    #expect(error?.faults.map(\.key) == ["plan", "section", "measure"])
    #expect(error?.faults.allSatisfy { $0.file == "x" && $0.line == 1 && $0.column == 1 } == true)
  }

  @Test("Whatever line is lost, the plan decodes or its error names a place in the text", arguments: 0..<64)
  func lostLine(_ index: Int) {
    var lines = SmallPlan.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.indices.contains(index))
    lines.remove(at: index)
    do {
      let plan = try Plan(toml: lines.joined(separator: "\n"), file: "plan.toml")
      #expect(plan.measures.count == 1)
    } catch {
      #expect(!error.faults.isEmpty)
      for fault in error.faults {
        #expect((1...max(1, lines.count)).contains(fault.line), "\(fault)")
        #expect(fault.column >= 1, "\(fault)")
      }
    }
  }
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? Day(number: 0)
}
