import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// However the console ends, the terminal is as it was; and what happens to terminals while it runs.
  @Suite(.serialized) struct EndingTests {
    private func start(columns: Int = 80, rows: Int = 24) throws -> (terminal: PseudoTerminal, home: Home) {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      return (try RunningConsole.start(["--data", home.data.path], in: home, columns: columns, rows: rows), home)
    }

    @Test("By q and y, F10 and y", arguments: [("q", "y"), ("\u{1b}[21~", "y")])
    func inOrder(keys: (ask: String, confirm: String)) throws {
      let (terminal, _) = try start()
      #expect(!terminal.settings.isCooked)
      terminal.send(keys.ask)
      #expect(terminal.wait(for: "退出"))
      terminal.send(keys.confirm)
      #expect(terminal.waitForEnd(seconds: 1) == 0)
      #expect(terminal.leftovers == [])
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test(
      "By a signal: given back, and the shell sees that signal within a second",
      arguments: [SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP])
    func signalled(number: Int32) throws {
      let (terminal, _) = try start()
      terminal.signal(number)
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(number))
      #expect(terminal.leftovers == [])
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("By Ctrl-C and Ctrl-\\ at the keyboard", arguments: [("\u{03}", SIGINT), ("\u{1c}", SIGQUIT)])
    func keyboard(key: String, number: Int32) throws {
      let (terminal, _) = try start()
      terminal.send(key)
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(number))
      #expect(terminal.leftovers == [])
    }

    @Test("By a signal before the first frame", arguments: [SIGTERM, SIGINT, SIGHUP])
    func early(number: Int32) throws {
      let sample = try #require(Folder.sample)
      let home = try Home()
      let terminal = try RunningConsole.open(["--data", sample.path], in: home)
      // As soon as anything of the program is seen.
      #expect(terminal.wait { $0.isAlternate || !$0.modes.isEmpty })
      terminal.signal(number)
      #expect(terminal.waitForEnd(seconds: 2) == 128 + Int(number))
      #expect(terminal.leftovers == [])
    }

    @Test("By the loss of its terminal")
    func hangUp() throws {
      let (terminal, _) = try start()
      let program = try #require(terminal.programIfRunning)
      terminal.hangUp()
      #expect(Clock.wait(seconds: 1) { !Spawn.isAlive(program) })
    }

    @Test("By the loss of its terminal with SIGHUP ignored, as under nohup")
    func hangUpIgnored() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try PseudoTerminal(
        "/usr/bin/env", ["--ignore-signal=HUP", Jineng.path, "--data", home.data.path],
        environment: home.environment())
      #expect(terminal.wait(seconds: 10, for: "F10"))
      let program = try #require(terminal.programIfRunning)
      terminal.hangUp()
      #expect(Clock.wait(seconds: 2) { !Spawn.isAlive(program) })
    }

    @Test("Ctrl-Z gives the terminal to the shell; continued, the screen is whole, in the new size, and live")
    func stop() throws {
      let (terminal, home) = try start()
      terminal.send("\u{1a}")
      #expect(terminal.waitForStop() == 128 + Int(SIGTSTP))
      #expect(terminal.leftovers == [])
      try home.data.replace("progress/a.csv", Records.file(300))
      terminal.resize(columns: 100, rows: 30)
      terminal.send("\n")
      #expect(terminal.wait(seconds: 5) { $0.isAlternate && $0.total == 300 && $0.contains("F10") })
      #expect(terminal.screen.line(29).contains("F1"))
      #expect(!terminal.settings.isCooked)
      terminal.quit()
    }

    @Test("Stopped the hard way and continued, it takes the terminal again")
    func hardStop() throws {
      let (terminal, _) = try start()
      terminal.signal(SIGSTOP)
      #expect(terminal.waitForStop() == 128 + Int(SIGSTOP))
      terminal.send("\n")
      #expect(terminal.wait(seconds: 5) { $0.contains("F10") })
      terminal.send("8")
      #expect(terminal.wait(for: "[8数据]"))
      terminal.quit()
    }

    @Test("A storm of sizes ends with the last one")
    func resizeStorm() throws {
      let (terminal, home) = try start()
      for step in 0..<300 { terminal.resize(columns: 1 + step * 7 % 200, rows: 1 + step * 5 % 60) }
      terminal.resize(columns: 120, rows: 36)
      #expect(terminal.wait(seconds: 10) { $0.line(35).contains("F10") && $0.total == 100 })
      #expect(terminal.waitForSilence(seconds: 0.3))
      #expect(terminal.screen.isWhole)
      let arguments = ["show", "overview", "--data", home.data.path, "--size", "120x36"]
      let shown = try Jineng.run(arguments, in: home, expecting: 0).text
      let printed = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(Array(terminal.screen.lines[1..<30]) == Array(printed[1..<30]))
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("Tiny and huge windows", arguments: [(1, 1), (39, 7), (40, 8), (65_535, 2), (0, 0)])
    func sizes(size: (columns: Int, rows: Int)) throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.open(
        ["--data", home.data.path], in: home, columns: size.columns, rows: size.rows)
      #expect(terminal.wait(seconds: 10) { $0.isAlternate })
      #expect(terminal.waitForSilence(seconds: 0.3))
      #expect(terminal.screen.isWhole)
      terminal.resize(columns: 80, rows: 24)
      #expect(terminal.wait { $0.total == 100 && $0.contains("F10") })
      terminal.quit()
    }
  }
}
