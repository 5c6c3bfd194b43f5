import Glibc
import PseudoTerminal
import Testing

/// Terminals that cannot be used: one line that says so, and nothing changed.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct RefusalTests {
  @Test(
    "A terminal type that is missing, unknown or cannot place text",
    arguments: [
      (nil, "TERM is not set"), ("", "TERM is not set"), ("no-such-terminal", "TERM=no-such-terminal is unknown"),
      ("../../x", "TERM=../../x is unknown"), ("dumb", "TERM=dumb cannot show a full screen"),
      ("\u{1b}[2J", "TERM=?[2J is unknown"),
    ] as [(String?, String)])
  func type(term: String?, message: String) throws {
    let terminal = try PseudoTerminal(Probed.path, environment: Probed.environment(["TERM": term]))
    #expect(terminal.waitForEnd() == 3)
    #expect(terminal.screen.contains(message))
    #expect(!terminal.output.contains(0x1b))
    #expect(terminal.settings == LineSettings.shells)
  }

  @Test(
    "What can be known without opening the terminal",
    arguments: [
      ("xterm-256color", "xterm-256color indexed256 environment", 0), ("vt100", "vt100 mono environment", 0),
      ("dumb", "cannot show a full screen", 3),
    ])
  func examine(term: String, message: String, status: Int) throws {
    let terminal = try PseudoTerminal(Probed.path, ["--examine"], environment: Probed.environment(["TERM": term]))
    #expect(terminal.waitForEnd() == status)
    #expect(terminal.screen.contains(message))
    #expect(!terminal.output.contains(0x1b))
  }

  @Test("Standard output that is no terminal")
  func noTerminal() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let null = open("/dev/null", O_RDWR)
    let process = try Spawn.plainly(
      Probed.path, [], environment: Probed.environment(), descriptors: [null, null, ends[1]])
    close(ends[1])
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while case let count = read(ends[0], &buffer, buffer.count), count > 0 { text += buffer[..<count] }
    close(ends[0])
    close(null)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(status >> 8 == 3)
    #expect(String(decoding: text, as: UTF8.self).contains("standard output is not a terminal"))
  }
}
