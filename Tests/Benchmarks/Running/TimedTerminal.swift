import Glibc
import PseudoTerminal

/// A pseudo-terminal with a program in it, and the moment at which each of the program's bytes could be read. Nothing is
/// made of the bytes while the clock runs.
final class TimedTerminal {
  let process: pid_t
  /// Just before the program was started.
  let started: Double
  /// What the screen shows after `show`.
  private(set) var screen: Emulator
  private let master: Int32

  /// Bytes that came at once, and when they had been read.
  struct Chunk {
    let time: Double
    let bytes: [UInt8]
  }

  init(
    _ program: String, _ arguments: [String], columns: Int, rows: Int, environment: [String: String]
  ) throws {
    screen = Emulator(columns: columns, rows: rows)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var lock: Int32 = 0
    var number: Int32 = 0
    var size = winsize(ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2), which do not come through the C header.
    guard master >= 0, ioctl(master, UInt(0x4004_5431), &lock) == 0, ioctl(master, UInt(0x8004_5430), &number) == 0,
      ioctl(master, UInt(TIOCSWINSZ), &size) == 0
    else { throw Bench.Trouble.cannot("no pseudo-terminal: \(String(cString: strerror(errno)))") }
    started = Clock.now
    process = try Spawn.onTerminal(
      "/dev/pts/\(number)", program: program, arguments: arguments, environment: environment)
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
    waitpid(process, nil, 0)
  }

  /// Reads from the first byte, which must come within `first` seconds, until none has come for `quiet` seconds, and
  /// at most for `atMost` seconds in all.
  func collect(first: Double = 5, quiet: Double, atMost: Double = 10) -> [Chunk] {
    var chunks: [Chunk] = []
    let end = Clock.now + atMost
    while Clock.now < end, let chunk = next(within: chunks.isEmpty ? first : quiet) { chunks.append(chunk) }
    return chunks
  }

  /// Writes the bytes of a key, reads what the program paints, and gives the seconds from the one to the last byte of
  /// the other; nil where it painted nothing.
  func paintTime(of key: String, quiet: Double = 0.004) -> (seconds: Double, bytes: Int)? {
    let keys = Array(key.utf8)
    let start = Clock.now
    guard write(master, keys, keys.count) == keys.count else { return nil }
    let chunks = collect(first: 0.25, quiet: quiet, atMost: 2)
    guard let last = chunks.last else { return nil }
    show(chunks)
    return (last.time - start, chunks.reduce(0) { $0 + $1.bytes.count })
  }

  /// Types, and waits until the program has painted.
  func type(_ key: String) { _ = paintTime(of: key, quiet: 0.06) }

  /// Types keys that end the program until it has ended; false where it has not. Nothing may be asked of it after.
  func leave(_ keys: [String]) -> Bool {
    for key in keys {
      _ = write(master, Array(key.utf8), key.utf8.count)
      for _ in 0..<50 {
        // A program that has let go of its terminal already may still have something to do.
        if collect(first: 0.02, quiet: 0.02, atMost: 0.1).isEmpty { poll(nil, 0, 20) }
        var info = siginfo_t()
        // The process stays to be waited for: its number is ours until then.
        if waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0, info.si_signo == SIGCHLD {
          return true
        }
      }
    }
    return false
  }

  /// Puts what came on the screen.
  func show(_ chunks: [Chunk]) {
    for chunk in chunks { screen.feed(chunk.bytes) }
  }

  /// Seconds from the start until the screen first was as it is now, when `chunks` are all that came; nil where nothing
  /// did.
  func timeToPicture(_ chunks: [Chunk]) -> Double? {
    var screen = Emulator(columns: self.screen.columns, rows: self.screen.rows)
    let lines = self.screen.lines
    for chunk in chunks {
      screen.feed(chunk.bytes)
      if screen.lines == lines { return chunk.time - started }
    }
    return nil
  }

  private func next(within seconds: Double) -> Chunk? {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Int32(clamping: Int(max(0, seconds * 1000)))) > 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, read(master, buffer.baseAddress, buffer.count))
    }
    return bytes.isEmpty ? nil : Chunk(time: Clock.now, bytes: bytes)
  }
}
