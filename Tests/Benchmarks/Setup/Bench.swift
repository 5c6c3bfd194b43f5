import Glibc
import PseudoTerminal

/// What every measure stands on: the program, its sample directories, and the environment everything runs in.
final class Bench {
  let options: Options
  let program: String
  let folder: String
  /// The same for every program and every run, whoever runs the benchmark.
  let environment: [String: String]

  enum Trouble: Error {
    case cannot(String)
  }

  /// The sample's last day, so that figures do not depend on the day of the run.
  static let lastDay = "2026-08-31"

  init(_ options: Options) throws {
    self.options = options
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
      "XDG_STATE_HOME": folder + "/home", "PATH": "/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
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

  private func written(_ directory: String, _ more: [String]) throws -> String {
    if Files.isFolder(directory) { return directory }
    let arguments = ["demo", "--write", directory, "--through", Bench.lastDay] + more
    guard try Once.run(program, arguments, environment: environment).status == 0 else {
      throw Trouble.cannot("jineng demo --write \(directory): failed")
    }
    return directory
  }

  /// The arguments of the console on a directory.
  static func console(_ directory: String) -> [String] { ["console", "--data", directory, "--as-of", lastDay] }
}
