import PseudoTerminal
import Testing

extension InTerminal {
  /// Two operators at two consoles and a script, on one docket.
  @Suite(.serialized) struct TwoOperatorsTests {
    @Test("each sees what the others do, and who looks")
    func seeEachOther() throws {
      let home = try Home()
      try home.data.write("progress/a.csv", Records.file(100))
      func console(_ name: String) throws -> PseudoTerminal {
        try RunningConsole.start(["--data", home.data.path, "--actor", name], in: home)
      }
      let (one, other) = (try console("甲组"), try console("乙组"))
      func expect(_ terminal: PseudoTerminal, _ text: String, after keys: String = "") {
        terminal.send(keys)
        let isDone = terminal.wait(seconds: 8) { $0.contains(text) }
        #expect(isDone, "\(keys.debugDescription) → \(text)\n\(terminal.screen.lines.joined(separator: "\n"))")
      }
      expect(one, "待签收", after: "7")
      expect(other, "待签收", after: "7")
      expect(one, "正在看: 乙组")
      expect(one, "已存", after: "a")
      expect(other, "已签收 1")
      expect(other, "须由其办理", after: "wr")
      _ = try Jineng.run(
        ["triage", "note", "1", "--text", "脚本所记", "--actor", "丙组", "--data", home.data.path], in: home, expecting: 0)
      expect(one, "丙组")
      one.quit()
      other.quit()
      for terminal in [one, other] { #expect(ByteOracle.violations(in: terminal.output) == []) }
      let verified = try Jineng.run(["triage", "verify", "--data", home.data.path], in: home, expecting: 0)
      #expect(verified.text.hasPrefix("ok: "))
      #expect(!Folder(home.path + "/state/jineng").names.contains { $0.contains(".looking-") })
    }
  }
}
