import Glibc
import PseudoTerminal
import Testing

extension InTerminal {
  /// The theme's file is edited while the console runs.
  @Suite(.serialized) struct ThemeReloadTests {
    private func theme(_ color: String) -> String { "[roles]\ntext = { fg = [\"\(color)\", \"red\"] }\n" }

    private func start(_ home: Home, _ name: String, log: String? = nil) throws -> PseudoTerminal {
      try home.data.write("progress/a.csv", Records.file(5))
      let logging = log.map { ["--log", $0] } ?? []
      return try RunningConsole.start(
        ["--data", home.data.path, "--theme", name, "--color", "true"] + logging, in: home, columns: 100)
    }

    /// Waits until text is drawn in `new`, and in nothing of `old` any more.
    private func expect(
      _ terminal: PseudoTerminal, _ new: Pen.Color, not old: Pen.Color, _ text: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let isShown = terminal.wait(seconds: 6) {
        $0.colors.contains(new) && !$0.colors.contains(old) && $0.contains(text)
      }
      #expect(isShown, "\(text): \(terminal.screen.lines.last ?? "")", sourceLocation: sourceLocation)
    }

    @Test("Edited, broken, removed, written again")
    func everyWay() throws {
      let home = try Home()
      let (first, second, third) = (Pen.Color.rgb(1, 2, 3), Pen.Color.rgb(4, 5, 6), Pen.Color.rgb(7, 8, 9))
      try home.config.write("jineng/themes/own.toml", theme("#010203"))
      let log = home.path + "/log"
      let terminal = try start(home, "own", log: log)
      expect(terminal, first, not: second, "总览")
      #expect(!terminal.screen.contains("主题"))

      try home.config.write("jineng/themes/own.toml", theme("#040506"))
      expect(terminal, second, not: first, "主题已更新：own")

      try home.config.replace("jineng/themes/own.toml", "\n[roles]\ntext = { fg = \"#12\" }\n")
      expect(terminal, second, not: first, "own.toml:3:")
      #expect(terminal.screen.contains("沿用原主题，改好后自动重读"))
      // It is told once, and not again with every look.
      terminal.send("2")
      #expect(terminal.wait { $0.contains("[2区县]") })

      home.config.remove("jineng/themes/own.toml")
      expect(terminal, second, not: first, "own.toml 已删除")

      try home.config.write(
        "jineng/themes/own.toml", "[roles]\ntxet = { bold = true }\n" + theme("#070809").dropFirst(8))
      expect(terminal, third, not: second, "own.toml:2:1: roles.txet")
      #expect(terminal.screen.contains("其余已生效"))
      terminal.quit()
      #expect(ByteOracle.violations(in: terminal.output) == [])
      let notes = Folder(home.path).text("log") ?? ""
      #expect(notes.split(separator: "\n").count { $0.contains("\"theme\"") } == 4)
    }

    @Test("A file that takes the place of a compiled-in theme is seen; one that cannot be read is said")
    func shadowing() throws {
      let home = try Home()
      let terminal = try start(home, "light")
      let own = Pen.Color.rgb(4, 5, 6)
      #expect(!terminal.screen.colors.contains(own))
      try home.config.write("jineng/themes/light.toml", theme("#040506"))
      expect(terminal, own, not: .rgb(1, 2, 3), "主题已更新：light")
      home.config.remove("jineng/themes/light.toml")
      home.config.makeFolder("jineng/themes/light.toml")
      expect(terminal, own, not: .rgb(1, 2, 3), "light.toml: 沿用原主题")
      terminal.quit()
    }
  }
}

extension Emulator {
  /// Every colour that something is drawn in.
  fileprivate var colors: Set<Pen.Color> {
    var colors: Set<Pen.Color> = []
    for row in 0..<rows {
      for column in 0..<columns where self[column, row].text != " " { colors.insert(self[column, row].pen.foreground) }
    }
    return colors
  }
}
