import Testing

/// `jineng report --format json`: the contract's shape, its orders, and the same bytes each time.
@Suite struct ReportTests {

  private static let item = Shape.object([
    "id": .string, "target": .optional(.whole), "target_source": .word(["plan", "file", "suggested", "none"]),
    "actual": .whole, "pace": .number, "attainment": .optional(.number), "lead_pp": .optional(.number),
    "status": .string, "required_per_working_day": .optional(.number),
    "recent_per_working_day": .object(["5": .optional(.number), "20": .optional(.number)]),
    "multiple": .optional(.number),
    "forecast": .optional(.object(["p10": .number, "p50": .number, "p90": .number, "probability": .number])),
  ])

  private static let milestone = Shape.object([
    "id": .string, "kind": .constant("milestone"), "status": .string, "due": .optional(.day), "done": .optional(.day),
    "districts": .list(
      .object(["code": .string, "status": .string, "due": .optional(.day), "done": .optional(.day)])),
  ])

  private static let measureItem = Shape.anyOf([
    .object(["id": .string, "kind": .constant("counted"), "status": .string]),
    .object(["id": .string, "kind": .word(["institution", "base"]), "status": .word(["watch", "on_pace"])]),
    milestone,
    .object([
      "id": .string, "kind": .constant("register"), "stuck": .whole,
      "stages": .list(.object(["name": .string, "entries": .whole, "oldest_days": .optional(.whole)])),
    ]),
  ])

  private static let project = Shape.object([
    "id": .string, "approved": .money, "paid": .money, "spent": .money, "balance": .money,
    "stage": .word(["building", "accepted", "evaluated-1", "evaluated-2", "evaluated-3", "closed"]),
    "flags": .list(.string),
  ])

  private static let institution = Shape.object([
    "id": .string, "name": .string, "district": .string, "score": .optional(.number), "grade": .string,
    "capped": .flag, "missing": .list(.string), "expired": .flag, "open_findings": .whole, "trained": .whole,
  ])

  private static let district = Shape.object([
    "code": .string, "name": .string, "status": .string, "latest": .optional(.day), "items": .list(item),
    "grades": .object(["A": .whole, "B": .whole, "C": .whole, "D": .whole, "ungraded": .whole]),
    "funding": .object([
      "approved": .money, "paid": .money, "spent": .money, "balance": .money, "flags": .whole,
    ]),
  ])

  private static let shape = Shape.object([
    "schema": .constant("jineng.board/1"), "as_of": .day, "sample": .flag,
    "plan": .object(["year": .whole, "document": .string]), "pace": .number, "working_days_left": .whole,
    "city": .object(["items": .list(item)]), "districts": .list(district), "institutions": .list(institution),
    "bases": .list(
      .object(["id": .string, "name": .string, "district": .string, "projects": .list(project)])),
    "measures": .list(.object(["number": .whole, "status": .string, "items": .list(measureItem)])),
    "closing": .list(milestone),
    "problems": .object(["errors": .whole, "warnings": .whole, "notices": .whole]),
  ])

  private func report(_ data: Folder, in home: Home, as day: String = "2026-11-20") throws -> [String: Any] {
    let arguments = ["report", "--format", "json", "--data", data.path, "--as-of", day]
    let result = try Jineng.run(arguments, in: home, expecting: 0)
    #expect(result.complaint == "")
    return try JSON.object(result.out)
  }

  @Test("The sample's board has exactly the contract's shape")
  func shape() throws {
    let report = try report(#require(Folder.sample), in: Home())
    #expect(ReportTests.shape.faults(report) == [])
    #expect(report["sample"] as? Bool == true)
    #expect(report["as_of"] as? String == "2026-11-20")
    for key in ["districts", "institutions", "bases", "measures", "closing"] {
      #expect(!JSON.objects(report[key]).isEmpty, "\(key)")
    }
    let kinds = Set(
      JSON.objects(report["measures"]).flatMap { JSON.objects($0["items"]) }.compactMap { $0["kind"] as? String })
    #expect(kinds == ["counted", "milestone", "register", "institution", "base"])
  }

  @Test("An empty directory gives a board of the same shape")
  func empty() throws {
    let home = try Home()
    let report = try report(home.data, in: home)
    #expect(ReportTests.shape.faults(report) == [])
    #expect(report["sample"] as? Bool == false)
    #expect(JSON.objects(report["districts"]).count == 16)
    #expect(JSON.objects(report["districts"]).allSatisfy { $0["status"] as? String == "silent" })
  }

  @Test("Everything is in order: districts by code, everything else by id")
  func order() throws {
    let report = try report(#require(Folder.sample), in: Home())
    func expectOrder(_ list: Any?, _ key: String, _ what: String) {
      let keys = JSON.objects(list).compactMap { $0[key] as? String }
      #expect(!keys.isEmpty, "\(what)")
      #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(what)")
    }
    expectOrder(report["districts"], "code", "districts")
    expectOrder(report["institutions"], "id", "institutions")
    expectOrder(report["bases"], "id", "bases")
    expectOrder(report["closing"], "id", "closing")
    expectOrder((report["city"] as? [String: Any])?["items"], "id", "city")
    for district in JSON.objects(report["districts"]) { expectOrder(district["items"], "id", "district") }
    for measure in JSON.objects(report["measures"]) { expectOrder(measure["items"], "id", "measure") }
    for base in JSON.objects(report["bases"]) where !JSON.objects(base["projects"]).isEmpty {
      expectOrder(base["projects"], "id", "projects")
    }
    for milestone in JSON.objects(report["closing"]) where !JSON.objects(milestone["districts"]).isEmpty {
      expectOrder(milestone["districts"], "code", "districts of a milestone")
    }
    let numbers = JSON.objects(report["measures"]).compactMap { $0["number"] as? Int }
    #expect(numbers == numbers.sorted())
  }

  @Test("The same records give the same bytes, wherever they lie and however their folders are called")
  func sameBytes() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100) + Records.row(-3, district: "310104"))
    try home.work.write("data/progress/a.csv", Records.file(100) + Records.row(-3, district: "310104"))
    let there = ["report", "--format", "json", "--as-of", "2026-06-30", "--data", home.data.path]
    let first = try Jineng.run(there, in: home, expecting: 0).out
    #expect(try Jineng.run(there, in: home, expecting: 0).out == first)
    #expect(try Jineng.run(Array(there.dropLast(2)), in: home, expecting: 0).out == first)
    #expect(
      try Jineng.run(there + ["--lang", "en"], in: home, environment: ["TZ": "Asia/Tokyo"], expecting: 0).out == first)
  }

  @Test("Data with errors is reported all the same, and they are counted")
  func withErrors() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100) + "2026-02-30,310115,M01.01,5\n")
    let report = try report(home.data, in: home)
    let items = JSON.objects((report["city"] as? [String: Any])?["items"])
    #expect(items.first { $0["id"] as? String == "M01.01" }?["actual"] as? Int == 100)
    #expect((report["problems"] as? [String: Any])?["errors"] as? Int == 1)
  }
}
