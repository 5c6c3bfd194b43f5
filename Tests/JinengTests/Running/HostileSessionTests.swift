import PseudoTerminal
import Testing

extension InTerminal {
  /// Whatever the data says and whatever is typed, only what a full-screen program needs reaches the terminal.
  @Suite(.serialized) struct HostileSessionTests {
    @Test("A whole session over hostile data", arguments: [(80, 24), (120, 36)])
    func session(size: (columns: Int, rows: Int)) throws {
      let home = try Home()
      try Hostile.fill(home.data)
      let terminal = try RunningConsole.start(
        ["--data", home.data.path], in: home, columns: size.columns, rows: size.rows)
      #expect(terminal.wait { $0.total == 21 })
      let keys = [
        "2", "[", "]", "\t", "\r", " ", "+", "4", "j", "j", "\r", "j", "5", "\t", "j", "\r", "j", "8", "j", "\t", "j",
        "\r", "j", "j", "G", "\r", "?", "\u{1b}", "x", "\r", "1",
      ]
      for key in keys {
        terminal.send(key)
        #expect(terminal.waitForSilence(seconds: 0.03))
        #expect(terminal.screen.isWhole)
      }
      // Hostile rows come while it runs, too, and with a prompt open.
      terminal.send("/\u{9b}31m\u{202e}红")
      try home.data.write("progress/\u{1b}[31;7791mlive.csv", Records.file(1))
      // Nothing is found, so Enter leaves what was typed to be mended; what waits behind it comes when it is closed.
      terminal.send("\r")
      #expect(terminal.waitForSilence(seconds: 0.03))
      terminal.send("\u{1b}")
      #expect(terminal.wait(seconds: 3) { $0.total == 22 })
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output, canaries: Hostile.canaries) == [])
      #expect(terminal.screen.unknown == [])
      #expect(terminal.screen.commands == [])
    }

    @Test("The data directory's own name is data")
    func directoryName() throws {
      let home = try Home()
      let name = "\u{1b}]0;7792\u{07}\u{202e}dir"
      let terminal = try RunningConsole.start(["--data", name], in: home, until: "jineng demo")
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output, canaries: Hostile.canaries) == [])
    }

    @Test("300 keys at random: no crash, it still quits, the bytes are clean", arguments: [1, 2] as [UInt64])
    func randomKeys(seed: UInt64) throws {
      let sample = try #require(Folder.sample)
      let home = try Home()
      let terminal = try RunningConsole.start(["--data", sample.path], in: home, columns: 100, rows: 30)
      var random = seed &* 0x9e37_79b9_7f4a_7c15
      for step in 0..<300 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var key = Self.keys[Int(random >> 33) % Self.keys.count]
        // What asks whether to quit is answered no.
        if key == "q" || key == "\u{1b}[21~" { key += "n" }
        terminal.send(key)
        if step % 50 == 49 { terminal.resize(columns: Int(random >> 40) % 130 + 1, rows: Int(random >> 50) % 50 + 1) }
        if step % 10 == 9 { #expect(terminal.waitForSilence(seconds: 0.03)) }
        try #require(terminal.programIfRunning != nil, "seed \(seed), step \(step), \(key.debugDescription)")
      }
      terminal.resize(columns: 100, rows: 30)
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
      #expect(terminal.screen.unknown == [])
    }

    /// Everything but what ends or stops the program, and `y`, which asks for the clipboard.
    private static let keys: [String] =
      "12458gGhjklnNfRstxZM/?:<>.-+[] q浦pd0%４".map { String($0) } + [
        "\r", "\t", "\u{7f}", "\u{1b}", "\u{1b}[A", "\u{1b}[B", "\u{1b}OC", "\u{1b}OD", "\u{1b}[5~", "\u{1b}[6~",
        "\u{1b}[H", "\u{1b}[F", "\u{1b}[3~", "\u{1b}[2~", "\u{1b}[Z", "\u{1b}OP", "\u{1b}OQ", "\u{1b}OR", "\u{1b}OS",
        "\u{1b}[15~", "\u{1b}[17~", "\u{1b}[18~", "\u{1b}[19~", "\u{1b}[20~", "\u{1b}[21~", "\u{1b}[23~", "\u{0c}",
        "\u{10}", "\u{15}", "\u{1b}[<0;9;9M", "\u{1b}[<0;9;9m", "\u{1b}[<64;5;5M", "\u{1b}[<0;9999;9999M",
        "\u{1b}[200~x\u{1b}[31m\ny\u{1b}[201~", "\u{1b}[1;5A", "\u{1b}[999~", "\u{1b}[", "\u{9b}",
      ]
  }
}
