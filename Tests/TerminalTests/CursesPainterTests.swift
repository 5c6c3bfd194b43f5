import Glibc
import PseudoTerminal
import Testing

import struct PseudoTerminal.Pen

/// Terminals that are not among the usual ones are left to ncurses: the same picture.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct CursesPainterTests {
  /// A terminal type that differs from an xterm's in one thing.
  private final class Described {
    let folder: String
    var environment: [String: String?] { ["TERM": "odd", "TERMINFO": folder] }

    init(_ difference: String) throws {
      var template = Array("/tmp/jineng-terminfo-XXXXXX".utf8CString)
      try #require(mkdtemp(&template) != nil)
      folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let text = "odd|an odd terminal,\n\t\(difference),\n\tuse=xterm-256color,\n"
      let source = folder + "/odd.ti"
      let file = open(source, O_WRONLY | O_CREAT, 0o600)
      try #require(Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == text.utf8.count)
      Glibc.close(file)
      let compiler = try PseudoTerminal(
        "/usr/bin/tic", ["-x", "-o", folder, source], environment: Probed.environment())
      try #require(compiler.waitForEnd() == 0)
    }

    deinit {
      for name in ["/odd.ti", "/o/odd", "/o", ""] { remove(folder + name) }
    }
  }

  @Test(
    "A delay, a line that wraps at once, and colours that go without reverse",
    arguments: ["cup=\\E[%i%p1%d;%p2%dH$<5>", "xenl@", "ncv#22"])
  func odd(difference: String) throws {
    let described = try Described(difference)
    let terminal = try Probed.start(environment: described.environment)
    #expect(terminal.screen.line(0) == "技能终端 80x24")
    #expect(terminal.screen.line(1) == "补贴性职业技能培训│浦东新区│1,234人次")
    #expect(terminal.screen.line(3) == "cafe\u{301} ok")
    #expect(terminal.screen[0, 3].pen.foreground == .indexed(203))
    #expect(terminal.screen[0, 0].pen.bold)
    #expect(terminal.screen.isWhole)
    #expect(terminal.screen.unknown == [])
    terminal.send("x")
    #expect(terminal.wait(for: "keys x"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    terminal.expectGivenBack()
  }

  @Test("More themes than there are pairs of colours")
  func themes() throws {
    let described = try Described("ncv#22")
    let terminal = try Probed.start(["--color", "true"], environment: described.environment)
    for count in 1...40 {
      terminal.send("\u{17}")
      // The nearest of the usual palette.
      try #require(terminal.wait { $0[0, 3].pen.foreground != .standard && $0.isWhole }, "theme \(count)")
    }
    #expect(terminal.screen.line(1) == "补贴性职业技能培训│浦东新区│1,234人次")
    #expect(terminal.screen.unknown == [])
  }
}
