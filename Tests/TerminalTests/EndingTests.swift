import Glibc
import PseudoTerminal
import Testing

/// However the program ends, the terminal is as it was.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct EndingTests {
  @Test("Ended in order")
  func inOrder() throws {
    let terminal = try Probed.start(["--mouse"])
    #expect(!terminal.settings.isCooked)
    terminal.send("q")
    #expect(terminal.waitForEnd() == 0)
    terminal.expectGivenBack()
  }

  @Test("Ended by exit with the terminal open")
  func exited() throws {
    let terminal = try Probed.start(["--mouse"])
    terminal.send("\u{05}")
    #expect(terminal.waitForEnd() == 7)
    terminal.expectGivenBack()
  }

  @Test("Given back and taken again in one process, and then hit by a signal")
  func reopened() throws {
    let terminal = try Probed.start()
    for count in 1...3 {
      terminal.send("\u{0f}")
      terminal.send("a")
      #expect(terminal.wait(for: "count \(count)"))
      #expect(terminal.screen.isAlternate)
    }
    #expect(terminal.screen.line(0) == "技能终端 80x24")
    terminal.signal(SIGSEGV)
    #expect(terminal.waitForEnd() == 128 + Int(SIGSEGV))
    terminal.expectGivenBack()
  }

  @Test("Ended by a thrown error")
  func thrown() throws {
    let terminal = try Probed.start(["--mouse"])
    terminal.send("\u{14}")
    #expect(terminal.waitForEnd() == 4)
    terminal.expectGivenBack()
    #expect(terminal.screen.contains("probe: thrown"))
  }

  @Test(
    "Ended by a signal, the shell sees that signal",
    arguments: [
      SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS,
    ])
  func signalled(number: Int32) throws {
    let terminal = try Probed.start(["--mouse"])
    terminal.signal(number)
    #expect(terminal.waitForEnd(seconds: 2) == 128 + Int(number))
    terminal.expectGivenBack()
    #expect(ByteOracle.violations(in: terminal.output) == [])
  }

  @Test("Ctrl-C and Ctrl-\\ are signals", arguments: [("\u{03}", SIGINT), ("\u{1c}", SIGQUIT)])
  func interruptKeys(key: String, number: Int32) throws {
    let terminal = try Probed.start()
    terminal.send(key)
    #expect(terminal.waitForEnd(seconds: 2) == 128 + Int(number))
    terminal.expectGivenBack()
  }

  @Test(
    "Ended by a fault, on the main thread and on another, whatever the runtime's own handler would do",
    arguments: [
      ("bounds", SIGILL), ("fatal", SIGILL), ("overflow", SIGILL), ("segv", SIGSEGV), ("abort", SIGABRT),
    ], [false, true])
  func fault(fault: (name: String, number: Int32), onThread: Bool) throws {
    let terminal = try Probed.start(
      ["--fault", fault.name] + (onThread ? ["--thread"] : []),
      environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=yes,timeout=30s"])
    terminal.send("\u{18}")
    #expect(terminal.waitForEnd(seconds: 3) == 128 + Int(fault.number))
    terminal.expectGivenBack()
  }

  @Test("Ended by a stack that is used up")
  func stackOverflow() throws {
    let terminal = try Probed.start(["--fault", "stack"])
    terminal.send("\u{18}")
    #expect(terminal.waitForEnd(seconds: 3) == 128 + Int(SIGSEGV))
    terminal.expectGivenBack()
  }

  @Test("Ended while nobody reads what it writes")
  func stoppedReader() throws {
    let terminal = try Probed.start(columns: 200, rows: 60)
    let program = try #require(terminal.programIfRunning)
    terminal.send("\u{06}")
    // The terminal is full when the program, drawing without end, sleeps or spins without getting a byte out.
    let used = Spawn.processorTime(program) ?? 0
    #expect(Clock.wait(seconds: 5) { (Spawn.processorTime(program) ?? 0) > used + 20 })
    let start = Clock.now
    terminal.signal(SIGTERM)
    #expect(Clock.wait(seconds: 3) { !Spawn.isAlive(program) })
    #expect(Clock.now - start < 2.5)
    #expect(terminal.settings == LineSettings.shells)
    #expect(terminal.waitForEnd() == 128 + Int(SIGTERM))
  }

  @Test("Keys are heard while nobody reads what it writes")
  func deafTerminal() throws {
    let terminal = try Probed.start(columns: 200, rows: 60)
    let program = try #require(terminal.programIfRunning)
    terminal.send("\u{06}")
    let used = Spawn.processorTime(program) ?? 0
    #expect(Clock.wait(seconds: 5) { (Spawn.processorTime(program) ?? 0) > used + 20 })
    terminal.send("q")
    #expect(Clock.wait(seconds: 3) { !Spawn.isAlive(program) })
    #expect(terminal.settings == LineSettings.shells)
    #expect(terminal.waitForEnd() == 0)
  }

  @Test("Ended by the loss of the terminal, with SIGHUP and without", arguments: [false, true])
  func hangUp(ignored: Bool) throws {
    let terminal = try Probed.start(ignored ? ["--ignore-hup"] : [])
    let program = try #require(terminal.programIfRunning)
    terminal.hangUp()
    #expect(Clock.wait(seconds: 2) { !Spawn.isAlive(program) })
  }
}
