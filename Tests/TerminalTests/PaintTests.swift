import PseudoTerminal
import Testing

/// What a person sees.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct PaintTests {
  @Test("A known frame arrives cell by cell, Chinese included")
  func knownFrame() throws {
    let terminal = try Probed.start()
    #expect(terminal.screen.line(0) == "技能终端 80x24")
    #expect(terminal.screen.line(1) == "补贴性职业技能培训│浦东新区│1,234人次")
    #expect(terminal.screen.line(2) == "“α”—·…×─│█ 0 end")
    #expect(terminal.screen.line(3) == "cafe\u{301} ok")
    #expect(terminal.screen[3, 3].text == "e\u{301}")
    #expect(terminal.screen[0, 0].width == 2)
    #expect(terminal.screen[1, 0].width == 0)
    #expect(terminal.screen[0, 0].pen.bold)
    #expect(terminal.screen[0, 4].pen.reverse)
    #expect(!terminal.screen[4, 4].pen.reverse)
    #expect(terminal.screen[0, 3].pen.underline)
    #expect(terminal.screen[78, 23].text == "角")
    #expect(terminal.screen.isWhole)
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.cursor == (3, 4))
    #expect(terminal.screen.isCursorVisible)
    #expect(terminal.screen.unknown == [])
    #expect(terminal.screen.modes == [1, 2004])
  }

  @Test("Where the terminal draws ambiguous characters two cells wide, every cell is still in its place")
  func ambiguousWide() throws {
    let terminal = try Probed.start(["--ambiguous", "2"], ambiguousWidth: 2)
    #expect(terminal.screen.line(1) == "补贴性职业技能培训│浦东新区│1,234人次")
    #expect(terminal.screen.line(2) == "“α”—·…×─│█ 0 end")
    #expect(terminal.screen.isWhole)
    // Only the number is sent, to a column that must be counted as the terminal does.
    terminal.send("x")
    #expect(terminal.wait(for: "keys x"))
    #expect(terminal.wait { $0.line(2) == "“α”—·…×─│█ 1 end" })
    terminal.send("\u{0c}")
    #expect(terminal.waitForSilence())
    #expect(terminal.screen.line(2) == "“α”—·…×─│█ 1 end")
  }

  @Test("Nothing is sent while nothing changes")
  func idle() throws {
    let terminal = try Probed.start()
    #expect(terminal.waitForSilence())
    let before = terminal.output.count
    terminal.send("\u{1b}[99~")  // a key it does not know: it paints the same frame again
    #expect(terminal.waitForSilence(seconds: 0.3))
    #expect(terminal.output.count == before)
  }

  @Test("Another theme shows in cells whose text stays, as often as it comes", arguments: ["true", "256"])
  func themes(color: String) throws {
    let terminal = try Probed.start(["--color", color])
    let before = terminal.screen.line(3)
    for count in 1...250 {
      terminal.send("\u{17}")
      let rgb = Pen.Color.rgb(250, (100 + count) % 256, 90)
      guard color == "true" else { continue }
      try #require(terminal.wait { $0[0, 3].pen.foreground == rgb }, "theme \(count)")
    }
    #expect(terminal.wait { $0[0, 3].pen.foreground == (color == "true" ? .rgb(250, 94, 90) : .indexed(203)) })
    #expect(terminal.screen.line(3) == before)
    #expect(terminal.screen[0, 4].pen.reverse && terminal.screen[0, 0].pen.bold)
    #expect(terminal.screen.isWhole)
    #expect(terminal.screen.unknown == [])
  }

  @Test("Ctrl-L draws over what others wrote")
  func redraw() throws {
    let terminal = try Probed.start()
    #expect(terminal.waitForSilence())
    let before = terminal.output.count
    terminal.send("\u{0c}")
    #expect(terminal.wait { _ in terminal.output.count > before + 200 })
    #expect(terminal.wait { $0.line(0) == "技能终端 80x24" && $0[78, 23].text == "角" })
  }

  @Test(
    "Colours are as many as were asked for and the terminal has",
    arguments: [
      ([], "xterm-256color", nil, "indexed256", Pen.Color.indexed(203)),
      ([], "xterm-256color", "truecolor", "trueColor", .rgb(250, 100, 90)),
      (["--color", "true"], "xterm-256color", nil, "trueColor", .rgb(250, 100, 90)),
      (["--color", "16"], "xterm-256color", "truecolor", "ansi16", .indexed(9)),
      (["--color", "never"], "xterm-256color", nil, "mono", .standard),
      ([], "xterm", nil, "ansi8", .indexed(1)),
      ([], "linux", nil, "ansi8", .indexed(1)),
      ([], "screen", nil, "ansi8", .indexed(1)),
      ([], "tmux-256color", nil, "indexed256", .indexed(203)),
      ([], "vt100", nil, "mono", .standard),
    ] as [([String], String, String?, String, Pen.Color)])
  func colors(arguments: [String], term: String, claim: String?, depth: String, color: Pen.Color) throws {
    let terminal = try Probed.start(arguments, environment: ["TERM": term, "COLORTERM": claim])
    #expect(terminal.wait(for: "depth \(depth) "))
    #expect(terminal.screen[0, 3].pen.foreground == color)
    // The Linux console shows underline as a colour, so that it has none together with a colour (terminfo `ncv`).
    #expect(terminal.screen[0, 3].pen.underline == (term != "linux"))
    #expect(terminal.screen.line(1) == "补贴性职业技能培训│浦东新区│1,234人次")
    #expect(terminal.screen.contains("chinese \(term != "linux")"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    terminal.expectGivenBack()
  }

  @Test(
    "Without a UTF-8 locale in the environment another is taken",
    arguments: [("C", "replaced"), ("zh_CN.GBK", "replaced"), ("C.UTF-8", "environment")])
  func locale(name: String, result: String) throws {
    let terminal = try Probed.start(environment: ["LANG": name])
    #expect(terminal.wait(for: "locale \(result)"))
    #expect(terminal.screen.line(0) == "技能终端 80x24")
  }

  @Test("The terminal hears only what draws")
  func oracle() throws {
    let terminal = try Probed.start(["--mouse", "--color", "true"])
    terminal.send("abc\u{1b}[A\u{1b}[200~x\u{1b}]52;c;AAAA\u{07}\u{1b}[201~\u{07}\u{07}\u{06}")
    #expect(terminal.wait(for: "count 5"))
    terminal.resize(columns: 41, rows: 13)
    #expect(terminal.wait(for: "41x13"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    #expect(ByteOracle.violations(in: terminal.output) == [])
  }

  @Test("Copying sends the clipboard command in one piece")
  func clipboard() throws {
    let terminal = try Probed.start()
    terminal.send("\u{19}")
    #expect(terminal.wait { $0.commands == ["52;c;5rWm5Lic5paw5Yy6CTE="] })
  }
}
