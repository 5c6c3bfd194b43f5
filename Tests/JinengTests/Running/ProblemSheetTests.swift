import PseudoTerminal
import Testing

extension InTerminal {
  /// The sheet of a district's problems, and a problem's line, from the running console.
  @Suite(.serialized) struct ProblemSheetTests {
    /// Values that a spreadsheet program would take for formulas, and what the sheet says instead.
    private static let values: [(written: String, shown: String)] = [
      ("=HYPERLINK(\"\"http://x\"\")", "'=HYPERLINK(\"\"http://x\"\")"), ("+86x", "'+86x"), ("-5x", "'-5x"),
      ("@SUM(A1)", "'@SUM(A1)"), ("＝1", "'＝1"), ("-1.5", "-1.5"), ("三,四", "三,四"),
    ]

    private func open(_ home: Home, _ arguments: [String]) throws -> PseudoTerminal {
      let terminal = try RunningConsole.start(arguments, in: home)
      terminal.send("8")
      #expect(terminal.wait(for: "[8数据"))
      terminal.send("/pd\r")
      #expect(terminal.wait(for: ">浦东"))
      return terminal
    }

    @Test("It is whole, Chinese, of this district alone, and no cell is a formula")
    func sheet() throws {
      let home = try Home()
      let rows = Self.values.map { "2026-01-01,310115,M01.01,\"\($0.written)\"\n" }.joined()
      try home.data.write("progress/=a.csv", Records.header + rows + "2026-02-30,310101,M01.01,5\n" + Records.row(7))
      let terminal = try open(home, ["--data", home.data.path])
      terminal.send("x")
      #expect(terminal.wait(for: "导出该区问题清单：浦东（7）"))
      terminal.send("\r")
      #expect(terminal.wait(for: "已导出到"))
      let name = try #require(home.work.names.first)
      #expect(home.work.names.count == 1)
      #expect(name.hasPrefix("jineng-problems-310115-") && name.hasSuffix(".csv"))
      let head = "\u{FEFF}\"区\",\"文件\",\"行\",\"列\",\"级别\",\"问题\",\"值\",\"怎么办\",\"代码\"\r\n"
      let body = Self.values.enumerated().map { index, value in
        "\"浦东新区\",\"progress/=a.csv\",\"\(index + 2)\",\"count\",\"错误\",\"不是本列可用的数字\",\"\(value.shown)\",\"请改正\","
          + "\"bad-number\"\r\n"
      }
      let bytes = try #require(home.work.bytes(name))
      #expect(String(decoding: bytes, as: UTF8.self) == head + body.joined())
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(home.data.names == ["progress"])
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("Started in the data directory, it does not write into it; what cannot be written is told")
    func places() throws {
      let home = try Home()
      try home.work.write("progress/a.csv", Records.badFile)
      let terminal = try open(home, ["--data", "."])
      terminal.send("x")
      #expect(terminal.wait(for: "问题清单"))
      terminal.send("\r")
      #expect(terminal.wait(for: "已导出到"))
      #expect(home.work.names == ["progress"])
      #expect(Folder(home.path + "/state/jineng").names.filter { !$0.contains(".store") }.count == 1)
      terminal.quit()
      let other = try Home()
      try other.work.write("progress/a.csv", Records.badFile)
      // A file where the folder should be.
      try Folder(other.path).write("state/jineng", "x")
      let failing = try open(other, ["--data", "."])
      failing.send("x")
      #expect(failing.wait(for: "问题清单"))
      failing.send("\r")
      #expect(failing.wait(for: "导出失败"))
      failing.quit()
    }

    @Test("A problem's line is read from its file when its details open")
    func lines() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.badFile + Records.row(7))
      let terminal = try open(home, ["--data", home.data.path])
      terminal.send("\r")
      #expect(terminal.wait(for: "问题 > 浦东"))
      terminal.send("\r")
      #expect(terminal.wait(for: "> 2  [2026-02-30]"))
      #expect(terminal.screen.contains("3  2026-01-01"))
      terminal.quit()
    }
  }
}
