import PseudoTerminal
import Testing

extension InTerminal {
  /// Keys reach the screen.
  @Suite(.serialized) struct KeysTests {
    private static let escape = "\u{1b}"

    /// Keys, and what they bring to the screen or, after a `!`, take from it.
    private static let steps: [(keys: String, text: String)] = [
      ("2", "[2区县]"), ("4", "[4机构]"), ("5", "[5基地]"), ("8", "[8数据"), ("1", "[1总览]"), ("-", "[8数据"),
      ("q", "[1总览]"), ("?", "╭─ 帮助"), (escape, "!╭─ 帮助"), ("\u{1b}OP", "╭─ 帮助"), (escape, "!╭─ 帮助"),
      ("\u{1b}OQ", "╭─ 页面"), (escape, "!╭─ 页面"), ("\u{1b}OR", "查找:"), ("pd", "查找: pd"), ("\r", ">浦东"),
      ("\u{1b}OS", "筛选:"), ("崇明", "筛选: 崇明"), ("\r", ">崇明"), (escape, "徐汇"), ("\u{1b}[17~", "╭─ 排序"),
      (escape, "!╭─ 排序"), ("\u{1b}[18~", "╭─ 回溯"), (escape, "!╭─ 回溯"), ("\u{1b}[19~", "╭─ 导出"),
      (escape, "!╭─ 导出"), ("\u{1b}[20~", "╭─ 菜单"), (escape, "!╭─ 菜单"), ("\u{10}", "╭─ 菜单"),
      (escape, "!╭─ 菜单"), ("\r", "[2区县]"), ("q", "[1总览]"), ("Z", "已暂停"), ("Z", "实时"), ("<", "历史视图"),
      (".", "实时"), ("４", "[4机构]"), ("\u{1b}[21~", "[1总览]"), ("\u{1b}[15~", "正在重新扫描"),
      ("\u{1b}[21~", "╭─ 退出"), (escape, "!╭─ 退出"),
    ]

    @Test("One session over every page, menu and prompt", arguments: [(80, 24), (120, 36)])
    func everywhere(size: (columns: Int, rows: Int)) throws {
      let sample = try #require(Folder.sample)
      let terminal = try RunningConsole.start(
        ["--data", sample.path], in: Home(), columns: size.columns, rows: size.rows)
      for step in Self.steps {
        terminal.send(step.keys)
        let comes = !step.text.hasPrefix("!")
        let text = comes ? step.text : String(step.text.dropFirst())
        let isDone = terminal.wait(seconds: 3) { $0.contains(text) == comes }
        let screen = terminal.screen.lines.joined(separator: "\n")
        #expect(isDone, "\(step.keys.debugDescription) → \(step.text)\n\(screen)")
      }
      #expect(terminal.screen.isWhole)
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("Esc closes what stands over the page within a blink, and never leaves the program")
    func escape() throws {
      let sample = try #require(Folder.sample)
      let terminal = try RunningConsole.start(["--data", sample.path], in: Home())
      terminal.send("q")
      #expect(terminal.wait { $0.contains("退出") })
      let before = Clock.now
      terminal.send(Self.escape)
      #expect(terminal.wait(seconds: 2) { !$0.contains("退出") })
      #expect(Clock.now - before < 0.5)
      for _ in 0..<5 {
        terminal.send(Self.escape)
        #expect(terminal.waitForSilence(seconds: 0.06))
      }
      #expect(terminal.programIfRunning != nil)
      // Any other key than y and Enter means no.
      terminal.send("q")
      #expect(terminal.wait { $0.contains("退出") })
      terminal.send("q")
      #expect(terminal.wait { !$0.contains("退出") })
      #expect(terminal.programIfRunning != nil)
      terminal.quit()
    }

    @Test("The cursor follows the selected row")
    func cursor() throws {
      let sample = try #require(Folder.sample)
      let terminal = try RunningConsole.start(["--data", sample.path], in: Home())
      #expect(terminal.wait { $0.selectedLine == $0.cursor.row && $0.selectedLine != nil })
      let first = try #require(terminal.screen.selectedLine)
      terminal.send("jj")
      #expect(terminal.wait { $0.cursor.row == first + 2 && $0.selectedLine == first + 2 })
      terminal.send("\u{1b}[A")
      #expect(terminal.wait { $0.cursor.row == first + 1 })
      terminal.send("\u{1b}OB")
      #expect(terminal.wait { $0.cursor.row == first + 2 })
      terminal.send("g")
      #expect(terminal.wait { $0.cursor.row == first })
    }

    @Test("With every key the frame's day and its figures belong together")
    func asOf() throws {
      let home = try Home()
      try home.data.write(
        "progress/a.csv",
        Records.header + Records.row(100) + Records.row(7, on: "2026-05-31") + Records.row(50, on: "2026-06-01"))
      let terminal = try RunningConsole.start(["--data", home.data.path, "--as-of", "2026-06-01"], in: home)
      var seen: Set<String> = []
      func look(_ screen: Emulator) -> String? {
        guard let total = screen.total, let banner = screen.lines.first(where: { $0.contains("数据截至当日末") }),
          let day = banner.split(separator: " ").first(where: { $0.hasPrefix("2026-") })
        else { return nil }
        seen.insert("\(day) \(total)")
        return "\(day) \(total)"
      }
      #expect(terminal.wait { look($0) == "2026-06-01 157" })
      terminal.send("<")
      #expect(terminal.wait { look($0) == "2026-05-31 107" })
      terminal.send("<")
      #expect(terminal.wait { look($0) == "2026-05-30 100" })
      terminal.send(">")
      #expect(terminal.wait { look($0) == "2026-05-31 107" })
      #expect(seen == ["2026-06-01 157", "2026-05-31 107", "2026-05-30 100"], "a frame with another day's figures")
    }

    @Test("What waited during a pause is never shown with another day's figures")
    func asOfAfterPause() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100) + Records.row(50, on: "2026-06-01"))
      let terminal = try RunningConsole.start(["--data", home.data.path, "--as-of", "2026-06-01"], in: home)
      let seen = TotalsSeen(terminal)
      seen.wait(for: 150)
      terminal.send("Z")
      #expect(terminal.waitForSilence(seconds: 0.1))
      try home.data.write("progress/b.csv", Records.file(1000))
      #expect(terminal.wait(seconds: 4) { $0.contains("+1") })
      terminal.send("<")
      seen.wait(for: 100)
      terminal.send("Z")
      seen.wait(for: 1100)
      #expect(seen.all == [150, 100, 1100])
      terminal.quit()
    }

    @Test("A flood of keys is worked off, and the program still hears")
    func flood() throws {
      let sample = try #require(Folder.smallSample)
      let terminal = try RunningConsole.start(["--data", sample.path], in: Home())
      terminal.send(Array(repeating: UInt8(ascii: "j"), count: 3000))
      terminal.send("8")
      #expect(terminal.wait(seconds: 10, for: "[8数据"))
      terminal.quit()
    }

    @Test("Pasted text is never taken for commands")
    func paste() throws {
      let sample = try #require(Folder.sample)
      let terminal = try RunningConsole.start(["--data", sample.path], in: Home())
      terminal.send("\u{1b}[200~q\ry\r8\u{1b}[201~")
      #expect(terminal.waitForSilence(seconds: 0.2))
      #expect(terminal.programIfRunning != nil)
      #expect(terminal.screen.contains("[1总览]"))
      terminal.quit()
    }

    /// What is kept in the state directory besides the store of what was known when, which may be being written.
    private func copies(in folder: String) -> [String] { Folder(folder).names.filter { !$0.contains(".store") } }

    @Test("An export lands in the working directory, whole; a copy in the state directory")
    func exports() throws {
      let sample = try #require(Folder.sample)
      let home = try Home()
      let terminal = try RunningConsole.start(["--data", sample.path], in: home)
      terminal.send("x")
      #expect(terminal.wait(for: "导出"))
      terminal.send("\r")
      #expect(terminal.wait(for: "已导出到 ~/work/jineng-overview-"))
      #expect(home.work.names.count == 1)
      #expect(home.work.names.allSatisfy { home.work.text($0)?.contains("总览") == true })
      terminal.send("y")
      #expect(terminal.wait(for: "已复制"))
      #expect(copies(in: home.path + "/state/jineng") == ["copied.txt"])
      #expect(terminal.screen.commands.count { $0.hasPrefix("52;c;") } == 1)
      terminal.quit()
    }

    @Test("A copy is kept in a home that has no state directory yet")
    func firstCopy() throws {
      let sample = try #require(Folder.smallSample)
      let home = try Home()
      let terminal = try RunningConsole.start(
        ["--data", sample.path], in: home, environment: ["XDG_STATE_HOME": nil])
      terminal.send("y")
      #expect(terminal.wait(for: "已复制"))
      #expect(copies(in: home.path + "/.local/state/jineng") == ["copied.txt"])
      terminal.quit()
    }

    @Test("Started in the data directory, an export does not write into it")
    func exportIntoData() throws {
      let home = try Home()
      try home.work.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(["--data", "."], in: home)
      terminal.send("x")
      #expect(terminal.wait(for: "导出"))
      terminal.send("\r")
      #expect(terminal.wait { $0.contains("已导出到") || $0.contains("导出失败") })
      #expect(home.work.names == ["progress"])
    }
  }
}

extension Emulator {
  /// The line of the row that is marked as selected in the overview.
  var selectedLine: Int? {
    lines.firstIndex { line in line.hasPrefix(">") || line.hasPrefix("│>") }
  }

  /// The district named in that line.
  var selectedDistrict: String? {
    selectedLine.flatMap { line($0).split { " >│".contains($0) }.first.map(String.init) }
  }
}
