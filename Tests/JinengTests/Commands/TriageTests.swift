import Foundation
import Testing

/// `jineng triage`: the docket without the screen.
@Suite struct TriageTests {
  private static let deed: [String: Shape] = [
    "entry": .whole, "at": .string, "actor": .optional(.string), "deed": .string, "reason": .string,
    "fields": .list(.object(["name": .string, "value": .string])),
  ]

  private func home() throws -> Home {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    return home
  }

  private func triage(
    _ arguments: [String], by actor: String = "甲组", in home: Home, expecting status: Int = 0
  ) throws -> [String: Any] {
    let result = try Jineng.run(
      ["triage"] + arguments + ["--data", home.data.path, "--actor", actor, "--format", "json"], in: home,
      expecting: status)
    let answer = try JSON.object(result.out)
    #expect(answer["schema"] as? String == "jineng.triage/1")
    return answer
  }

  private func outcome(_ answer: [String: Any]) -> [String: Any] {
    (answer["outcomes"] as? [[String: Any]])?.first ?? [:]
  }

  private func own(_ number: Int, in home: Home) throws -> [String: Any] {
    try triage(["show", "\(number)"], in: home)["case"] as? [String: Any] ?? [:]
  }

  @Test("Cases open by themselves, once, and are listed worst first")
  func list() throws {
    let home = try home()
    let first = try triage(["list"], in: home)
    let cases = first["cases"] as? [[String: Any]] ?? []
    // The closing duties of 30 June are overdue, and nobody has reported but Pudong.
    #expect(cases.contains { ($0["subject"] as? [String: Any])?["condition"] as? String == "milestone" })
    #expect(cases.allSatisfy { $0["state"] as? String == "new" && $0["handler"] is NSNull })
    #expect(JSON.number(first["last_entry"] ?? 0) == Double(cases.count))
    let second = try triage(["list"], by: "乙组", in: home)
    #expect((second["cases"] as? [Any])?.count == cases.count)
    #expect(JSON.number(second["last_entry"] ?? 0) == Double(cases.count))
  }

  @Test("A case is signed for, handed on, noted, promised, reviewed and struck off by another")
  func life() throws {
    let home = try home()
    let signed = outcome(try triage(["ack", "1"], in: home))
    #expect(Shape.object(TriageTests.deed.merging(["case": .whole, "done": .flag]) { $1 }).faults(signed) == [])
    #expect(signed["deed"] as? String == "acknowledged" && signed["actor"] as? String == "甲组")
    #expect(outcome(try triage(["ack", "1"], by: "乙组", in: home, expecting: 1))["refusal"] as? String == "wrong_state")
    _ = try triage(["assign", "1", "--to", "乙组"], in: home)
    _ = try triage(["note", "1", "--text", "电话核实"], in: home)
    _ = try triage(["commit", "1", "--item", "M01.01", "--value", "120", "--by", "2026-12-31"], in: home)
    #expect(
      outcome(try triage(["review", "1"], in: home, expecting: 1))["refusal"] as? String == "not_yours")
    _ = try triage(["review", "1", "--reason", "已补报"], by: "乙组", in: home)
    #expect(
      outcome(try triage(["close", "1"], by: "乙组", in: home, expecting: 1))["refusal"] as? String == "needs_reason")
    _ = try triage(["close", "1"], in: home)
    #expect(try own(1, in: home)["state"] as? String == "closed")
    _ = try triage(["undo", "1"], in: home)
    #expect(try own(1, in: home)["state"] as? String == "review")
    let shown = try triage(["show", "1"], in: home)
    let entries = shown["entries"] as? [[String: Any]] ?? []
    #expect(
      entries.compactMap { $0["deed"] as? String } == [
        "opened", "acknowledged", "assigned", "noted", "committed", "sent_for_review", "closed", "undone",
      ])
    #expect(entries.compactMap { $0["taken_back"] as? Bool }.filter { $0 }.count == 1)
    let verified = try Jineng.run(["triage", "verify", "--data", home.data.path], in: home, expecting: 0)
    #expect(verified.text.hasPrefix("ok: "))
  }

  @Test("What may not be is refused with its reason, and status 1")
  func refused() throws {
    let home = try home()
    func refusal(_ arguments: [String]) throws -> String? {
      outcome(try triage(arguments, in: home, expecting: 1))["refusal"] as? String
    }
    #expect(try refusal(["note", "1", "--text", "电话 13800138000"]) == "personal_data")
    #expect(try refusal(["note", "1", "--text", "  "]) == "needs_reason")
    #expect(try refusal(["snooze", "1", "--until", "2027-01-20"]) == "needs_reason")
    #expect(try refusal(["snooze", "1", "--until", "2020-01-20", "--reason", "等"]) == "date_in_past")
    #expect(try refusal(["close", "1"]) == "wrong_state")
    #expect(try refusal(["note", "9999", "--text", "x"]) == "no_such_case")
    #expect(try refusal(["undo", "1"]) == "nothing_to_undo")
    for arguments in [
      ["snooze", "1", "--until", "soon", "--reason", "x"], ["escalate", "1", "--to", "purple", "--reason", "x"],
      ["commit", "1", "--item", "M99.99", "--value", "1", "--by", "2026-12-31"], ["show", "9999"],
      ["ack", "1", "--read-only"], ["ack", "1", "--actor", ""],
    ] {
      _ = try Jineng.run(["triage"] + arguments + ["--data", home.data.path], in: home, expecting: 2)
    }
  }

  @Test("A memo has its headings, and nobody who only looks makes a docket")
  func memo() throws {
    let home = try home()
    _ = try Jineng.run(["show", "triage", "--data", home.data.path], in: home, expecting: 0)
    _ = try Jineng.run(["triage", "list", "--read-only", "--data", home.data.path], in: home, expecting: 0)
    #expect(Folder(home.path + "/state").names.isEmpty)
    _ = try triage(["decide", "1", "--text", "每周<一>报"], in: home)
    let memo = try Jineng.run(["triage", "memo", "--data", home.data.path], in: home, expecting: 0)
    #expect(memo.text.contains("## 新增事项") && memo.text.contains("会商决定") && memo.text.contains("每周\\<一\\>报"))
    let page = try Jineng.run(["triage", "memo", "--format", "html", "--data", home.data.path], in: home, expecting: 0)
    #expect(page.text.hasPrefix("<!DOCTYPE html>") && page.text.contains("每周&lt;一&gt;报"))
  }
}
