import Testing

/// `jineng check`.
@Suite struct CheckTests {
  private static let shape = Shape.object([
    "schema": .constant("jineng.check/1"),
    "files": .list(
      .object([
        "path": .string, "table": .string, "encoding": .optional(.string), "rows": .whole, "rejected": .whole,
        "sha256": .optional(.string),
      ])),
    "problems": .list(
      .object([
        "path": .string, "line": .optional(.whole), "column": .optional(.string), "code": .string,
        "severity": .word(["error", "warning", "notice"]), "message": .string,
      ])),
    "summary": .object([
      "files": .whole, "rows": .whole, "rejected": .whole, "errors": .whole, "warnings": .whole, "notices": .whole,
    ]),
  ])

  @Test("Good data ends with 0 and has the contract's shape")
  func good() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100, 20))
    let result = try Jineng.run(["check", "--format", "json", "--data", home.data.path], in: home, expecting: 0)
    let report = try JSON.object(result.out)
    #expect(CheckTests.shape.faults(report) == [])
    #expect(result.complaint == "")
    let file = JSON.objects(report["files"]).first
    #expect(file?["path"] as? String == "progress/a.csv")
    #expect(file?["table"] as? String == "progress")
    #expect(file?["encoding"] as? String == "utf-8")
    #expect(file?["rows"] as? Int == 2)
    #expect((file?["sha256"] as? String)?.count == 64)
  }

  @Test("Data with an error ends with 1; warnings and notices alone with 0")
  func errors() throws {
    let home = try Home()
    try home.data.write("progress/a.csv", Records.file(100))
    try home.data.write("progress/notes.txt", "x")
    try home.data.write("targets.csv", "district,item,target\n310115,M01.01,7\n")
    let quiet = try Jineng.run(["check", "--format", "json", "--data", home.data.path], in: home, expecting: 0)
    #expect(JSON.objects(try JSON.object(quiet.out)["problems"]).count == 2)
    try home.data.write("progress/b.csv", Records.badFile)
    for format in ["json", "text"] {
      let result = try Jineng.run(["check", "--format", format, "--data", home.data.path], in: home, expecting: 1)
      #expect(result.complaint == "")
      #expect(!result.text.isEmpty)
    }
    let loud = try Jineng.run(["check", "--format", "json", "--data", home.data.path], in: home, expecting: 1)
    let report = try JSON.object(loud.out)
    #expect(CheckTests.shape.faults(report) == [])
    let problem = JSON.objects(report["problems"]).first { $0["severity"] as? String == "error" }
    #expect(problem?["path"] as? String == "progress/b.csv")
    #expect(problem?["line"] as? Int == 2)
    #expect(problem?["column"] as? String == "date")
    #expect(problem?["code"] as? String == "bad-date")
  }

  @Test("A line of the text names path and line as editors read it, in the language asked for")
  func text() throws {
    let home = try Home()
    try home.data.write("progress/b.csv", Records.badFile)
    let chinese = try Jineng.run(["check", "--data", home.data.path], in: home, expecting: 1)
    #expect(chinese.text.contains("progress/b.csv:2: "))
    let english = try Jineng.run(["check", "--data", home.data.path, "--lang", "en"], in: home, expecting: 1)
    #expect(english.text.contains("progress/b.csv:2: "))
    #expect(english.text.utf8.allSatisfy { $0 < 0x80 }, "\(english.text)")
  }

  @Test("The text says which districts send badly, each in a line of its own, before the sums")
  func senders() throws {
    let home = try Home()
    let good = (1...50).map { Records.row($0, district: "310101") }.joined()
    try home.data.write("progress/huangpu.csv", Records.header + good)
    try home.data.write("progress/pudong.csv", Records.badFile + Records.row(5) + Records.row(6))
    try home.data.write(
      "progress/both.csv", Records.header + Records.row(1) + Records.row(1, district: "310101") + "x\n")
    let arguments = ["check", "--data", home.data.path, "--as-of", Records.day]
    let chinese = try Jineng.run(arguments, in: home, expecting: 1)
    let lines = chinese.text.split(separator: "\n").map(String.init).suffix(5)
    #expect(
      Array(lines) == [
        "较差  浦东  有效行 2  拒收 1  错误 1  拒收率 33.3%",
        "失联 14：徐汇 长宁 静安 普陀 虹口 杨浦 闵行 宝山 嘉定 金山 松江 青浦 奉贤 崇明", "良好 1：黄浦",
        "无法归属  有效行 2  拒收 1  错误 1  多区合报或读不出区", "文件 3  有效行 54  拒收 2  错误 2  警告 0  提示 0",
      ])
    let english = try Jineng.run(arguments + ["--lang", "en"], in: home, expecting: 1)
    #expect(english.text.contains("\npoor  Pudong  rows 2  refused 1"))
    #expect(english.text.contains("\ngood 1: Huangpu\n"))
  }

  @Test("The sample has the shape, the counts add up, and twice gives the same bytes")
  func sample() throws {
    let sample = try #require(Folder.sample)
    let home = try Home()
    let arguments = ["check", "--format", "json", "--data", sample.path]
    let result = try Jineng.run(arguments, in: home)
    let report = try JSON.object(result.out)
    #expect(CheckTests.shape.faults(report) == [])
    let summary = try #require(report["summary"] as? [String: Any])
    let files = JSON.objects(report["files"])
    let problems = JSON.objects(report["problems"])
    #expect(summary["files"] as? Int == files.count)
    #expect(summary["rows"] as? Int == files.reduce(0) { $0 + ($1["rows"] as? Int ?? 0) })
    #expect(summary["rejected"] as? Int == files.reduce(0) { $0 + ($1["rejected"] as? Int ?? 0) })
    for (severity, key) in [("error", "errors"), ("warning", "warnings"), ("notice", "notices")] {
      #expect(summary[key] as? Int == problems.count { $0["severity"] as? String == severity })
    }
    #expect(result.status == (summary["errors"] as? Int == 0 ? 0 : 1))
    #expect(try Jineng.run(arguments, in: home).out == result.out)
  }

  @Test("An empty directory has nothing wrong")
  func empty() throws {
    let home = try Home()
    let result = try Jineng.run(["check", "--format", "json", "--data", home.data.path], in: home, expecting: 0)
    #expect(CheckTests.shape.faults(try JSON.object(result.out)) == [])
  }
}
