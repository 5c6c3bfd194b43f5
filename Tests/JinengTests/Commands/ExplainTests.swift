import Foundation
import Testing

/// `jineng explain`: where a figure comes from, as text and as JSON.
@Suite struct ExplainTests {
  private static let file = Shape.object([
    "path": .string, "table": .string, "encoding": .optional(.string), "rows": .optional(.whole),
    "value": .optional(.number), "previous": .null, "sha256": .string, "size": .whole, "modified": .string,
    "stale": .optional(.string), "superseded": .whole, "superseded_by": .optional(place),
  ])
  private static let place = Shape.object(["path": .string, "line": .whole])
  private static let window = Shape.object(["count": .whole, "from": .day, "through": .day])
  private static let figure = Shape.object([
    "kind": .word(["counted", "milestone", "register"]), "district": .object(["code": .string, "name": .string]),
    "item": .object(["id": .string, "name": .string]),
  ])
  private static let item = Shape.object([
    "id": .string, "target": .optional(.whole), "target_source": .string, "actual": .whole, "pace": .number,
    "attainment": .optional(.number), "lead_pp": .optional(.number), "status": .string,
    "required_per_working_day": .optional(.number), "recent_per_working_day": .object(["5": .number, "20": .number]),
    "multiple": .optional(.number),
    "forecast": .optional(.object(["p10": .number, "p50": .number, "p90": .number, "probability": .number])),
  ])
  /// Its parts differ by split: their members are looked at one by one.
  private static let facts = Shape.object([
    "latest": .optional(.day), "days_since": .optional(.whole), "silent": .list(.string),
    "months_without_rows": .list(.string), "refused_rows": .whole,
    "institutions": .list(
      .object(["id": .string, "name": .string, "grade": .string, "capped": .flag, "actual": .whole])),
    "projects": .list(.object(["id": .string, "name": .string, "flags": .list(.string)])),
    "probability": .optional(.number), "revisions": .null,
  ])

  /// What is wrong with a gap: its parts must add up to it, to the unit.
  private static func faults(gap: Any?, actual: Double?, isCity: Bool) -> [String] {
    guard let gap = gap as? [String: Any] else { return ["no gap"] }
    var faults =
      Set(gap.keys) == ["target", "expected", "actual", "gap", "parts", "unread", "facts"] ? [] : ["\(gap.keys)"]
    faults += Self.facts.faults(gap["facts"] ?? "")
    let parts = gap["parts"] as? [String: Any] ?? [:]
    let splits = ["month", "institution", "occupation", "group"] + (isCity ? ["district"] : [])
    if Set(parts.keys) != Set(splits) { faults.append("splits \(parts.keys.sorted())") }
    if JSON.number(gap["actual"] ?? "") != actual { faults.append("actual") }
    for (split, list) in parts {
      for member in ["expected", "actual", "gap"] {
        let sum = JSON.objects(list).reduce(0) { $0 + (JSON.number($1[member] ?? "") ?? .nan) }
        if sum != JSON.number(gap[member] ?? "") { faults.append("\(split): \(member) sums to \(sum)") }
      }
    }
    return faults
  }

  private static let operands = Shape.object([
    "days_elapsed": .whole, "days": .whole, "short": .whole, "working_days_left": .whole,
    "recent": .object(["5": window, "20": window]),
    "suggested": .optional(.object(["city_target": .whole, "residents": .whole, "all_residents": .whole])),
  ])

  private static func shape(_ more: [String: Shape]) -> Shape {
    let common: [String: Shape] = [
      "schema": .constant("jineng.explain/1"), "as_of": .day, "sample": .flag, "figure": figure,
      "target_row": .optional(place), "files": .list(file),
    ]
    return .object(common.merging(more) { first, _ in first })
  }

  private func explain(
    _ arguments: [String], _ data: Folder, as day: String = "2026-11-20", in home: Home
  ) throws -> [String: Any] {
    let all = ["explain", "--format", "json", "--data", data.path, "--as-of", day] + arguments
    let result = try Jineng.run(all, in: home, expecting: 0)
    #expect(result.complaint == "")
    return try JSON.object(result.out)
  }

  private func member(_ object: [String: Any], _ path: String...) -> Any? {
    path.reduce(object as Any?) { ($0 as? [String: Any])?[$1] }
  }

  private func number(_ object: [String: Any], _ path: String...) -> Double? {
    path.reduce(object as Any?) { ($0 as? [String: Any])?[$1] }.flatMap { JSON.number($0) }
  }

  @Test("Its figures are the report's, and its numbers and files give them", arguments: ["2026-05-31", "2026-11-20"])
  func counted(_ day: String) throws {
    let home = try Home()
    let sample = try #require(Folder.smallSample)
    let report = try JSON.object(
      Jineng.run(["report", "--format", "json", "--data", sample.path, "--as-of", day], in: home, expecting: 0).out)
    let pudong = try #require(JSON.objects(report["districts"]).first { $0["code"] as? String == "310115" })
    let city = JSON.objects(member(report, "city", "items"))
    let asked: [(String, [[String: Any]])] = [("pudong", JSON.objects(pudong["items"])), ("全市", city)]
    for (place, items) in asked {
      for item in items.prefix(8) {
        let id = try #require(item["id"] as? String)
        var found = try explain(["--district", place, "--item", id], sample, as: day, in: home)
        let gap = found.removeValue(forKey: "gap")
        #expect(Self.shape(["values": Self.item, "operands": Self.operands]).faults(found) == [], "\(place) \(id)")
        if number(item, "target") != nil {
          #expect(
            Self.faults(gap: gap, actual: number(item, "actual"), isCity: place == "全市") == [], "\(place) \(id)")
        } else {
          #expect(gap is NSNull, "\(place) \(id)")
        }
        let values = try #require(found["values"] as? [String: Any])
        #expect("\(values)".count == "\(item)".count && values.keys == item.keys)
        for key in ["actual", "target", "attainment", "lead_pp", "required_per_working_day", "multiple"] {
          #expect(number(values, key) == number(item, key), "\(place) \(id) \(key)")
        }
        let parts = JSON.objects(found["files"]).filter { $0["table"] as? String == "progress" }
        #expect(parts.reduce(0) { $0 + (number($1, "value") ?? 0) } == number(item, "actual"), "\(place) \(id)")
        let operands = try #require(found["operands"] as? [String: Any])
        let recent = (number(operands, "recent", "20", "count") ?? 0) / 20
        #expect(recent == number(item, "recent_per_working_day", "20"))
        if let target = number(item, "target"), target > 0, let actual = number(item, "actual") {
          let pace = (number(operands, "days_elapsed") ?? 0) / (number(operands, "days") ?? 1)
          #expect(abs((actual / target - pace) * 100 - (number(item, "lead_pp") ?? .nan)) < 1e-9)
          let required = (number(operands, "short") ?? 0) / (number(operands, "working_days_left") ?? 1)
          #expect(abs(required - (number(item, "required_per_working_day") ?? .nan)) < 1e-9)
        }
      }
    }
  }

  @Test("Every file has its digest and time")
  func files() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(5, 6))
    try home.data.write("targets.csv", "district,item,target\n310115,M01.01,100\n")
    let found = try explain(["--district", "310115", "--item", "M01.01"], home.data, in: home)
    let check = try JSON.object(
      Jineng.run(["check", "--format", "json", "--data", home.data.path], in: home, expecting: 0).out)
    let files = JSON.objects(found["files"])
    #expect(files.map { $0["path"] as? String } == ["progress/a.csv", "targets.csv"])
    #expect(files.map { $0["sha256"] as? String } == JSON.objects(check["files"]).map { $0["sha256"] as? String })
    #expect(files.map { $0["rows"] as? Int } == [2, 1])
    #expect(files.map { $0["value"] as? Int } == [11, 100])
    #expect(member(found, "target_row", "path") as? String == "targets.csv")
    #expect(member(found, "target_row", "line") as? Int == 2)
    #expect(member(found, "figure", "item", "name") as? String == "补贴性职业技能培训")
  }

  @Test("A suggested target says what it was split by")
  func suggested() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(5))
    let found = try explain(["--district", "浦东", "--item", "补贴性职业技能培训"], home.data, in: home)
    let share =
      (number(found, "operands", "suggested", "city_target") ?? 0)
      * (number(found, "operands", "suggested", "residents") ?? 0)
      / (number(found, "operands", "suggested", "all_residents") ?? 1)
    #expect(abs(share - (number(found, "values", "target") ?? .nan)) < 1)
  }

  @Test("Milestones and registers have their rows, too")
  func others() throws {
    let home = try Home()
    let sample = try #require(Folder.sample)
    let milestone = try explain(["--district", "310151", "--item", "D00.01"], sample, in: home)
    let state = Shape.object(["status": .string, "due": .optional(.day), "done": .optional(.day)])
    #expect(Self.shape(["values": state]).faults(milestone) == [])
    #expect(JSON.objects(milestone["files"]).count == 1)
    let register = try explain(["--district", "310000", "--item", "M01.04"], sample, in: home)
    let entries = JSON.objects(member(register, "values", "stages")).reduce(0) { $0 + ($1["entries"] as? Int ?? 0) }
    #expect(entries > 0)
    #expect(JSON.objects(register["files"]).reduce(0) { $0 + ($1["value"] as? Int ?? 0) } == entries)
  }

  @Test("As text: formula, files, both languages")
  func text() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(5, 6))
    try home.data.write("progress/b.csv", Records.file(-1))
    try home.data.write("targets/a.csv", "district,item,target\n310115,M01.01,100\n")
    try home.data.write("targets/b.csv", "district,item,target\n310115,M01.01,300\n")
    let arguments = [
      "explain", "--district", "pd", "--item", "m01.01", "--data", home.data.path, "--as-of", "2026-03-01",
    ]
    let chinese = try Jineng.run(arguments, in: home, expecting: 0).text
    for expected in [
      "浦东新区  M01.01 补贴性职业技能培训  2026-03-01", "= 11 + (-1)", "= 10 / 100", "= 10 / 100 - 60 / 365",
      "文件 targets/a.csv:2", "来源文件 4", "targets/b.csv  1 行已被取代 见 targets/a.csv:2",
    ] { #expect(chinese.contains(expected), "\(expected)\n\(chinese)") }
    for expected in ["差距分解", "目标 100 人次，按时序应完成 17 (60/365 天)，完成 10，差 7", "2026-02", "未注明", "仅供参考"] {
      #expect(chinese.contains(expected), "\(expected)\n\(chinese)")
    }
    #expect(!chinese.contains(" \n"))
    let english = try Jineng.run(arguments + ["--lang", "en"], in: home, expecting: 0).text
    #expect(english.contains("Source files 4"))
    #expect(english.contains("= 10 / 100"))
    #expect(english.contains("pace asks 17 (60/365 days), actual 10, short 7"))
    #expect(ShownText.hidden(in: Array((chinese + english).utf8)) == [])
  }

  @Test("The same records give the same bytes")
  func sameBytes() throws {
    let sample = try #require(Folder.smallSample)
    let arguments = ["explain", "--district", "310000", "--item", "M01.01", "--format", "json", "--data", sample.path]
    let runs = try (0..<2).map { _ in try Jineng.run(arguments, in: Home(), expecting: 0).out }
    #expect(runs[0] == runs[1])
  }
}
