import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// A first read that takes long: it says how far it is, can be interrupted, and shows nothing that is not whole.
  @Suite(.serialized) struct LongReadTests {
    /// Longer than anybody waits, however the program is built: a thousand rows and a line without an end.
    private static let endless: Int64 = 7 << 30

    private static func home(_ size: Int64 = endless) throws -> Home {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      try home.data.write("targets.csv", "district,item,target\n" + String(repeating: "浦东新区,M01.01,5\n", count: 1000))
      try #require(truncate(home.data.absolute("targets.csv"), off_t(size)) == 0)
      return home
    }

    /// Runs a command of the shell's in a terminal, `$0` being the program.
    private static func open(
      _ command: String, in home: Home, columns: Int = 80, environment: [String: String?] = [:]
    ) throws -> PseudoTerminal {
      try PseudoTerminal(
        "/usr/bin/env", ["-C", home.work.path, "/bin/sh", "-c", "exec " + command, Jineng.path], columns: columns,
        environment: home.environment(environment))
    }

    private static func isTelling(_ screen: Emulator) -> Bool {
      screen.line(0).hasPrefix("正在读取 ") && screen.line(0).contains(" / 7.52 GB  ")
        && screen.line(0).contains("%  1,001 行  ") && screen.line(0).contains("Ctrl-C 中断")
    }

    private static func expectNothingLeft(_ terminal: PseudoTerminal) {
      let lines = terminal.screen.lines.filter { !$0.isEmpty }
      // The shell may say by what signal a job ended.
      let isPlain = lines.allSatisfy { line in line.utf8.allSatisfy { $0 < 0x80 } && !line.contains("{") }
      #expect(isPlain && lines.count <= 2 && lines.last?.hasPrefix("<ended") == true, "\(lines)")
      #expect(terminal.leftovers == [])
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test(
      "check, report and show tell how far they are, and Ctrl-C ends them",
      arguments: ["check", "report --format json", "show overview"])
    func told(command: String) throws {
      let home = try Self.home()
      let terminal = try Self.open("$0 \(command) --data \(home.data.path)", in: home)
      #expect(terminal.wait(seconds: 10, until: Self.isTelling))
      terminal.send("\u{03}")
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(SIGINT))
      Self.expectNothingLeft(terminal)
    }

    @Test(
      "A request to end takes the line away and leaves nothing half-written", arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func ended(number: Int32) throws {
      let home = try Self.home()
      let terminal = try Self.open("$0 report --format json -o out.json --data \(home.data.path)", in: home)
      #expect(terminal.wait(seconds: 10, until: Self.isTelling))
      terminal.signal(number)
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(number))
      Self.expectNothingLeft(terminal)
      #expect(home.work.names.filter { !$0.hasPrefix("core") } == [])
    }

    @Test("Stopped and continued, it goes on telling")
    func stopped() throws {
      let home = try Self.home()
      let terminal = try Self.open("$0 check --data \(home.data.path)", in: home)
      #expect(terminal.wait(seconds: 10, until: Self.isTelling))
      terminal.send("\u{1a}")
      #expect(terminal.waitForStop() == 128 + Int(SIGTSTP))
      #expect(terminal.leftovers == [])
      let sent = terminal.output.count
      terminal.send("\n")
      #expect(terminal.wait { _ in terminal.output.count > sent + 200 })
      terminal.send("\u{03}")
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(SIGINT))
      #expect(terminal.leftovers == [])
    }

    @Test("What is ignored, as under nohup, stays ignored")
    func ignored() throws {
      let home = try Self.home()
      let terminal = try Self.open(
        "/usr/bin/env --ignore-signal=HUP $0 check --data \(home.data.path)", in: home)
      #expect(terminal.wait(seconds: 10, until: Self.isTelling))
      let sent = terminal.output.count
      terminal.signal(SIGHUP)
      #expect(terminal.wait(seconds: 5) { _ in terminal.output.count > sent + 200 })
      terminal.signal(SIGTERM)
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(SIGTERM))
    }

    @Test(
      "A terminal of any kind gets plain text and never a sequence",
      arguments: [nil, "dumb", "vt100", "xterm-256color"], [false, true])
    func plain(type: String?, noColor: Bool) throws {
      let home = try Self.home()
      let terminal = try Self.open(
        "$0 check --data \(home.data.path)", in: home, environment: ["TERM": type, "NO_COLOR": noColor ? "1" : nil])
      #expect(terminal.wait(seconds: 10, until: Self.isTelling))
      terminal.send("\u{03}")
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(SIGINT))
      #expect(!terminal.output.contains(0x1b))
      Self.expectNothingLeft(terminal)
    }

    @Test("The line fits a terminal of any width, also when it changes", arguments: [1, 2, 20, 40])
    func narrow(columns: Int) throws {
      let home = try Self.home()
      let terminal = try Self.open("$0 check --data \(home.data.path)", in: home)
      #expect(terminal.wait(seconds: 10, until: Self.isTelling))
      terminal.resize(columns: columns, rows: 24)
      // What was written for the wider one may still come; from then on no line is ever broken.
      #expect(terminal.waitForSilence(seconds: 0.05))
      let before = terminal.screen.cursor.row
      let sent = terminal.output.count
      #expect(terminal.wait(seconds: 5) { _ in columns < 4 || terminal.output.count > sent + 60 })
      #expect(terminal.screen.cursor.row == before)
      terminal.send("\u{03}")
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(SIGINT))
    }

    @Test("Where standard error is no terminal, nothing is told of a read")
    func redirected() throws {
      let home = try Self.home()
      let terminal = try Self.open("$0 check --data \(home.data.path) 2>err", in: home)
      #expect(!terminal.wait(seconds: 1.5) { _ in !terminal.output.isEmpty })
      terminal.send("\u{03}")
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(SIGINT))
      #expect(home.work.text("err") == "")
    }

    @Test("A read that is quick shows nothing but its result")
    func quick() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try Self.open("$0 report --format json --data \(home.data.path) >out", in: home)
      #expect(terminal.waitForEnd(seconds: 10) == 0)
      Self.expectNothingLeft(terminal)
      #expect(String(decoding: terminal.output, as: UTF8.self).hasPrefix("<ended"))
      #expect(try JSON.object(home.work.bytes("out") ?? [])["schema"] as? String == "jineng.board/1")
    }

    /// How long a read takes depends on how the program was built: the first size at which it took long.
    private static func sizes() -> [Int64] { [64 << 20, 512 << 20, endless] }

    @Test("A long read that ends leaves its whole result and no line")
    func finished() throws {
      for size in Self.sizes() {
        let home = try Self.home(size)
        let terminal = try Self.open("$0 report --format json --data \(home.data.path) >out", in: home)
        let isTold = terminal.wait(seconds: 60) { screen in
          screen.lines.contains { $0.hasPrefix("正在读取") || $0.hasPrefix("<ended") }
        }
        try #require(isTold)
        let wasLong = terminal.screen.lines.contains { $0.hasPrefix("正在读取") }
        if wasLong { #expect(home.work.text("out") == "") }
        #expect(terminal.waitForEnd(seconds: 60) == 0)
        Self.expectNothingLeft(terminal)
        let board = try JSON.object(home.work.bytes("out") ?? [])
        #expect(board["schema"] as? String == "jineng.board/1")
        if wasLong { return }
      }
      Issue.record("no read took long")
    }

    // MARK: The console

    private static let hint = "全部读完后才显示数据"

    @Test("The console tells how far it is in any size, and q leaves at once")
    func console() throws {
      let home = try Self.home()
      let terminal = try RunningConsole.open(["--data", home.data.path], in: home)
      #expect(
        terminal.wait(seconds: 10) { $0.contains(Self.hint) && $0.contains(" / 7.52 GB") && $0.contains("1,001 行") })
      #expect(terminal.screen.total == nil)
      #expect(terminal.screen.contains("targets.csv"))
      for size in [(columns: 120, rows: 36), (columns: 40, rows: 8), (columns: 12, rows: 2), (columns: 200, rows: 60)] {
        terminal.resize(columns: size.columns, rows: size.rows)
        #expect(terminal.wait { $0.contains("正在读取") && $0.isWhole }, "\(size)")
      }
      #expect(terminal.wait(for: Self.hint))
      terminal.send("q")
      #expect(terminal.waitForEnd(seconds: 1) == 0)
      #expect(terminal.leftovers == [])
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("A signal ends the console while it reads", arguments: [SIGINT, SIGTERM, SIGHUP])
    func consoleEnded(number: Int32) throws {
      let home = try Self.home()
      let terminal = try RunningConsole.open(["--data", home.data.path], in: home, environment: ["NO_COLOR": "1"])
      #expect(terminal.wait(seconds: 10, for: Self.hint))
      let screen = terminal.screen
      let pens = (0..<24).flatMap { row in (0..<80).map { screen[$0, row].pen } }
      #expect(pens.allSatisfy { $0.foreground == .standard && $0.background == .standard })
      terminal.signal(number)
      #expect(terminal.waitForEnd(seconds: 1) == 128 + Int(number))
      #expect(terminal.leftovers == [])
    }

    @Test("The console shows the board when all is read, and no part of it before")
    func consoleFinished() throws {
      for size in Self.sizes() {
        let home = try Self.home(size)
        let terminal = try RunningConsole.open(["--data", home.data.path], in: home)
        #expect(terminal.wait(seconds: 60) { $0.contains(Self.hint) || $0.total != nil })
        let wasLong = terminal.screen.contains(Self.hint)
        #expect(terminal.wait(seconds: 60) { $0.total == 100 })
        #expect(terminal.wait { !$0.contains("正在读取") && $0.isWhole })
        terminal.quit()
        if wasLong { return }
      }
      Issue.record("no read took long")
    }
  }
}
