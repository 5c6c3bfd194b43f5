import Glibc
import PseudoTerminal

/// A program that ran to its end without a terminal.
struct Once {
  /// The exit status; 128 + n for signal n.
  let status: Int
  /// Seconds from before it was started until it was over.
  let wall: Double
  /// Seconds of processor time, user and system, of the whole process.
  let processor: Double
  /// The most memory that was resident, in KiB. The kernel counts this program's own from before the other's start,
  /// so that it is never less than that.
  let peak: Int

  /// Runs it with nothing on standard input, and `output` (else nothing) for what it says.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String], output: String = "/dev/null"
  ) throws -> Once {
    let input = open("/dev/null", O_RDWR | O_CLOEXEC)
    let out = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    defer {
      close(input)
      close(out)
    }
    let start = Clock.now
    let process = try Spawn.plainly(
      program, arguments, environment: environment, descriptors: [input, out, input])
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = Clock.now - start
    return Once(
      status: status & 0x7f == 0 ? Int(status >> 8 & 0xff) : 128 + Int(status & 0x7f), wall: wall,
      processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peak: usage.ru_maxrss)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
