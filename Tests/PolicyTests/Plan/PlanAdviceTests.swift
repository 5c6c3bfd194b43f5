import Policy
import Testing

@Suite("What a plan may say, but hardly means, is told and the plan is used")
struct PlanAdviceTests {
  struct Doubt: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var line: Int
    var key: String
    var reason: PlanFault.Reason

    init(_ old: String, _ new: String, at line: Int, _ key: String, _ reason: PlanFault.Reason) {
      self.old = old
      self.new = new
      self.line = line
      self.key = key
      self.reason = reason
    }

    var testDescription: String { reason.code }
  }

  private static let second = "code = \"330212\"\nname = \"鄞州区\""
  private static let first = "code = \"330203\"\nname = \"海曙区\""

  static let doubts: [Doubt] = [
    Doubt(
      "label_zh = \"台账\"", "label_zh = \"文件\"\nshort_zh = \"文件\"", at: 33, "measure[1].item[3].short_zh",
      .sameShortName("文件", firstLine: 23)),
    Doubt("label_zh = \"区级目标\"", "label_zh = \"文件\"", at: 37, "closing[1].label_zh", .sameName("文件", firstLine: 26)),
    Doubt(second, "code = \"330212\"\nname = \"海曙区\"", at: 60, "district[2].name", .sameName("海曙区", firstLine: 56)),
    Doubt(second, "code = \"330212\"\nname = \"市本级\"", at: 60, "district[2].name", .sameName("市本级", firstLine: 1)),
    Doubt(second, second + "\nshort = \"海曙\"", at: 61, "district[2].short", .sameShortName("海曙", firstLine: 54)),
    Doubt(second, second + "\ntile_row = 1", at: 61, "district[2].tile_row", .halfATile),
    Doubt(second, second + "\ntile_col = 1", at: 61, "district[2].tile_col", .halfATile),
    Doubt(
      "[[closing]]", "[[measure]]\nnumber = 2\nsection = 1\ntitle_zh = \"空\"\n\n[[closing]]", at: 35,
      "measure[2].item", .measureWithoutItems),
    Doubt("target = 100", "target = 100\nsplit = true", at: 22, "measure[1].item[1].split", .splitWithoutPopulation),
    Doubt(
      "target = 100", "target = 100\nsplit = true\nlevel = \"city\"", at: 22, "measure[1].item[1].split", .splitOfCity),
    Doubt(
      "target = 100", "target = 100\nlevel = \"district\"", at: 21, "measure[1].item[1].target", .targetWithoutSplit),
    Doubt(
      "due = 2027-06-30", "due = 2028-06-30", at: 27, "measure[1].item[2].due",
      .dueOutsidePeriod(start: day(2027, 1, 1), end: day(2027, 12, 31))),
    Doubt(
      "points = 60 },", "points = 100 },\n  { name_zh = \"丙\", points = 0 },", at: 48, "rubric.dimensions[2].points",
      .dimensionWithoutPoints),
    Doubt("points = 60", "points = 49", at: 45, "rubric.floors.A", .floorAboveTotal(total: 8900)),
    Doubt(
      "floors = { A = 90, B = 75, C = 60 }\ndimensions = [\n  { name_zh = \"甲\", points = 60 },",
      "dimensions = [\n  { name_zh = \"甲\", points = 1 },", at: 45, "rubric.dimensions", .floorAboveTotal(total: 4100)),
    Doubt(
      "city_code", "former_codes = { 330203 = \"330212\" }\ncity_code", at: 3, "plan.former_codes.330203",
      .formerCodeInUse),
    Doubt(
      "city_code", "former_codes = { 330204 = \"330299\" }\ncity_code", at: 3, "plan.former_codes.330204",
      .formerCodeWithoutDistrict("330299")),
    Doubt("target = 100", "tagret = 100", at: 21, "measure[1].item[1].tagret", .unknownKey(meant: "target")),
    Doubt("target = 100", "colour = 100", at: 21, "measure[1].item[1].colour", .unknownKey(meant: nil)),
    Doubt("target = 100", "due = 2027-01-31", at: 21, "measure[1].item[1].due", .noEffect(on: .counted)),
    Doubt(
      "due = 2027-06-30", "due = 2027-06-30\npeople = true", at: 28, "measure[1].item[2].people",
      .noEffect(on: .milestone)),
    Doubt(
      "label_zh = \"培训\"", "label_zh = \"培训\"\nshort_zh = \"职业技能培训\"", at: 21, "measure[1].item[1].short_zh",
      .tooWide(columns: 12)),
    Doubt(
      "[[measure]]", "[[section]]\nnumber = 2\ntitle_zh = \"空\"\n\n[[measure]]", at: 13, "section[2].number",
      .sectionWithoutMeasures),
    Doubt("[[district]]\n" + first + "\n\n[[district]]\n" + second + "\n\n", "", at: 1, "district", .noDistricts),
    Doubt("[[calendar]]\ndate = 2027-01-01\nkind = \"holiday\"", "", at: 1, "calendar", .noCalendar),
  ]

  @Test("each by itself, at its place", arguments: doubts)
  func doubt(_ doubt: Doubt) {
    #expect(SmallPlan.text.contains(doubt.old))
    let reading = Plan.check(toml: SmallPlan.replacing(doubt.old, by: doubt.new), file: "p")
    #expect(reading.plan != nil)
    #expect(
      reading.faults.map { "\($0.line) \($0.key) \($0.reason)" } == ["\(doubt.line) \(doubt.key) \(doubt.reason)"])
  }

  @Test("Two districts on one tile, one without, and one without residents")
  func map() {
    let text = SmallPlan.text
      .replacing("target = 100", with: "target = 100\nsplit = true")
      .replacing(Self.first, with: Self.first + "\ntile_row = 2\ntile_col = 3\npopulation = 5")
      .replacing(
        Self.second,
        with: Self.second
          + "\ntile_row = 2\ntile_col = 3\n\n[[district]]\ncode = \"330213\"\nname = \"奉化区\"\npopulation = 0")
    let faults = Plan.check(toml: text, file: "p").faults
    #expect(
      faults.map(\.reason) == [.noPopulation, .tileTaken(by: "海曙区", firstLine: 58), .noTile, .noPopulation])
  }
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? Day(number: 0)
}
