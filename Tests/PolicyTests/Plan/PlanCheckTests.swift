import Policy
import Testing

@Suite("Everything that is wrong with a plan is told at once")
struct PlanCheckTests {
  private func told(_ changes: [(String, String)]) -> [String] {
    var text = SmallPlan.text
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return Plan.check(toml: text, file: "p").faults.map { "\($0.line) \($0.key) \($0.reason.code)" }
  }

  @Test("One broken part hides no other: head, items, thresholds, rubric, funding, districts, calendar")
  func all() {
    let reading = told([
      ("year = 2027", "year = 27"), ("target = 100", "target = -1"), (#"kind = "register""#, #"kind = "ledger""#),
      ("on_pace = -5.0", "on_pace = -5.005"), ("C = 60", "C = 90"), ("[500, 300]", "[]"), ("330212", "330203"),
      (#"kind = "holiday""#, "kind = 3"),
    ])
    #expect(
      reading == [
        "2 plan.year out-of-range", "21 measure[1].item[1].target out-of-range",
        "31 measure[1].item[3].kind not-one-of",
        "41 thresholds.on_pace too-many-decimals", "45 rubric.floors.C floors-out-of-order",
        "52 funding.tiers_wan empty", "59 district[2].code duplicate", "64 calendar[1].kind wrong-form",
      ])
  }

  @Test("Two broken values of one item, and two broken elements of one list, are two")
  func inOneTable() {
    #expect(
      told([("target = 100", "target = -1\nsplit = 3"), (#"["一", "二"]"#, #"["一", "一", " "]"#)]) == [
        "21 measure[1].item[1].target out-of-range", "22 measure[1].item[1].split wrong-form",
        "34 measure[1].item[3].stages[2] duplicate", "34 measure[1].item[3].stages[3] empty",
      ])
  }

  @Test("What follows from a mistake is not told again: a section, an item or a bound that cannot be read")
  func noEcho() {
    #expect(told([("number = 1", "number = 0")]) == ["9 section[1].number out-of-range"])
    #expect(
      told([("[[closing]]", "[[closing]]\nparent = \"M01.01\""), (#"id = "M01.01""#, "id = 1")])
        == ["18 measure[1].item[1].id wrong-form"])
    #expect(told([("on_pace = -5.0", "on_pace = \"x\""), ("watch = -10.0", "watch = 0")]).count == 1)
    #expect(told([("A = 90", "A = -1")]) == ["45 rubric.floors.A out-of-range"])
  }

  @Test("Parents in a circle are told once, wherever the way into it begins")
  func circle() {
    let text = SmallPlan.text.replacing(
      "target = 100",
      with: """
        parent = "B"
        [[measure.item]]
        id = "B"
        kind = "counted"
        label_zh = "乙"
        parent = "C"
        [[measure.item]]
        id = "C"
        kind = "counted"
        label_zh = "丙"
        parent = "B"
        """)
    let faults = Plan.check(toml: text, file: "p").faults
    #expect(faults.map(\.reason) == [.parentCycle(["B", "C", "B"])])
    #expect(faults.map(\.line) == [26])
  }

  @Test("Warnings and notices leave the plan usable, and it is the same plan")
  func usable() throws {
    let text = SmallPlan.replacing("target = 100", by: "target = 100\nlevel = \"district\"\nnonsense = 1")
    let reading = Plan.check(toml: text, file: "p")
    #expect(reading.faults.map(\.severity) == [.warning, .notice])
    #expect(reading.errors.isEmpty)
    #expect(reading.plan?.items.map(\.id) == (try Plan(toml: text, file: "p")).items.map(\.id))
  }

  @Test("The built-in plan and the template are without fault")
  func own() throws {
    #expect(Plan.check(toml: Plan.builtInText, file: "b").faults == [])
    let template = Plan.check(toml: Plan.templateText, file: "t")
    #expect(template.faults == [])
    let plan = try #require(template.plan)
    #expect(Set(plan.items.map(\.kind)) == Set(ItemKind.allCases))
    #expect(!plan.closing.isEmpty && !plan.districts.isEmpty && !plan.calendar.isEmpty && !plan.formerCodes.isEmpty)
  }
}
