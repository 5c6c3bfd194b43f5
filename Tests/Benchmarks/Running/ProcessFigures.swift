import Glibc

/// What the kernel says of a process that runs.
struct ProcessFigures {
  /// Processor time in clock ticks (hundredths of a second), user and system (proc_pid_stat(5)).
  let ticks: Int
  /// By thread: nanoseconds of processor time (0 where the kernel does not say), and how often it went to sleep by
  /// itself, each of which is one waking up.
  private let threads: [String: (nanoseconds: Int, sleeps: Int)]
  /// KiB of memory: resident, the most there was, and of it what no file backs.
  let resident: Int
  let peak: Int
  let anonymous: Int

  init(_ process: pid_t) {
    let root = "/proc/\(process)"
    let fields = Files.text(root + "/stat").split(separator: ")").last?.split(separator: " ") ?? []
    ticks = fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    threads = Files.names(in: root + "/task").reduce(into: [:]) { threads, task in
      let path = "\(root)/task/\(task)"
      let nanoseconds = Files.text(path + "/schedstat").split(separator: " ").first.flatMap { Int($0) } ?? 0
      threads[task] = (nanoseconds, ProcessFigures.number("voluntary_ctxt_switches", in: path + "/status"))
    }
    resident = ProcessFigures.number("VmRSS", in: root + "/status")
    peak = ProcessFigures.number("VmHWM", in: root + "/status")
    anonymous = ProcessFigures.number("RssAnon", in: root + "/status")
  }

  /// Seconds of processor time of all threads that live.
  var processor: Double { Double(threads.values.reduce(0) { $0 + $1.nanoseconds }) / 1e9 }

  /// Nanoseconds and wakings since an earlier look, of the threads that still live.
  func since(_ earlier: ProcessFigures) -> (nanoseconds: Int, wakings: Int) {
    threads.reduce((0, 0)) { sum, thread in
      let before = earlier.threads[thread.key] ?? (0, 0)
      return (sum.0 + thread.value.nanoseconds - before.nanoseconds, sum.1 + thread.value.sleeps - before.sleeps)
    }
  }

  /// KiB: less than this cannot be seen of a program that this one starts.
  static var ownPeak: Int { number("VmHWM", in: "/proc/self/status") }

  private static func number(_ name: String, in path: String) -> Int {
    Files.line(of: path, startingWith: name + ":").flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
  }
}
