import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// `jineng doctor` in a terminal that is asked where its cursor is.
  @Suite(.serialized) struct CursorProbeTests {
    /// Starts it on a directory with one good file.
    private static func open(
      _ home: Home, _ arguments: [String] = [], ambiguousWidth: Int = 1, environment: [String: String?] = [:]
    ) throws -> PseudoTerminal {
      try home.data.write("progress/a.csv", Records.file(100))
      return try PseudoTerminal(
        "/usr/bin/env", ["-C", home.work.path, Jineng.path, "doctor", "--data", home.data.path] + arguments,
        columns: 100, rows: 60, environment: home.environment(environment), ambiguousWidth: ambiguousWidth)
    }

    /// Runs it to its end in a terminal that answers at once. A machine that is busy with other tests may still answer
    /// too late; then it is asked again.
    private static func ended(
      _ home: Home, _ arguments: [String] = [], ambiguousWidth: Int = 1, typing keys: String = ""
    ) throws -> PseudoTerminal {
      var attempts = 0
      while true {
        let terminal = try open(home, arguments, ambiguousWidth: ambiguousWidth)
        if !keys.isEmpty {
          #expect(terminal.wait { _ in hasAsked(terminal) })
          terminal.send(keys)
          terminal.answerCursorQuestions()
        }
        terminal.answersCursorQuestions = true
        #expect(terminal.waitForEnd(seconds: 20) == 0)
        attempts += 1
        if attempts == 5 || !terminal.screen.contains("终端回答太迟") { return terminal }
      }
    }

    /// The first line of a check.
    private static func line(_ name: String, _ screen: Emulator) -> String {
      screen.lines.first { $0.split(separator: " ").dropFirst().first.map(String.init) == name } ?? ""
    }

    private static let question = Array("\u{1b}[6n".utf8)

    private static func hasAsked(_ terminal: PseudoTerminal) -> Bool { !terminal.screen.cursorReports.isEmpty }

    private static func expectGivenBack(_ terminal: PseudoTerminal) {
      #expect(terminal.leftovers == [])
      #expect(terminal.screen.unknown == [])
      // An answer that reached the shell would be echoed.
      let text = String(decoding: terminal.output, as: UTF8.self)
      #expect(!text.contains("^[["), "\(text.debugDescription)")
      #expect(!text.contains("1R"), "\(text.debugDescription)")
    }

    @Test("A terminal that draws ambiguous signs in one cell fits as it is")
    func narrow() throws {
      let home = try Home()
      let terminal = try Self.ended(home)
      #expect(Self.line("字宽", terminal.screen).hasPrefix("良好"), "\(terminal.screen.lines)")
      // What was drawn to be measured is gone: the report begins in the first line.
      #expect(terminal.screen.line(0).hasPrefix("良好"))
      #expect(terminal.screen.contains("可以使用"))
      #expect(terminal.screen.isWhole)
      Self.expectGivenBack(terminal)
    }

    @Test("One that draws them in two is told by which options, and with those fits")
    func wide() throws {
      let home = try Home()
      let advice = "用 --glyphs safe --ambiguous-width 2"
      let first = try Self.ended(home, ambiguousWidth: 2)
      #expect(Self.line("字宽", first.screen).hasPrefix("注意"), "\(first.screen.lines)")
      #expect(first.screen.contains(advice))
      Self.expectGivenBack(first)
      let second = try Self.ended(home, ["--glyphs", "safe", "--ambiguous-width", "2"], ambiguousWidth: 2)
      #expect(Self.line("字宽", second.screen).hasPrefix("良好"), "\(second.screen.lines)")
      #expect(!second.screen.contains(advice))
      Self.expectGivenBack(second)
    }

    @Test("What stands on the line already stays, and only the terminal's colours are asked of the theme")
    func ownLine() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try PseudoTerminal(
        "/bin/sh", ["-c", "printf before; exec $0 doctor --color true --data \(home.data.path)", Jineng.path],
        columns: 100, rows: 60, environment: home.environment())
      terminal.answersCursorQuestions = true
      #expect(terminal.waitForEnd() == 0)
      #expect(terminal.screen.line(0) == "before")
      let row = try #require(terminal.screen.lines.firstIndex { $0.contains("滞后") && $0.contains("失联") })
      let pens = Set((0..<100).map { terminal.screen[$0, row] }.filter { $0.text != " " }.map(\.pen))
      #expect(pens.count > 3)
      Self.expectGivenBack(terminal)
    }

    @Test("One that does not answer is given up soon, and everything else is told")
    func silent() throws {
      let home = try Home()
      let terminal = try Self.open(home)
      #expect(terminal.wait { _ in Self.hasAsked(terminal) })
      #expect(terminal.waitForEnd() == 0)
      #expect(terminal.screen.contains("终端不回答光标位置"))
      #expect(Self.line("数据目录", terminal.screen).hasPrefix("良好"))
      // It was asked once, not once for each sign.
      #expect(terminal.screen.cursorReports.count == 1)
      Self.expectGivenBack(terminal)
    }

    @Test("An answer that comes late does not reach the shell")
    func late() throws {
      let home = try Home()
      let terminal = try Self.open(home)
      #expect(terminal.wait { _ in Self.hasAsked(terminal) })
      #expect(terminal.waitForSilence(seconds: 0.5))
      terminal.answerCursorQuestions()
      #expect(terminal.waitForEnd() == 0)
      #expect(terminal.screen.contains("终端回答太迟"))
      Self.expectGivenBack(terminal)
    }

    @Test("Keys that are pressed meanwhile are no answers")
    func keys() throws {
      let home = try Home()
      let terminal = try Self.ended(home, typing: "x\u{1b}[A\u{1b}")
      #expect(Self.line("字宽", terminal.screen).hasPrefix("良好"))
      Self.expectGivenBack(terminal)
    }

    @Test("Ended while it waits for an answer, it gives the terminal back", arguments: [SIGTERM, SIGHUP, SIGSEGV])
    func signalled(number: Int32) throws {
      let home = try Home()
      let terminal = try Self.open(home)
      #expect(terminal.wait { _ in Self.hasAsked(terminal) })
      terminal.signal(number)
      #expect(terminal.waitForEnd(seconds: 2) == 128 + Int(number))
      Self.expectGivenBack(terminal)
    }

    @Test("Ctrl-C ends it")
    func interrupted() throws {
      let home = try Home()
      let terminal = try Self.open(home)
      #expect(terminal.wait { _ in Self.hasAsked(terminal) })
      terminal.send("\u{03}")
      #expect(terminal.waitForEnd(seconds: 2) == 128 + Int(SIGINT))
      Self.expectGivenBack(terminal)
    }

    @Test("The window is closed while it waits")
    func hangUp() throws {
      let home = try Home()
      let terminal = try Self.open(home)
      #expect(terminal.wait { _ in Self.hasAsked(terminal) })
      let program = try #require(terminal.programIfRunning)
      terminal.hangUp()
      #expect(Clock.wait(seconds: 2) { !Spawn.isAlive(program) })
    }

    @Test("In the background the terminal is another's: it is not asked")
    func background() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let command = "set -m; $0 doctor --data \(home.data.path) & wait $!"
      let terminal = try PseudoTerminal(
        "/bin/sh", ["-c", command, Jineng.path], columns: 100, rows: 60, environment: home.environment())
      terminal.answersCursorQuestions = true
      #expect(terminal.waitForEnd() == 0)
      #expect(terminal.screen.contains("在后台运行"))
      #expect(!terminal.output.contains(Self.question))
      #expect(terminal.leftovers == [])
    }

    @Test("A type that cannot show a screen is not asked, and cannot be used", arguments: [nil, "dumb", "no-such"])
    func unfit(type: String?) throws {
      let home = try Home()
      let terminal = try Self.open(home, environment: ["TERM": type])
      terminal.answersCursorQuestions = true
      #expect(terminal.waitForEnd() == 3)
      #expect(Self.line("终端类型", terminal.screen).hasPrefix("不可用"))
      #expect(!terminal.output.contains(0x1b))
      #expect(terminal.leftovers == [])
    }

    @Test("Where Chinese would be lost it speaks English, in plain signs")
    func english() throws {
      let home = try Home()
      let terminal = try Self.open(home, environment: ["TERM": "linux"])
      terminal.answersCursorQuestions = true
      #expect(terminal.waitForEnd() == 0)
      #expect(terminal.screen.contains("has no Chinese font"))
      #expect(!terminal.screen.contains("良好"))
      Self.expectGivenBack(terminal)
    }

    @Test("The report fits windows of any width", arguments: [8, 24, 40, 80])
    func window(columns: Int) throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try PseudoTerminal(
        Jineng.path, ["doctor", "--data", home.data.path], columns: columns, rows: 400, environment: home.environment())
      terminal.answersCursorQuestions = true
      #expect(terminal.waitForEnd() == 0)
      #expect(terminal.screen.isWhole)
      let lines = terminal.screen.lines
      #expect(lines.contains { $0.hasPrefix("注意") || $0.hasPrefix("良好") })
      // No line was broken by the terminal: each begins with a verdict or a blank, but for the last two.
      let verdicts = ["良好", "注意", "未检", "请看", "不可用", "可以使用", " ", "<ended"]
      let body = lines.prefix { !$0.hasPrefix("可以") }
      #expect(body.allSatisfy { line in line.isEmpty || verdicts.contains { line.hasPrefix($0) } }, "\(lines)")
      Self.expectGivenBack(terminal)
    }
  }
}
