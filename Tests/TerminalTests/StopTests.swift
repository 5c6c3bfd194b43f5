import Glibc
import PseudoTerminal
import Testing

/// Ctrl-Z, `kill -TSTP`, `kill -STOP`, and what comes after.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct StopTests {
  @Test("Stopped, the terminal is the shell's; continued, the screen is whole again")
  func controlZ() throws {
    let terminal = try Probed.start(["--mouse"])
    terminal.send("\u{1a}")
    try expectStopAndReturn(terminal)
  }

  @Test("The same by a signal from outside")
  func stopSignal() throws {
    let terminal = try Probed.start(["--mouse"])
    terminal.signal(SIGTSTP)
    try expectStopAndReturn(terminal)
  }

  private func expectStopAndReturn(_ terminal: PseudoTerminal) throws {
    #expect(terminal.waitForStop() == 128 + Int(SIGTSTP))
    terminal.expectGivenBack()
    terminal.resize(columns: 70, rows: 20)
    terminal.send("\n")
    #expect(terminal.wait(for: "技能终端 70x20"))
    #expect(terminal.wait(for: "resumes 1"))
    #expect(terminal.screen.isAlternate)
    #expect(terminal.screen.modes == [1, 2004, 1000, 1004, 1006])
    #expect(!terminal.settings.isCooked)
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    terminal.expectGivenBack()
  }

  @Test("Stopped the hard way, it takes the terminal again")
  func hardStop() throws {
    let terminal = try Probed.start()
    terminal.signal(SIGSTOP)
    #expect(terminal.waitForStop() == 128 + Int(SIGSTOP))
    terminal.send("\n")
    #expect(terminal.wait(for: "resumes 1"))
    #expect(!terminal.settings.isCooked)
    #expect(terminal.screen.line(0) == "技能终端 80x24")
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    terminal.expectGivenBack()
  }

  @Test("Killed while stopped, nothing is written over the shell's screen")
  func killedWhileStopped() throws {
    let terminal = try Probed.start()
    let program = try #require(terminal.programIfRunning)
    terminal.send("\u{1a}")
    #expect(terminal.waitForStop() == 128 + Int(SIGTSTP))
    #expect(terminal.waitForSilence())
    let before = terminal.output.count
    kill(program, SIGTERM)
    kill(program, SIGCONT)
    #expect(Clock.wait(seconds: 2) { !Spawn.isAlive(program) })
    #expect(terminal.waitForSilence())
    #expect(!terminal.output[before...].contains(0x1b))
  }
}
