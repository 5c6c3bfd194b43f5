import Glibc

/// The machine that figures belong to.
enum Machine {
  /// Cores, processor, memory, kernel, and how busy it was.
  static var description: String {
    let model = Files.line(of: "/proc/cpuinfo", startingWith: "model name") ?? "unknown processor"
    let memory = Files.line(of: "/proc/meminfo", startingWith: "MemTotal").flatMap { Int($0.prefix { $0 != " " }) } ?? 0
    var name = utsname()
    uname(&name)
    let kernel = withUnsafeBytes(of: name.release) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let load = Files.text("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "-"
    return
      "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(model), \(Words.megabytes(kibibytes: memory)) MB of memory, "
      + "Linux \(kernel); load at the start \(load)"
  }
}
