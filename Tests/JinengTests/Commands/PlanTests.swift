import Testing

/// `jineng plan` and `jineng template`.
@Suite struct PlanTests {
  private static let checkShape = Shape.object([
    "schema": .constant("jineng.plan-check/1"), "file": .string, "usable": .flag,
    "problems": .list(
      .object([
        "line": .whole, "column": .whole, "key": .string, "code": .string,
        "severity": .word(["error", "warning", "notice"]), "message": .string,
      ])),
    "summary": .object(["errors": .whole, "warnings": .whole, "notices": .whole]),
  ])

  private func template(_ home: Home) throws -> String {
    try Jineng.run(["plan", "template"], in: home, expecting: 0).text
  }

  @Test("The template is accepted as it is, from a file, by --plan and in a data directory")
  func template() throws {
    let home = try Home()
    let text = try template(home)
    try home.work.write("own.toml", text)
    try home.data.write("plan.toml", text)
    for named in [["own.toml"], ["--plan", "own.toml"], ["--data", home.data.path]] {
      let result = try Jineng.run(["plan", "check", "--format", "json"] + named, in: home, expecting: 0)
      #expect(result.complaint == "")
      let report = try JSON.object(result.out)
      #expect(PlanTests.checkShape.faults(report) == [])
      #expect(JSON.objects(report["problems"]).isEmpty)
      #expect(report["usable"] as? Bool == true)
    }
    for command in [["report", "--format", "json"], ["show", "overview"], ["check"]] {
      _ = try Jineng.run(command + ["--data", home.data.path], in: home, expecting: 0)
    }
    let builtIn = try Jineng.run(["plan", "template", "--built-in", "-o", "b.toml"], in: home, expecting: 0)
    #expect(builtIn.text == "")
    _ = try Jineng.run(["plan", "check", "b.toml"], in: home, expecting: 0)
  }

  @Test("Errors end with 1 and every one of them is told; warnings and notices alone with 0")
  func check() throws {
    let home = try Home()
    let text = try template(home)
    let broken = text.replacing("year = 2027 ", with: "year = \"2027\"").replacing("\"Y1.02\"", with: "\"Y1.01\"")
    try home.work.write("broken.toml", broken.replacing("kind = \"workday\"", with: "kind = \"feast\""))
    let result = try Jineng.run(["plan", "check", "broken.toml", "--format", "json"], in: home, expecting: 1)
    let report = try JSON.object(result.out)
    #expect(PlanTests.checkShape.faults(report) == [])
    #expect(report["usable"] as? Bool == false)
    #expect(
      JSON.objects(report["problems"]).map { "\($0["key"] ?? "") \($0["code"] ?? "")" } == [
        "plan.year wrong-form", "measure[1].item[2].id duplicate", "calendar[2].kind not-one-of",
      ])
    let words = try Jineng.run(["plan", "check", "broken.toml", "--lang", "en"], in: home, expecting: 1)
    let line = words.text.split(separator: "\n").first ?? ""
    #expect(line.hasPrefix("broken.toml:") && line.contains("error [plan.year] expected a whole number"), "\(line)")
    #expect(words.complaint == "")

    try home.work.write("odd.toml", text.replacing("unit = ", with: "unti = "))
    let odd = try Jineng.run(["plan", "check", "odd.toml", "--lang", "en"], in: home, expecting: 0)
    #expect(odd.text.contains("did you mean unit?"))
  }

  @Test("A file that is not there, a directory, and text that is none end with 3; two names with 2")
  func unusable() throws {
    let home = try Home()
    try home.work.write("latin.toml", bytes: [0x5B, 0xE9, 0x5D, 0x0A])
    for named in [["nonesuch.toml"], ["."], ["latin.toml"], ["--data", home.path + "/nowhere"]] {
      let result = try Jineng.run(["plan", "check"] + named, in: home, expecting: 3)
      #expect(result.text == "")
      #expect(!result.complaint.isEmpty)
    }
    _ = try Jineng.run(["plan", "check", "a.toml", "--plan", "b.toml"], in: home, expecting: 2)
    let show = try Jineng.run(["plan", "show", "--data", home.path + "/nowhere"], in: home, expecting: 3)
    #expect(show.complaint.contains("--data"))
  }

  @Test("The plan in force is shown with the districts and the days of the tables that replace its own")
  func show() throws {
    let home = try Home()
    try home.data.write("plan.toml", try template(home))
    try home.data.write("districts.csv", "code,name,population\n990109,北湾区,7\n")
    try home.data.write("progress/a.csv", "no table at all")
    let text = try Jineng.run(["plan", "show", "--data", home.data.path], in: home, expecting: 0).text
    #expect(text.contains("云州市技能提升行动方案") && text.contains("Y4.01") && text.contains("北湾区"))
    #expect(!text.contains("南湖县"))
    let json = try Jineng.run(["plan", "show", "--format", "json", "--data", home.data.path], in: home, expecting: 0)
    let report = try JSON.object(json.out)
    #expect(report["schema"] as? String == "jineng.plan/1")
    #expect(JSON.objects(report["districts"]).map { $0["code"] as? String } == ["990109"])
    #expect(JSON.objects(report["calendar"]).map { $0["date"] as? String } == ["2027-01-01", "2027-02-07"])
    let items = JSON.objects(report["measures"]).flatMap { JSON.objects($0["items"]) }
    #expect(items.map { $0["kind"] as? String }.contains("base"))
    try home.data.write("plan.toml", "[plan]\nyear = 3\n")
    let broken = try Jineng.run(["plan", "show", "--data", home.data.path], in: home, expecting: 3)
    #expect(broken.complaint.contains("plan.toml:2:8") && broken.complaint.contains("plan.toml:1:1"))
  }

  @Test("An empty table opens in a spreadsheet program and is taken by the directory")
  func table() throws {
    let home = try Home()
    let csv = try Jineng.run(["template", "progress"], in: home, expecting: 0)
    #expect(csv.out.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(csv.text.hasPrefix("\u{FEFF}日期,区县,指标,人次,"))
    #expect(csv.text.hasSuffix("\r\n"))
    let tsv = try Jineng.run(["template", "台账", "--format", "tsv"], in: home, expecting: 0)
    #expect(tsv.text == "\u{FEFF}指标\t编号\t环节\t日期\t区县\t名称\r\n")
    _ = try Jineng.run(["template", "targets", "-o", home.data.path + "/targets.csv"], in: home, expecting: 0)
    _ = try Jineng.run(["check", "--data", home.data.path], in: home, expecting: 0)
    let unknown = try Jineng.run(["template", "people"], in: home, expecting: 2)
    #expect(unknown.text == "")
    #expect(unknown.complaint.contains("registers") && unknown.complaint.contains("支出"))
  }
}
