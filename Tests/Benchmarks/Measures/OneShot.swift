import Glibc

/// Commands that read everything, say something and end; against programs that read the same files.
enum OneShot {
  private struct Reader {
    let name: String
    let program: String
    let arguments: [String]
    let hasRows: Bool
  }

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let runs = bench.options.runs
    return [
      try table("One-shot commands, nothing to read", bench.emptyDirectory, bench, runs: runs),
      try table("One-shot commands, the sample", bench.sample(), bench, runs: runs),
      try table("One-shot commands, the big sample", bench.bigSample(), bench, runs: max(3, runs / 3)),
    ]
  }

  private static func table(_ title: String, _ directory: String, _ bench: Bench, runs: Int) throws -> MarkdownTable {
    let files = Files.below(directory)
    let rows = try acceptedRows(directory, bench)
    let readers = readers(directory, files, bench)
    var results = readers.map { _ in [Once]() }
    for round in 0...runs {
      for (index, reader) in readers.enumerated() {
        let once = try Once.run(reader.program, reader.arguments, environment: bench.environment)
        guard once.status <= 1 else { throw Bench.Trouble.cannot("\(reader.name): ended with \(once.status)") }
        if round > 0 { results[index].append(once) }
      }
    }
    let own = ProcessFigures.ownPeak
    var table = MarkdownTable(
      title, ["command", "wall ms (least–most)", "processor ms", "rows/s", "peak MB", "wall: report / it"])
    let report = results.first.map { $0.map(\.wall) } ?? []
    for (reader, results) in zip(readers, results) {
      let wall = Spread(results.map(\.wall))
      let peak = results.map(\.peak).max() ?? 0
      table.add([
        reader.name, Words.milliseconds(wall), Words.milliseconds(Spread(results.map(\.processor)).median),
        reader.hasRows && rows > 0 ? Words.fixed(Double(rows) / wall.median, 0) : "",
        (peak > own ? "" : "≤ ") + Words.megabytes(kibibytes: peak),
        Words.times(Spread.ratio(report, results.map(\.wall)).median),
      ])
    }
    table.note(
      "\(runs) runs in turn, every time a new process. \(files.count) files, "
        + "\(Words.fixed(Double(files.reduce(0) { $0 + Files.size($1) }) / 1e6, 1)) MB, \(Words.fixed(Double(rows), 0)) rows."
    )
    return table
  }

  private static func readers(_ directory: String, _ files: [String], _ bench: Bench) -> [Reader] {
    var readers: [Reader] = []
    for build in bench.builds {
      for command in ["report", "check"] {
        let arguments =
          [command, "--data", directory, "--format", "json"] + (command == "report" ? ["--as-of", Bench.lastDay] : [])
        readers.append(
          Reader(name: "\(build.name) \(command)", program: build.path, arguments: arguments, hasRows: true))
      }
      readers.append(
        Reader(name: "\(build.name) --version", program: build.path, arguments: ["--version"], hasRows: false))
    }
    if let program = Files.program("wc"), !files.isEmpty {
      readers.append(Reader(name: "wc -l", program: program, arguments: ["-l"] + files, hasRows: true))
    }
    if let program = Python(bench)?.program {
      let arguments = ["-c", PythonReader.script, directory]
      readers.append(Reader(name: "Python's csv reader", program: program, arguments: arguments, hasRows: true))
    }
    return readers
  }

  /// How many rows the program under test accepts there: the `rows` of the summary of `check`.
  private static func acceptedRows(_ directory: String, _ bench: Bench) throws -> Int {
    let output = bench.folder + "/check"
    let arguments = ["check", "--data", directory, "--format", "json"]
    _ = try Once.run(bench.program, arguments, environment: bench.environment, output: output)
    let words = Files.text(output).split { " \n\t,:\"{}".contains($0) }
    guard let summary = words.lastIndex(of: "summary"), let rows = words[summary...].firstIndex(of: "rows"),
      rows + 1 < words.count
    else { return 0 }
    return Int(words[rows + 1]) ?? 0
  }
}
