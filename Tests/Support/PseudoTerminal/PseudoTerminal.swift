package import Glibc

/// A terminal in memory with a program running in it, for tests: bytes come out of the program, keys go in.
///
/// The program runs as a job of a small shell, as it does in life. So stopping and continuing work, the line settings
/// outlive the program (the kernel resets them when a session's leader dies), and the status is the one a shell sees.
/// Everything waits with a deadline; nothing sleeps.
package final class PseudoTerminal {
  /// What the screen shows, and everything else the bytes said.
  package private(set) var screen: Emulator
  /// Every byte that came out, the shell's included.
  package private(set) var output: [UInt8] = []
  /// Whether a program that asks where the cursor is gets an answer at once; else only by ``answerCursorQuestions()``.
  package var answersCursorQuestions = false
  private var master: Int32
  private let shell: pid_t

  package enum Failure: Error {
    case system(String, Int32)
  }

  /// Starts `program` in a terminal of the given size with exactly this environment.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String],
    ambiguousWidth: Int = 1
  ) throws {
    // A terminal that does not tell its size, or tells an absurd one, still has one.
    screen = Emulator(
      columns: columns > 0 ? min(columns, 1000) : 80, rows: rows > 0 ? min(rows, 500) : 24,
      ambiguousWidth: ambiguousWidth)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &lock) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      throw Failure.system("pseudo-terminal", errno)
    }
    PseudoTerminal.setSize(master, columns: columns, rows: rows)
    shell = try Spawn.onTerminal(
      "/dev/pts/\(number)", program: "/bin/sh", arguments: ["-m", "-c", Self.script, "sh", program] + arguments,
      environment: environment)
  }

  deinit {
    if let program = programIfRunning { kill(program, SIGKILL) }
    kill(shell, SIGKILL)
    if master >= 0 { close(master) }
    waitpid(shell, nil, 0)
  }

  // `TIOCSPTLCK` and `TIOCGPTN` (ioctl_tty(2)), which do not come through the C header as constants.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Runs the program as a job with a process group of its own; stopped, it waits for a line and continues it; ended, it says so and waits for a line.
  private static let script = """
    trap : INT
    "$@"; s=$?
    while [ $s = 146 ] || [ $s = 147 ] || [ $s = 148 ]; do
      printf '<stopped %s>' $s; read line; fg >/dev/null; s=$?
    done
    printf '<ended %s>' $s; read line
    """
}

// MARK: Looking

extension PseudoTerminal {
  /// Reads what comes until the condition holds; false when it does not within the time.
  package func wait(seconds: Double = 5, until condition: (Emulator) -> Bool) -> Bool {
    let deadline = Clock.now + seconds
    while !condition(screen) {
      let left = deadline - Clock.now
      guard left > 0 else { return false }
      _ = read(within: left)
    }
    return true
  }

  /// Reads until the screen shows the text in one of its lines.
  package func wait(seconds: Double = 5, for text: String) -> Bool {
    wait(seconds: seconds) { $0.contains(text) }
  }

  /// Reads until nothing has come for so long; false when the program never stops talking.
  package func waitForSilence(seconds quiet: Double = 0.15, atMost: Double = 5) -> Bool {
    let deadline = Clock.now + atMost
    while Clock.now < deadline {
      if !read(within: quiet) { return true }
    }
    return false
  }

  /// Reads until the program has ended, and gives the status the shell saw: 128 + n for signal n.
  package func waitForEnd(seconds: Double = 5) -> Int? { waitForMark("<ended ", seconds: seconds) }

  /// Reads until the program has been stopped, and gives the status the shell saw.
  package func waitForStop(seconds: Double = 5) -> Int? { waitForMark("<stopped ", seconds: seconds) }

  private func waitForMark(_ mark: String, seconds: Double) -> Int? {
    let bytes = Array(mark.utf8)
    let deadline = Clock.now + seconds
    while true {
      if let status = Self.number(after: bytes, in: output) { return status }
      let left = deadline - Clock.now
      guard left > 0 else { return nil }
      _ = read(within: left)
    }
  }

  /// The number after the last `mark`, once its `>` has come.
  private static func number(after mark: [UInt8], in output: [UInt8]) -> Int? {
    guard output.count > mark.count else { return nil }
    for start in stride(from: output.count - mark.count, through: max(0, output.count - 4096), by: -1) {
      let rest = output[start...]
      guard rest.starts(with: mark) else { continue }
      let digits = rest.dropFirst(mark.count).prefix { (0x30...0x39).contains($0) }
      guard digits.endIndex < output.endIndex, output[digits.endIndex] == 0x3e else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  /// Reads once; whether anything came.
  private func read(within seconds: Double) -> Bool {
    guard master >= 0 else { return false }
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Int32(clamping: Int(max(1, seconds * 1000)))) > 0 else { return false }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, Glibc.read(master, buffer.baseAddress, buffer.count))
    }
    output += bytes
    screen.feed(bytes)
    if answersCursorQuestions { answerCursorQuestions() }
    return !bytes.isEmpty
  }
}

// MARK: Acting

extension PseudoTerminal {
  /// Types text or the bytes of keys.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Types bytes; what comes out meanwhile is read, so that neither side waits for the other. What a program has not
  /// taken after ten seconds is lost.
  package func send(_ bytes: [UInt8]) {
    let deadline = Clock.now + 10
    var sent = 0
    while sent < bytes.count, master >= 0, Clock.now < deadline {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress.map { $0 + sent }, min(4096, $0.count - sent)) }
      if count > 0 {
        sent += count
      } else if errno != EAGAIN && errno != EINTR {
        return
      } else {
        _ = read(within: 0.01)
      }
    }
  }

  /// Tells the program where the cursor was when it asked, once for each time it did.
  package func answerCursorQuestions() {
    let answers = screen.takeCursorReports()
    if !answers.isEmpty { send(answers) }
  }

  /// Gives the terminal another size; the kernel tells the program.
  package func resize(columns: Int, rows: Int) {
    Self.setSize(master, columns: columns, rows: rows)
    screen.resize(columns: columns, rows: rows)
  }

  private static func setSize(_ master: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The program's process while it runs: the terminal's foreground job, if that is not the shell.
  package var programIfRunning: pid_t? {
    guard master >= 0 else { return nil }
    let group = tcgetpgrp(master)
    return group > 0 && group != shell ? group : nil
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) {
    if let program = programIfRunning { kill(program, number) }
  }

  /// Pulls the plug: the window is closed, the connection lost.
  package func hangUp() {
    close(master)
    master = -1
  }

  /// The line settings as they are now.
  package var settings: LineSettings {
    var value = termios()
    tcgetattr(master, &value)
    return LineSettings(value)
  }
}

/// What of a terminal's line settings tells a shell's from a full-screen program's.
package struct LineSettings: Hashable, Sendable {
  package let input: UInt32
  package let output: UInt32
  package let local: UInt32
  package let control: [UInt8]

  init(_ value: termios) {
    input = value.c_iflag
    output = value.c_oflag
    local = value.c_lflag
    control = withUnsafeBytes(of: value.c_cc) { Array($0) }
  }

  /// Lines are put together and echoed by the kernel.
  package var isCooked: Bool { local & UInt32(ICANON) != 0 && local & UInt32(ECHO) != 0 }
}
