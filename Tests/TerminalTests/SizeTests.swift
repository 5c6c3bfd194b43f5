import PseudoTerminal
import Testing

/// Sizes, sane and not.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct SizeTests {
  @Test("A new size is drawn, and a storm of them ends with the last")
  func resizeStorm() throws {
    let terminal = try Probed.start()
    for step in 0..<300 { terminal.resize(columns: 20 + step % 90, rows: 5 + step % 40) }
    terminal.resize(columns: 97, rows: 31)
    #expect(terminal.wait(for: "技能终端 97x31"))
    #expect(terminal.waitForSilence(seconds: 0.3))
    #expect(terminal.screen.line(1) == "补贴性职业技能培训│浦东新区│1,234人次")
    #expect(terminal.screen[95, 30].text == "角")
    #expect(terminal.screen.isWhole)
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    terminal.expectGivenBack()
  }

  @Test("Tiny terminals are drawn on", arguments: [(1, 1), (2, 1), (3, 2), (1, 30), (79, 1)])
  func tiny(columns: Int, rows: Int) throws {
    let terminal = try Probed.start()
    terminal.resize(columns: columns, rows: rows)
    #expect(terminal.waitForSilence(seconds: 0.1))
    #expect(terminal.screen.isWhole)
    terminal.resize(columns: 80, rows: 24)
    #expect(terminal.wait { $0.line(0) == "技能终端 80x24" && $0[78, 23].text == "角" })
  }

  @Test("A terminal that does not say its size has 80×24; LINES and COLUMNS are not asked")
  func unknownSize() throws {
    let terminal = try PseudoTerminal(
      Probed.path, [], columns: 0, rows: 0,
      environment: Probed.environment(["LINES": "99999999", "COLUMNS": "-4"]))
    #expect(terminal.wait(for: "技能终端 80x24"))
  }

  @Test("An absurd size is cut to 1000×500")
  func hugeSize() throws {
    let terminal = try PseudoTerminal(
      Probed.path, [], columns: 65_535, rows: 10_000, environment: Probed.environment())
    #expect(terminal.wait(seconds: 20, for: "技能终端 1000x500"))
  }
}
