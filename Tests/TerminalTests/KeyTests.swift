import PseudoTerminal
import Testing

/// Keys, as terminals send them.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct KeyTests {
  @Test("Esc alone comes at once")
  func escape() throws {
    let terminal = try Probed.start()
    #expect(terminal.waitForSilence())
    let start = Clock.now
    terminal.send("\u{1b}")
    #expect(terminal.wait(for: "keys escape"))
    #expect(Clock.now - start < 0.1)
  }

  @Test(
    "Function and cursor keys of each terminal",
    arguments: [
      ("xterm-256color", "\u{1b}OP\u{1b}[24~\u{1b}OA\u{1b}OB\u{1b}[Z\u{1b}OH\u{1b}OF\u{1b}[5~\u{1b}[6~\u{1b}[3~"),
      ("linux", "\u{1b}[[A\u{1b}[24~\u{1b}[A\u{1b}[B\u{1b}[Z\u{1b}[1~\u{1b}[4~\u{1b}[5~\u{1b}[6~\u{1b}[3~"),
      ("linux", "\u{1b}[[A\u{1b}[24~\u{1b}[A\u{1b}[B\u{1b}\t\u{1b}[1~\u{1b}[4~\u{1b}[5~\u{1b}[6~\u{1b}[3~"),
      ("screen", "\u{1b}OP\u{1b}[24~\u{1b}OA\u{1b}OB\u{1b}[Z\u{1b}[1~\u{1b}[4~\u{1b}[5~\u{1b}[6~\u{1b}[3~"),
      ("tmux-256color", "\u{1b}OP\u{1b}[24~\u{1b}OA\u{1b}OB\u{1b}[Z\u{1b}[1~\u{1b}[4~\u{1b}[5~\u{1b}[6~\u{1b}[3~"),
    ])
  func functionKeys(term: String, keys: String) throws {
    let terminal = try Probed.start(environment: ["TERM": term])
    terminal.send(keys)
    #expect(terminal.wait(for: "keys F1 F12 up down backTab home end pageUp pageDown delete"))
  }

  @Test("The VT100's own keypad keys are its function keys")
  func vt100() throws {
    let terminal = try Probed.start(environment: ["TERM": "vt100"])
    terminal.send("\u{1b}OP\u{1b}Ot\u{1b}Ox\u{1b}OA\r\u{7f}\u{08}")
    #expect(terminal.wait(for: "keys F1 F5 F10 up enter backspace backspace"))
  }

  @Test("Full-width letters are letters; Chinese comes whole; a paste is text")
  func text() throws {
    let terminal = try Probed.start()
    terminal.send("ｑ")
    #expect(terminal.waitForEnd() == 0)
    let second = try Probed.start()
    second.send("ａ？\u{3000}浦\u{1b}[200~qq\r\u{1b}[A!\u{1b}[201~z")
    #expect(second.wait(for: "keys a ? space 浦 paste(qq"))
    #expect(second.wait(for: "z"))
    #expect(second.programIfRunning != nil)
  }

  @Test("The mouse speaks only while it is captured")
  func mouse() throws {
    let terminal = try Probed.start()
    terminal.send("\u{1b}[<0;5;7Ma")
    #expect(terminal.wait { $0.line(8) == "keys a" })
    terminal.send("\u{07}")
    #expect(terminal.wait { $0.modes == [1, 2004, 1000, 1004, 1006] })
    terminal.send("\u{1b}[<0;5;7M\u{1b}[<0;5;7m\u{1b}[<64;1;1M\u{1b}[<65;1;1Mb")
    #expect(terminal.wait { $0.line(8) == "keys a click(4,6) wheel(-1) wheel(1) b" })
    terminal.send("\u{07}")
    #expect(terminal.wait { $0.modes == [1, 2004] })
  }

  @Test("A flood of keys and junk is survived, and q still ends it")
  func flood() throws {
    let terminal = try Probed.start()
    var junk: [UInt8] = []
    var state: UInt32 = 7
    for _ in 0..<200_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      // Anything but the signal keys and the probe's own.
      let byte = UInt8(truncatingIfNeeded: state >> 24)
      if ![0x03, 0x05, 0x06, 0x07, 0x0f, 0x14, 0x18, 0x19, 0x1a, 0x1c, 0x71].contains(byte) { junk.append(byte) }
    }
    terminal.send(junk)
    // Whatever it is in the middle of ends here.
    terminal.send("\u{1b}\\\u{1b}[201~q")
    #expect(terminal.waitForEnd(seconds: 8) == 0)
    terminal.expectGivenBack()
    #expect(ByteOracle.violations(in: terminal.output) == [])
  }
}
