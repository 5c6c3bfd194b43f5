import Console
import Dispatch
import Glibc
import Policy
import Records
import Synchronization

/// Reads a data directory for a command without a console. On a terminal a read that takes long shows how far it is;
/// elsewhere nothing is shown, and nothing is done for it.
enum LongRead {
  /// The snapshot of `reader`. Ctrl-C and other requests to end take the line away first, and then end the program as
  /// they would have.
  static func snapshot(_ reader: DirectoryReader, _ settings: Settings) throws(DirectoryError) -> Snapshot {
    guard isatty(STDERR_FILENO) == 1 else { return try reader.read() }
    let signals = EndingSignals()
    defer { signals.restore() }
    let progress = ReadingProgress()
    let start = Clock.uptime
    let result = Mutex<Result<Snapshot, DirectoryError>?>(nil)
    let waiting = pthread_self()
    DispatchQueue(label: "jineng.reading").async {
      let made: Result<Snapshot, DirectoryError>
      do throws(DirectoryError) { made = .success(try reader.read(progress: progress)) } catch {
        made = .failure(error)
      }
      result.withLock { $0 = made }
      pthread_kill(waiting, EndingSignals.wake)
    }
    var notice = OpeningNotice(settings.language, ambiguousWidth: settings.ambiguousWidth)
    while true {
      let signal = signals.wait(seconds: notice.wait(after: Clock.uptime - start))
      if let result = result.withLock({ $0 }) {
        Output.tell(notice.erase(columns: columns))
        return try result.get()
      }
      if let signal {
        Output.tell(notice.erase(columns: columns))
        signals.end(by: signal)
      }
      // A job in the background does not write over the shell's line.
      guard tcgetpgrp(STDERR_FILENO) == getpgrp() else { continue }
      Output.tell(notice.draw(OpeningProgress(progress.state, elapsed: Clock.uptime - start), columns: columns))
    }
  }

  /// Cells of a line of the terminal.
  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

extension OpeningProgress {
  /// A read's state, so many seconds after it began.
  init(_ state: ReadingProgress.State, elapsed: Double) {
    self.init()
    switch state.phase {
    case .listing: phase = .listing
    case .reading: phase = .reading
    case .assembling: phase = .assembling
    }
    bytesTotal = state.bytesTotal
    bytesRead = state.bytesRead
    rows = state.rows
    filesTotal = state.filesTotal
    filesRead = state.filesRead
    file = state.file
    self.elapsed = elapsed
  }
}
