import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// What the console shows first, and on what terminals.
  @Suite(.serialized) struct OpeningTests {
    @Test("It opens on the overview of the sample", arguments: [(80, 24), (120, 36)])
    func sample(size: (columns: Int, rows: Int)) throws {
      let sample = try #require(Folder.sample)
      let home = try Home()
      let terminal = try RunningConsole.start(
        ["--data", sample.path], in: home, columns: size.columns, rows: size.rows)
      #expect(terminal.wait(for: "示例数据"))
      #expect(terminal.screen.contains("[1总览]"))
      #expect((terminal.screen.total ?? 0) > 1000)
      #expect(terminal.wait(for: "浦东"))
      #expect(terminal.screen.lines.contains { $0.contains("实时") })
      #expect(terminal.screen.isWhole)
      #expect(terminal.screen.unknown == [])
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("The running console shows what show prints")
    func sameAsShow() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let arguments = ["--data", home.data.path, "--as-of", "2026-06-30"]
      let terminal = try RunningConsole.start(arguments, in: home, columns: 120, rows: 36)
      #expect(terminal.waitForSilence())
      let shown = try Jineng.run(["show", "overview", "--size", "120x36"] + arguments, in: home, expecting: 0).text
      let printed = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      // The first line carries the clock; the last but one panel ages.
      #expect(Array(terminal.screen.lines[1..<30]) == Array(printed[1..<30]))
    }

    @Test("The demo makes its sample, opens on it and leaves nothing behind")
    func demo() throws {
      let home = try Home()
      let terminal = try RunningConsole.start(["demo", "--rows", "300"], in: home)
      #expect(terminal.wait(for: "示例数据"))
      #expect(home.cache.names.contains("demo-1"))
      terminal.quit()
      #expect(!home.cache.names.contains("demo-1"))
      #expect(home.temporary.names == [])
    }

    @Test("What a demo that was ended leaves is taken over by the next", arguments: [SIGTERM, SIGHUP])
    func demoEnded(number: Int32) throws {
      let home = try Home()
      let terminal = try RunningConsole.start(["demo", "--rows", "300"], in: home)
      terminal.signal(number)
      #expect(terminal.waitForEnd(seconds: 2) == 128 + Int(number))
      #expect(terminal.leftovers == [])
      #expect(home.temporary.names == [])
      let next = try RunningConsole.start(["demo", "--rows", "300"], in: home)
      // Its store stands beside it, and goes with it.
      #expect(home.cache.names.filter { !$0.hasSuffix(".lock") && !$0.contains(".store") } == ["demo-1"])
      next.quit()
      #expect(home.cache.names.filter { !$0.hasSuffix(".lock") } == [])
    }

    @Test("The live demo's total grows by itself")
    func liveDemo() throws {
      let home = try Home()
      let terminal = try RunningConsole.start(["demo", "--rows", "300", "--live"], in: home)
      #expect(terminal.wait { $0.total != nil })
      let before = terminal.screen.lines
      let first = terminal.screen.total
      #expect(terminal.wait(seconds: 15) { $0.total != first || $0.lines.dropFirst() != before.dropFirst() })
      terminal.quit()
      #expect(home.temporary.names == [])
    }

    @Test(
      "A terminal that cannot be used: 3 and one line",
      arguments: [nil, "", "nonesuch", "dumb", "../../x", "\u{1b}[31m"])
    func badTerminal(type: String?) throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.open(["--data", home.data.path], in: home, environment: ["TERM": type])
      #expect(terminal.waitForEnd(seconds: 5) == 3)
      let lines = terminal.screen.lines.filter { !$0.isEmpty && !$0.hasPrefix("<ended") }
      let text = lines.joined()
      #expect(text.hasPrefix("jineng: "), "\(lines)")
      #expect(text.contains("TERM"))
      // One line of output, however often the terminal had to wrap it.
      #expect(terminal.output.count { $0 == 0x0a } == 1)
      #expect(terminal.leftovers == [])
      #expect(!terminal.output.contains(0x1b))
    }

    @Test(
      "Without a locale, or with a foreign one, Chinese is shown, or it is said why not",
      arguments: ["C", "zh_CN.GBK"])
    func locale(name: String) throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(
        ["--data", home.data.path], in: home, environment: ["LANG": name, "LC_ALL": name])
      #expect(terminal.screen.contains("总览") || terminal.screen.contains("UTF-8 locale"))
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("NO_COLOR and --color never leave the terminal's own colours", arguments: [true, false])
    func noColor(byVariable: Bool) throws {
      let sample = try #require(Folder.sample)
      let terminal = try RunningConsole.start(
        ["--data", sample.path] + (byVariable ? [] : ["--color", "never"]), in: Home(),
        environment: byVariable ? ["NO_COLOR": "1"] : [:])
      #expect(terminal.waitForSilence())
      let screen = terminal.screen
      let pens = (0..<24).flatMap { row in (0..<80).map { screen[$0, row].pen } }
      #expect(pens.allSatisfy { $0.foreground == .standard && $0.background == .standard })
      #expect(pens.contains { $0.reverse || $0.bold })
    }

    @Test("The log is one JSON object a line, whatever the directory is called")
    func log() throws {
      let home = try Home()
      let name = "\u{1b}[31m\n{\"x\": 1}"
      try home.work.write(name + "/progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", name, "--log", "log"], in: home)
      terminal.quit()
      let text = try #require(home.work.text("log"))
      let lines = text.split(separator: "\n")
      #expect(lines.count >= 3)
      for line in lines {
        let object = try JSON.object(Array(line.utf8))
        #expect(object["event"] is String)
        #expect(JSON.number(object["at"] ?? "") != nil)
      }
      #expect(ShownText.hidden(in: Array(text.utf8)) == [])
    }

    @Test("Idle, it sends nothing and uses no time")
    func idle() throws {
      let sample = try #require(Folder.sample)
      let terminal = try RunningConsole.start(["--data", sample.path], in: Home())
      let program = try #require(terminal.programIfRunning)
      // What is prepared beside the first picture, such as the pinyin of names, takes as long as the machine needs, and
      // the clock's minute may pass: it must come to rest, not be at rest at once.
      var isAtRest = false
      for _ in 0..<10 where !isAtRest {
        #expect(terminal.waitForSilence(seconds: 0.3))
        let used = Spawn.processorTime(program) ?? 0
        let sent = terminal.output.count
        let quiet = terminal.waitForSilence(seconds: 2, atMost: 2.5) && terminal.output.count == sent
        isAtRest = quiet && (Spawn.processorTime(program) ?? 0) - used <= 3
      }
      #expect(isAtRest)
    }
  }
}
