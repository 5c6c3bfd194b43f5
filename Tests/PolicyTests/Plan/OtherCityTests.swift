import Policy
import Testing

@Suite("A plan of another city")
struct OtherCityTests {
  /// 40 districts, 7 measures in 2 sections, from 1 April to 31 March, with Windows line ends and a byte-order mark.
  private static var text: String {
    var lines = [
      "[plan]", "city_code = \"500000\"", "city_name_zh = \"市级\"", "city_name_en = \"Municipal\"",
      "doc_no = \"渝〔2028〕1号\"",
      "title_zh = \"行动方案\"", "title_en = \"Action plan\"", "year = 2028", "period_start = 2028-04-01",
      "period_end = 2029-03-31", "",
    ]
    for section in 1...2 { lines += ["[[section]]", "number = \(section)", "title_zh = \"第\(section)章\"", ""] }
    for measure in 1...7 {
      lines += [
        "[[measure]]", "number = \(measure)", "section = \(measure < 4 ? 1 : 2)", "title_zh = \"措施\(measure)\"",
      ]
      lines += [
        "[[measure.item]]", "id = \"C\(measure).1\"", "kind = \"counted\"", "label_zh = \"指标\(measure)\"",
        "target = \(measure * 1000)", "split = true", "",
      ]
    }
    for district in 1...40 {
      let number = district < 10 ? "0\(district)" : "\(district)"
      lines += [
        "[[district]]", "code = \"5001\(number)\"", "name = \"第\(district)区\"", "population = \(district * 10_000)",
      ]
    }
    return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
  }

  @Test("decodes with 40 districts and 7 measures, without one notice")
  func decodes() throws {
    let read = try Plan.read(toml: Self.text, file: "chongqing.toml")
    #expect(read.notices.isEmpty)
    let plan = read.plan
    #expect(plan.districts.count == 40)
    #expect(plan.districts.compactMap(\.population).reduce(0, +) == 8_200_000)
    #expect(plan.measures.map(\.number) == Array(1...7))
    #expect(plan.sections.map(\.title.zh) == ["第1章", "第2章"])
    #expect(plan.items.compactMap(\.target) == [1000, 2000, 3000, 4000, 5000, 6000, 7000])
    #expect(plan.periodDays == 365)
    #expect(plan.cityName == Bilingual(zh: "市级", en: "Municipal"))
    #expect(plan.calendar.isEmpty)
    #expect(plan.formerCodes.isEmpty)
  }

  @Test("keeps its line numbers under Windows line ends and a byte-order mark")
  func places() {
    let text = Self.text.replacing("year = 2028", with: "year = true")
    let error = #expect(throws: PlanError.self) { _ = try Plan(toml: text, file: "c.toml") }
    #expect(error?.faults.map(\.line) == [8])
    #expect(error?.faults.map(\.column) == [8])
  }
}
