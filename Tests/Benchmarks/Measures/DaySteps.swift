import Glibc
import PseudoTerminal

/// `<` held down: from each repeat of the key to the last byte of the day that it shows.
enum DaySteps {
  /// A frame at 60 a second.
  static let goal = 1.0 / 60
  /// Keys a second of a key that is held down.
  private static let rate = 30.0

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let region = bench.options.sizes.region
    let input = try bench.oneFile(region)
    var table = MarkdownTable(
      "A day back (<), held down",
      [
        "rows", "page", "size", "p50 ms", "p95 ms", "max ms", "processor ms a key", "keys painted",
        "goal p95 ≤ 16.7 ms",
      ])
    for (page, name) in [("1", "overview"), ("2", "district"), ("3", "map"), ("4", "institutions"), ("6", "measures")] {
      for (columns, rows) in [(80, 24), (200, 60)] {
        let terminal = try TimedTerminal(
          bench.program, Bench.console(input.directory, asOf: Bench.lastDay), columns: columns, rows: rows,
          environment: bench.environment)
        terminal.show(terminal.collect(first: 60, quiet: 1, atMost: 90))
        terminal.type(page)
        table.add([Words.rows(region), name, "\(columns)x\(rows)"] + figures(terminal, keys: bench.options.runs * 8))
      }
    }
    table.note("A key every \(Words.milliseconds(1 / rate, 0)) ms; painting is over when nothing came for 4 ms.")
    return [table]
  }

  private static func figures(_ terminal: TimedTerminal, keys: Int) -> [String] {
    terminal.type("<")
    var samples: [Double] = []
    var painted = 0
    let before = ProcessFigures(terminal.process).processor
    for _ in 0..<keys {
      let start = Clock.now
      if let (seconds, _) = terminal.paintTime(of: "<") {
        samples.append(seconds)
        painted += 1
      }
      let left = 1 / rate - (Clock.now - start)
      if left > 0 { poll(nil, 0, Int32(left * 1000)) }
    }
    let used = ProcessFigures(terminal.process).processor - before
    let spread = Spread(samples)
    let p95 = spread.percentile(95)
    return [
      Words.milliseconds(spread.percentile(50), 2), Words.milliseconds(p95, 2), Words.milliseconds(spread.most, 2),
      Words.milliseconds(used / Double(max(1, keys)), 2), "\(painted) of \(keys)", Words.verdict(p95 <= goal),
    ]
  }
}
