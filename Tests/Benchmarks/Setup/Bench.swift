import Glibc
import PseudoTerminal

/// What every measure stands on: the program, its sample directories, and the environment everything runs in.
final class Bench {
  let options: Options
  let program: String
  let folder: String
  /// The same for every program and every run, whoever runs the benchmark.
  let environment: [String: String]
  /// What the measures of reading find.
  let goals: Goals

  enum Trouble: Error {
    case cannot(String)
  }

  /// The sample's last day, so that figures do not depend on the day of the run.
  static let lastDay = "2026-08-31"
  /// The last day of the plain layouts.
  static let yearEnd = "2026-12-31"

  init(_ options: Options) throws {
    self.options = options
    goals = Goals(options.sizes)
    program = options.program ?? Files.ownFolder + "/jineng"
    for path in [program] + (options.against.map { [$0] } ?? []) where !Files.isProgram(path) {
      throw Trouble.cannot("\(path): no such program; build it: swift build -c release --product jineng")
    }
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/jineng-benchmarks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble.cannot("\(parent): no folder can be made there") }
    folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    environment = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder + "/home", "XDG_CONFIG_HOME": folder + "/home",
      "XDG_STATE_HOME": folder + "/home", "XDG_CACHE_HOME": folder + "/home/.cache",
      "PATH": "/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    mkdir(folder + "/home", 0o755)
    mkdir(folder + "/empty", 0o755)
  }

  func close() {
    if options.keep { print("Kept: \(folder)") } else { Files.remove(folder) }
  }

  /// The program, and the other build if there is one.
  var builds: [(name: String, path: String)] {
    [("jineng", program)] + (options.against.map { [("jineng, other build", $0)] } ?? [])
  }

  /// The sample as `jineng demo` writes it.
  func sample() throws -> String { try written(folder + "/sample", []) }

  /// The same with as many rows as a whole city sends in a year.
  func bigSample() throws -> String { try written(folder + "/big", ["--rows", String(options.rows)]) }

  var emptyDirectory: String { folder + "/empty" }

  /// Writes a sample unless it is there.
  func demo(_ directory: String, _ more: [String]) throws {
    if Files.isFolder(directory) { return }
    guard try Once.run(program, ["demo", "--write", directory] + more, environment: environment).status == 0 else {
      throw Trouble.cannot("jineng demo --write \(directory) \(more.joined(separator: " ")): failed")
    }
  }

  private func written(_ directory: String, _ more: [String]) throws -> String {
    try demo(directory, ["--through", Bench.lastDay] + more)
    return directory
  }

  /// The environment with a folder for caches; nil: an empty one.
  func environment(cache: String?) -> [String: String] {
    let empty = folder + "/no-cache"
    if cache == nil {
      Files.remove(empty)
      mkdir(empty, 0o755)
    }
    return environment.merging(["XDG_CACHE_HOME": cache ?? empty]) { $1 }
  }

  /// The arguments of the console on a directory.
  static func console(_ directory: String, asOf day: String = lastDay) -> [String] {
    ["console", "--data", directory, "--as-of", day]
  }

  /// The arguments of a report on a directory of a plain layout.
  static func report(_ directory: String) -> [String] {
    ["report", "--format", "json", "--as-of", yearEnd, "--data", directory]
  }
}
