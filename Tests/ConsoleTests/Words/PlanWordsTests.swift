import Policy
import Screen
import Testing

@testable import Console

@Suite("What is wrong with a plan, in both languages")
struct PlanWordsTests {
  private static let day = Day(number: 20_000)

  static let reasons: [PlanFault.Reason] = [
    .syntax("x"), .tooLarge, .tooDeep, .nul, .missing(expected: .table), .wrongForm(expected: .day, found: .list),
    .empty,
    .notOneOf(allowed: ["a", "b"], found: "c"), .outOfRange(least: "0", most: "9", found: "10"),
    .tooManyDecimals(found: "1.234"), .dayOutOfRange(first: day, last: day, found: "1999-1-1"),
    .endBeforeStart(start: day), .periodOutsideYear(2027), .duplicate(value: "A", firstLine: 3), .unknownSection(3),
    .unknownParent("A"), .parentCycle(["A", "B", "A"]), .thresholdsOutOfOrder, .rubricWithoutPoints, .floorsOutOfOrder,
    .profileOutOfOrder,
    .sameName("A", firstLine: 3), .sameShortName("A", firstLine: 3), .tileTaken(by: "A", firstLine: 3), .halfATile,
    .measureWithoutItems, .splitWithoutPopulation, .noPopulation, .splitOfCity, .targetWithoutSplit,
    .dueOutsidePeriod(start: day, end: day), .dimensionWithoutPoints, .floorAboveTotal(total: 8900), .formerCodeInUse,
    .formerCodeWithoutDistrict("A"), .unknownKey(meant: "target"), .unknownKey(meant: nil), .noEffect(on: .register),
    .noTile, .tooWide(columns: 12), .sectionWithoutMeasures, .noDistricts, .noCalendar,
  ]

  @Test("every reason is told in both languages with what to do, none by its code", arguments: reasons)
  func whole(_ reason: PlanFault.Reason) {
    let (zh, en) = (PlanWords.text(reason, .zh), PlanWords.text(reason, .en))
    #expect(zh.unicodeScalars.contains(where: Wordings.isChinese))
    #expect(!en.unicodeScalars.contains(where: Wordings.isChinese))
    #expect(zh.contains("：") && en.contains(": "), "\(zh) \(en)")
    #expect(en != reason.code && zh != reason.code)
  }

  @Test("no two reasons are told alike, and no two have one code")
  func distinct() {
    #expect(Set(Self.reasons.map { PlanWords.text($0, .zh) }).count == Self.reasons.count)
    #expect(Set(Self.reasons.map { PlanWords.text($0, .en) }).count == Self.reasons.count)
    // The two unknown keys are one kind.
    #expect(Set(Self.reasons.map(\.code)).count == Self.reasons.count - 1)
  }

  @Test("the data page and the messages say what is wrong with a plan that is not taken")
  func problems() {
    let fault = PlanFault(
      file: "plan.toml", line: 3, column: 8, key: "plan.year", reason: .wrongForm(expected: .integer, found: .text))
    let problem = Problem(fault, code: .badPlan)
    #expect(problem.line == 3 && problem.column == "plan.year")
    #expect(ProblemWords.message(problem, .zh) == "新方案有误，仍按上一版方案计算：请改正后保存（应为整数，写的是带引号的文字：请改写）")
    #expect(ProblemWords.message(problem, .en).contains("expected a whole number, found a text in quotes"))
    let key = Problem(
      PlanFault(file: "plan.toml", line: 3, column: 1, key: "x", reason: .unknownKey(meant: "year")), code: .unknownKey)
    #expect(ProblemWords.message(key, .en).contains("did you mean year?"))
  }

  @Test("a key that stands twice is told with the place where it stands first; a narrow column shows the key alone")
  func duplicates() {
    var problem = Problem(path: "targets/b.csv", line: 3, code: .duplicateKey, detail: "310115 M01.01")
    problem.more = .first(path: "targets/a.csv", line: 7)
    #expect(ProblemWords.message(problem, .zh).hasSuffix("（310115 M01.01，先见于 targets/a.csv:7）"))
    #expect(ProblemWords.message(problem, .en).hasSuffix("(310115 M01.01, first at targets/a.csv:7)"))
    #expect(ProblemWords.value(problem, .zh) == "310115 M01.01")
    let city = Problem(path: "districts.csv", line: 3, code: .duplicateKey, detail: "310000")
    #expect(ProblemWords.detail(city, .en) == "310000")
  }

  @Test("a plan for people names each of its items, sections and districts, and marks what is assumed")
  func shown() throws {
    let loaded = try SmallYear.loaded(counts: [:])
    let plan = loaded.snapshot.plan
    for language in Language.allCases {
      let text = PlanText.text(loaded.snapshot, file: Plan.builtInFile, language: language)
      for item in plan.items + plan.closing {
        let line = text.split(separator: "\n").first { $0.contains(item.id.rawValue + " ") }
        #expect(line?.contains(SafeText(language == .zh ? item.label.zh : item.label.en).string) == true, "\(item.id)")
      }
      for section in plan.sections { #expect(text.contains(language == .zh ? section.title.zh : section.title.en)) }
      for district in loaded.snapshot.facts.districts { #expect(text.contains(district.name)) }
      #expect(text.contains(language == .zh ? "期限 2026-12-31 [缺省]" : "due 2026-12-31 [default]"))
    }
  }
}
