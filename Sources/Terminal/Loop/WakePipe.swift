import CNcurses
import Glibc

/// Wakes a loop that sleeps in `TerminalSession.wait`. Many signals before it wakes count as one.
package final class WakePipe: Sendable {
  package let descriptor: Int32

  /// - Throws: `TerminalError.system` when the process has no descriptor left.
  package init() throws(TerminalError) {
    descriptor = cn_wake_open()
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  /// Wakes the loop; from any thread.
  package func signal() { cn_wake_signal(descriptor) }

  /// Takes the signals back; the loop's thread calls it before it looks at what was handed over.
  package func clear() { cn_wake_clear(descriptor) }
}

/// Why a wait ended.
package struct WaitResult: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// `readEvents` has something to say.
  package static let terminal = WaitResult(rawValue: 1)
  /// The wake pipe was signalled (and has been cleared).
  package static let woken = WaitResult(rawValue: 2)
  /// The time is over.
  package static let timedOut = WaitResult(rawValue: 4)
}
