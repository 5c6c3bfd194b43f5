import Policy
import Testing

@Suite("Keys that mean nothing are told")
struct PlanNoticesTests {
  private func notices(_ old: String, _ new: String) throws -> [Problem] {
    try Plan.read(toml: SmallPlan.replacing(old, by: new), file: "plan.toml").notices
  }

  @Test("A misspelt key of an item, with file, line and path")
  func misspelt() throws {
    let notices = try notices("target = 100", "taget = 100")
    var expected = Problem(path: "plan.toml", line: 21, column: "measure[1].item[1].taget", code: .unknownKey)
    expected.more = .fault(.unknownKey(meant: "target"))
    #expect(notices == [expected])
    #expect(notices.first?.code.severity == .notice)
  }

  @Test("An unknown table is told once, not key by key")
  func unknownTable() throws {
    let notices = try notices("[thresholds]", "[colours]\nred = 1\ngreen = 2\n\n[thresholds]")
    #expect(notices.map(\.column) == ["colours"])
    #expect(notices.map(\.line) == [40])
  }

  @Test("Several are told in the order of the text")
  func order() throws {
    let text = SmallPlan.text + "\nremark = 1\n[zebra]\n[ant]\n"
    let notices = try Plan.read(toml: "apple = 1\n" + text, file: "p").notices
    #expect(notices.map(\.column) == ["apple", "calendar[1].remark", "zebra", "ant"])
  }

  @Test("A due day on something that is no milestone means nothing")
  func dueOfCounted() throws {
    #expect(try notices("target = 100", "due = 2027-01-31").map(\.column) == ["measure[1].item[1].due"])
  }

  @Test(
    "Prose that a plan may carry is accepted",
    arguments: [
      "groups_zh = [\"甲\"]", "fields_zh = []", "consult_zh = [\"乙\"]", "expected_2027 = \"印发\"",
      "tranche_shares = \"\"",
      "triggers_zh = [\"丙\"]", "ladder_zh = [\"丁\"]", "recurrence = \"monthly\"", "steps = [\"一\", \"二\"]",
      "goal_zh = \"备战\"", "rule_en = \"Only\"", "note = \"…\"", "op = \">=\"",
    ])
  func prose(_ line: String) throws {
    #expect(try notices("target = 100", line).isEmpty)
  }
}
