import CNcurses
import Glibc
package import Screen

/// Measures how wide a terminal draws signs: it is shown each at the beginning of a line, and asked where its cursor is.
///
/// The terminal is taken over meanwhile, and given back however that ends. It is waited for as long as ``patience`` for
/// each answer; when one does not come in time nothing more is asked, and the answer is waited for as long as ``farewell``
/// and thrown away, so that a shell does not find it among what is typed. What a person types meanwhile is lost, too.
package struct CursorProbe {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    /// The cells of each sign, and how long the slowest answer took in milliseconds.
    case measured([WidthSign: Int], milliseconds: Int)
    /// It answers, but later than can be waited for: after so many milliseconds.
    case late(milliseconds: Int)
    /// It does not answer.
    case silent
    /// It was not asked.
    case untried(Reason)
  }

  /// Why nothing was asked.
  package enum Reason: Hashable, Sendable {
    /// Standard output is no terminal.
    case noTerminal
    /// The terminal belongs to another job: asking would stop this one, and the answer would be typed into the other.
    case inBackground
    /// By its description it does not know the question.
    case unfit
    /// The system refused; the errno value.
    case system(Int32)
  }

  /// How long an answer is waited for, in milliseconds.
  package static let patience = 300
  /// How long an answer that is late is waited for, to throw it away, in milliseconds.
  package static let farewell = 2000

  private let descriptor: Int32
  private var reports = CursorReports()
  private var slowest = 0
  private var isGone = false

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Asks the terminal that standard output is.
  package static func measure(_ signs: [WidthSign], on description: TerminalDescription) -> Outcome {
    var nonblocking: Int32 = 0
    let descriptor = cn_terminal_open(STDOUT_FILENO, &nonblocking)
    guard descriptor >= 0 else { return .untried(errno == ENOTTY ? .noTerminal : .system(errno)) }
    defer { close(descriptor) }
    guard description.isANSI else { return .untried(.unfit) }
    guard tcgetpgrp(descriptor) == getpgrp() else { return .untried(.inBackground) }
    let refused = cn_guard_install(descriptor, nonblocking)
    if refused != 0 { return .untried(.system(refused)) }
    defer { cn_guard_remove() }
    // However it ends, the line is empty again.
    guard cn_guard_set_restore(eraseLine, eraseLine.count) == 0 else { return .untried(.system(EINVAL)) }
    let untaken = cn_guard_take(0)
    if untaken != 0 { return .untried(.system(untaken)) }
    var probe = CursorProbe(descriptor: descriptor)
    let outcome = probe.run(signs)
    cn_guard_give_back()
    return outcome
  }

  private static let eraseLine = Array("\r\u{1b}[K".utf8)
  private static let question = Array("\u{1b}[6n".utf8)

  private mutating func run(_ signs: [WidthSign]) -> Outcome {
    guard let start = ask([]) else { return bidFarewell() }
    // What another program left on this line stays.
    let isOwnLine = start.column == 1
    if !isOwnLine { send(Array("\r\n".utf8)) }
    var widths: [WidthSign: Int] = [:]
    for sign in signs {
      guard let report = ask(Self.eraseLine + Array(sign.text.string.utf8)) else { return bidFarewell() }
      widths[sign] = report.column - 1
    }
    return .measured(widths, milliseconds: slowest)
  }

  /// Where the cursor is behind `bytes`; nil where no answer comes in time.
  private mutating func ask(_ bytes: [UInt8]) -> CursorReport? {
    send(bytes + Self.question)
    let start = Monotonic.now
    let report = receive(within: Self.patience)
    slowest = max(slowest, Monotonic.now - start)
    return report
  }

  /// Takes what is still to come of an answer.
  private mutating func bidFarewell() -> Outcome {
    let start = Monotonic.now
    let report = receive(within: Self.farewell)
    let waited = Self.patience + Monotonic.now - start
    tcflush(descriptor, TCIFLUSH)
    if isGone { return .untried(.system(EIO)) }
    return report == nil ? .silent : .late(milliseconds: waited)
  }

  private mutating func receive(within milliseconds: Int) -> CursorReport? {
    let deadline = Monotonic.now + milliseconds
    while !isGone {
      let left = deadline - Monotonic.now
      guard left > 0 else { return nil }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, Int32(clamping: left)) > 0 else { continue }
      if let report = reports.take(readBytes()).last { return report }
    }
    return nil
  }

  private mutating func readBytes() -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 1024) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      count = max(0, got)
      failed = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)
    }
    if failed { isGone = true }
    return bytes
  }

  private mutating func send(_ bytes: [UInt8]) {
    var outbox = Outbox(descriptor: descriptor)
    outbox.append(bytes)
    outbox.send(within: Self.patience)
    if outbox.isBroken { isGone = true }
  }
}
