import Glibc
import PseudoTerminal
import Testing

/// Nothing that data, file names or arguments say comes out raw.
@Suite struct HostileTests {
  @Test("Reports and checks of hostile data hold no hidden character, not even escaped")
  func reports() throws {
    let home = try Home()
    try Hostile.fill(home.data)
    let explain = ["explain", "--district", "310115", "--item", "M01.01"]
    for arguments in [
      ["check", "--format", "json"], ["report", "--format", "json"], ["check"], explain,
      explain + ["--format", "json"],
    ] {
      let result = try Jineng.run(arguments + ["--data", home.data.path], in: home)
      #expect(result.status <= 1)
      #expect(ShownText.hidden(in: result.out) == [], "\(arguments)")
      #expect(ShownText.hidden(in: result.err) == [], "\(arguments)")
      guard arguments.contains("json") else { continue }
      let strings = JSON.strings(try JSON.object(result.out))
      #expect(strings.allSatisfy { text in !text.unicodeScalars.contains { ShownText.isHidden($0) || $0 == "\n" } })
    }
  }

  @Test("Every page of hostile data", arguments: ["overview", "district", "institutions", "bases", "data"])
  func pages(page: String) throws {
    let home = try Home()
    try Hostile.fill(home.data)
    for keys in ["Enter", "Tab j Enter", "j j j Enter", "i", "/ M 0 1 . 0 1 Enter i Enter", "Tab Tab i Enter l"] {
      let command = [
        "show", page, "--data", home.data.path, "--district", "310115", "--keys", keys, "--size", "160x50",
      ]
      let text = try Jineng.run(command, in: home, expecting: 0)
      #expect(ShownText.hidden(in: text.out) == [], "\(keys)")
      #expect(text.complaint == "")
    }
    let command = ["show", page, "--data", home.data.path, "--district", "310115", "--size", "160x50"]
    let ansi = try Jineng.run(command + ["--format", "ansi"], in: home, expecting: 0)
    #expect(ByteOracle.violations(in: ansi.out, canaries: Hostile.canaries) == [])
    Drawing.expectHarmless(try Jineng.run(command + ["--format", "svg"], in: home, expecting: 0).out)
  }

  @Test("The data is really there: its plain letters are shown")
  func isShown() throws {
    let home = try Home()
    try Hostile.fill(home.data)
    let text = try Jineng.run(["show", "institutions", "--data", home.data.path], in: home, expecting: 0).text
    #expect(text.contains("红"))
    #expect(text.contains("<script>"))
    let report = try JSON.object(
      Jineng.run(["report", "--format", "json", "--data", home.data.path], in: home, expecting: 0).out)
    #expect(JSON.objects(report["institutions"]).count == Hostile.texts.count)
    let files = try Jineng.run(["check", "--data", home.data.path], in: home).text
    #expect(files.contains("vsc.csv"))
  }

  @Test(
    "Arguments and variables that are quoted in messages",
    arguments: [
      ["check", "--data", "\u{1b}]0;7792\u{07}\u{202e}x\nx"], ["check", "--theme", "\u{1b}[31;7791m"],
      ["check", "--as-of", "\u{1b}[2J\u{9b}1m"], ["check", "--\u{1b}[31m"], ["\u{1b}[31;7791m\u{202e}"],
      ["show", "\u{1b}[31m"], ["show", "district", "--district", "\u{1b}[31m\u{200b}"],
      ["show", "overview", "--keys", "\u{1b}[31;7791m"], ["show", "overview", "--size", "\u{1b}x\u{9b}"],
      ["explain", "--district", "\u{1b}[31m\u{202e}", "--item", "M01.01"],
      ["explain", "--district", "310115", "--item", "\u{9b}7793m"],
      ["report", "--format", "\u{1b}[31m"], ["demo", "--write", "/proc/\u{1b}]0;x\u{07}"],
      ["report", "--format", "json", "-o", "nowhere/\u{1b}[31m\u{202e}"], ["check", "--plan", "\u{1b}[31m\u{07}"],
    ])
  func arguments(arguments: [String]) throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    let result = try Jineng.run(arguments, in: home)
    #expect(result.status == 2 || result.status == 3, "\(arguments.debugDescription)")
    #expect(result.text == "", "\(arguments.debugDescription)")
    #expect(ShownText.hidden(in: result.err) == [])
    #expect(!result.complaint.isEmpty)
  }

  @Test("Hostile config files and themes")
  func settings() throws {
    let home = try Home()
    try home.work.write("data/progress/a.csv", Records.file(5))
    for text in Hostile.texts {
      try home.config.write("jineng/config.toml", "\(text) = 3\nlang = \"\(text)\"\n")
      let result = try Jineng.run(["check"], in: home)
      #expect(result.status == 0)
      #expect(ShownText.hidden(in: result.err + result.out) == [])
    }
    try home.config.write("jineng/config.toml", "\"\\u001b[31m\" = 3\n\"\\u202e\" = 4\n")
    #expect(ShownText.hidden(in: try Jineng.run(["check"], in: home, expecting: 0).err) == [])
  }

  @Test("A hostile plan")
  func plan() throws {
    let home = try Home()
    for text in Hostile.texts {
      try home.data.write("plan.toml", "[plan]\n\"\(text)\" = 3\nyear = \"\(text)\"\n")
      let result = try Jineng.run(["check", "--data", home.data.path], in: home, expecting: 3)
      #expect(ShownText.hidden(in: result.err + result.out) == [])
    }
  }

  @Test("A file name that is no UTF-8")
  func brokenName() throws {
    let home = try Home()
    try home.data.write("progress/plain.csv", Records.file(7))
    let name = Array((home.data.path + "/progress/").utf8) + [0xff, 0x9b, 0x31, 0x6d] + Array(".csv".utf8) + [0]
    #expect(rename(home.data.absolute("progress/plain.csv"), name.map { CChar(bitPattern: $0) }) == 0)
    let result = try Jineng.run(["check", "--data", home.data.path], in: home, expecting: 0)
    #expect(ShownText.hidden(in: result.out) == [])
    let report = try JSON.object(
      Jineng.run(["check", "--format", "json", "--data", home.data.path], in: home, expecting: 0).out)
    #expect((report["summary"] as? [String: Any])?["rows"] as? Int == 1)
  }
}
