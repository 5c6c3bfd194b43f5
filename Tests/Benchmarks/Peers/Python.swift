import Glibc

/// The Python that is installed here, and what of PyPI it has.
struct Python {
  /// The interpreter itself: what is on the path may be a script that looks for one.
  let program: String
  private let bench: Bench

  init?(_ bench: Bench) {
    guard let shell = Files.program("sh"), let found = Files.program("python3"),
      let text = try? Python.output(
        shell, ["-c", "exec \"$0\" -c 'import sys; print(sys.executable)'", found], bench)
    else { return nil }
    let path = String(text.prefix { $0 != "\n" })
    guard Files.isProgram(path) else { return nil }
    program = path
    self.bench = bench
  }

  /// The version of a module; nil where it is not installed.
  func version(of module: String) -> String? {
    let script = "import \(module); print(\(module).__version__)"
    guard let text = try? Python.output(program, ["-c", script], bench), !text.isEmpty else { return nil }
    return String(text.prefix { $0 != "\n" })
  }

  private static func output(_ program: String, _ arguments: [String], _ bench: Bench) throws -> String {
    let output = bench.folder + "/output"
    let once = try Once.run(program, arguments, environment: bench.environment, output: output)
    guard once.status == 0 else { return "" }
    return Files.text(output)
  }
}
