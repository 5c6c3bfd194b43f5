import Glibc

/// A start on a directory that was read before and has not changed since.
enum Cached {
  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let sizes = bench.options.sizes
    var table = MarkdownTable(
      "Cached, nothing changed",
      [
        "what", "first frame ms (least–most)", "without cache ms", "report ms (least–most)", "without cache ms ",
        "goal first frame ≤ 40 ms",
      ])
    var inputs = try sizes.all.map { try bench.oneFile($0) }
    inputs.append(try bench.dailyFiles(sizes.city))
    for input in inputs {
      let cache = bench.folder + "/cache"
      Files.remove(cache)
      mkdir(cache, 0o755)
      let (frames, reports) = try times(input, bench, rounds: bench.options.runs) { cache }
      let (coldFrames, coldReports) = try times(input, bench, rounds: 3) { nil }
      bench.goals.record(.firstFrame, frames.median)
      table.add([
        input.name, Words.milliseconds(frames), Words.milliseconds(coldFrames.median), Words.milliseconds(reports),
        Words.milliseconds(coldReports.median), Words.verdict(frames.median <= 0.040),
      ])
      Files.remove(cache)
    }
    table.note(
      "The first console stays open for 2 s and is left with q, the first report runs to its end; neither counts. Then both in "
        + "turn, every time a new process. First frame: at 120x36, the overview with its figures.")
    return [table]
  }

  private static func times(
    _ input: Input, _ bench: Bench, rounds: Int, cache: () -> String?
  ) throws -> (frames: Spread, reports: Spread) {
    var frames: [Double] = []
    var reports: [Double] = []
    for round in 0...rounds {
      var environment = bench.environment(cache: cache())
      let console = Contender(
        name: "jineng", program: bench.program, arguments: Bench.console(input.directory, asOf: Bench.yearEnd),
        mark: "徐汇")
      let (terminal, seconds) = try console.start(bench, environment: environment)
      if round == 0 { _ = terminal.collect(first: 2, quiet: 2, atMost: 2) }
      if !terminal.leave(["q", "y"]) { throw Bench.Trouble.cannot("jineng: does not end with q") }
      if cache() == nil { environment = bench.environment(cache: nil) }
      let report = try Once.run(bench.program, Bench.report(input.directory), environment: environment)
      guard round > 0 else { continue }
      frames.append(seconds)
      reports.append(report.wall)
    }
    return (Spread(frames), Spread(reports))
  }
}
