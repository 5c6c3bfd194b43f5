import PseudoTerminal
import Testing

extension InTerminal {
  /// A figure's files and rows in a running console.
  @Suite(.serialized) struct ProvenanceTests {
    private static let escape = "\u{1b}"

    @Test("i, Enter, a filter, Esc and Esc; the files follow a change while they are shown")
    func everyStep() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100, 11))
      try home.data.write("targets.csv", "district,item,target\n310115,M01.01,2000\n")
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home, columns: 120, rows: 36)
      func expect(_ text: String, after keys: String, comes: Bool = true) {
        terminal.send(keys)
        let isDone = terminal.wait(seconds: 6) { $0.contains(text) == comes }
        #expect(isDone, "\(keys.debugDescription) → \(text)\n\(terminal.screen.lines.joined(separator: "\n"))")
      }
      expect("浦东新区", after: "/pd\r2")
      expect("/M01.01", after: "/M01.01\r", comes: false)
      expect("= 111 / 2,000", after: "i")
      expect("来源文件 2", after: "")
      // What was before is told beside what is.
      try home.data.write("progress/a.csv", Records.file(100, 22))
      expect("= 122 / 2,000", after: "")
      #expect(
        terminal.wait(seconds: 6) { screen in
          screen.lines.contains { $0.contains("progress/a.csv") && $0.contains(" 122 ") && $0.contains(" 111 ") }
        })
      expect("计入行数 2  合计 122", after: "\r")
      expect("筛选:22", after: "/22\r")
      expect("1-1/1", after: "")
      expect("1-2/2", after: Self.escape)
      try home.data.write("progress/a.csv", Records.file(100, 22, 33))
      expect("1-3/3", after: "")
      expect("来源文件 2", after: Self.escape)
      expect("溯源", after: Self.escape, comes: false)
      #expect(terminal.screen.isWhole)
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("E splits a gap by what rows brought, and follows a change; i leads on to the files")
    func gap() throws {
      let home = try Home()
      let header = "date,district,item,count,institution\n"
      try home.data.write("progress/a.csv", header + "2026-01-01,310115,M01.01,100,School A\n")
      try home.data.write("targets.csv", "district,item,target\n310115,M01.01,2000\n")
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home, columns: 120, rows: 36)
      func expect(_ text: String, after keys: String) {
        terminal.send(keys)
        #expect(
          terminal.wait(seconds: 6) { $0.contains(text) },
          "\(keys.debugDescription) → \(text)\n\(terminal.screen.lines.joined(separator: "\n"))")
      }
      expect("浦东新区", after: "/pd\r2")
      expect("M01.01", after: "/M01.01")
      expect("差距分解", after: "\rE")
      expect("School A", after: "\t")
      try home.data.write("progress/a.csv", header + "2026-01-01,310115,M01.01,100,School B\n")
      expect("School B", after: "")
      expect("来源文件 2", after: "i")
      #expect(terminal.screen.isWhole)
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }
  }
}
