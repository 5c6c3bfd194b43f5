import PseudoTerminal
import Testing

extension InTerminal {
  /// What changed since the last visit, in a running console.
  @Suite(.serialized) struct LastVisitTests {
    @Test("what came while nobody looked is listed the next time, and what comes now is added")
    func lastVisit() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100, 11))
      try RunningConsole.start(["--data", home.data.path], in: home).quit()
      try home.data.write("progress/a.csv", Records.file(100, 22))
      let terminal = try RunningConsole.start(["--data", home.data.path], in: home)
      func expect(_ text: String, after keys: String = "", comes: Bool = true) {
        terminal.send(keys)
        let isDone = terminal.wait(seconds: 6) { $0.contains(text) == comes }
        #expect(isDone, "\(keys.debugDescription) → \(text)\n\(terminal.screen.lines.joined(separator: "\n"))")
      }
      expect("自上次查看结束", after: "d")
      expect("+11")
      try home.data.write("progress/b.csv", Records.file(5))
      expect("+16")
      expect("2 个文件")
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
    }

    @Test("a store that cannot be used is said once, and the board is there")
    func without() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      let terminal = try RunningConsole.start(
        ["--data", home.data.path, "--store", "/proc/none/a.store"], in: home, until: "历史不留存")
      #expect(terminal.screen.total == 100)
      terminal.send("d")
      #expect(terminal.wait(seconds: 6) { $0.contains("/proc/none/a.store") })
      terminal.quit()
    }

    @Test("a demo keeps its history beside its sample, and takes it along when it goes")
    func demo() throws {
      let home = try Home()
      let terminal = try RunningConsole.start(["demo", "--rows", "300"], in: home)
      terminal.send("d")
      #expect(terminal.wait(seconds: 6) { $0.contains("自首次留存") })
      #expect(home.cache.names.contains { $0.hasSuffix(".store") })
      terminal.quit()
      #expect(!home.cache.names.contains { $0.hasSuffix(".store") })
      #expect(Folder(home.path + "/state").names.isEmpty)
    }
  }
}
