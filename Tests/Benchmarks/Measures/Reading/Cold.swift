/// The whole process of `report` with no cache, in turn with other programs that break the same files down.
enum Cold {
  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let peers = Peers(bench)
    let sizes = bench.options.sizes
    var tables: [MarkdownTable] = []
    for rows in sizes.all {
      tables.append(try table(try bench.oneFile(rows), peers, bench))
      if rows == sizes.city { tables.append(try table(try bench.cutFiles(rows, into: 31), peers, bench)) }
      tables.append(try table(try bench.dailyFiles(rows), peers, bench))
    }
    return tables
  }

  private static func table(_ input: Input, _ peers: Peers, _ bench: Bench) throws -> MarkdownTable {
    let sums = try SameSums.prove(input, peers, bench)
    let racers =
      bench.builds.map { Racer(name: "\($0.name) report", program: $0.path, input: input) }
      + peers.all.map { Racer($0, input: input) }
    let race = try Race.run(racers, rounds: bench.options.readingRuns, bench)
    var table = MarkdownTable(
      "Cold, \(input.name)",
      [
        "program", "wall ms (least–most)", "own ms", "processor ms", "rows/s", "peak MB", "jineng / it",
        "jineng / its own",
      ])
    let ours = race[0].wall
    let floor = ProcessFigures.ownPeak
    for (racer, result) in zip(racers, race) {
      let wall = Spread(result.wall)
      table.add([
        racer.name, Words.milliseconds(wall), racer.timesItself ? Words.milliseconds(Spread(result.own).median) : "",
        Words.milliseconds(Spread(result.processor).median), Words.rows(input.rows, per: wall.median),
        (result.peak > floor ? "" : "≤ ") + Words.megabytes(kibibytes: result.peak),
        Words.ratio(Spread.ratio(ours, result.wall).median),
        racer.timesItself ? Words.ratio(Spread.ratio(ours, result.own).median) : "",
      ])
    }
    record(input, racers, race, bench)
    table.note(
      "\(bench.options.readingRuns) rounds in turn after one that does not count, every time a new process and an empty cache "
        + "folder; \(Words.fixed(Double(input.bytes) / 1e6, 1)) MB in the page cache. \"Own\" is without starting the interpreter."
    )
    table.note(sums)
    for note in peers.notes { table.note(note) }
    return table
  }

  private static func record(_ input: Input, _ racers: [Racer], _ race: [Race.Result], _ bench: Bench) {
    let sizes = bench.options.sizes
    let ours = race[0].wall
    if input.rows == sizes.city, input.files.count == 31 { bench.goals.record(.city, Spread(ours).median) }
    if input.rows == sizes.city, input.files.count > 5000 { bench.goals.record(.manyFiles, Spread(ours).median) }
    guard input.rows == sizes.region, input.files.count == 1 else { return }
    for (racer, result) in zip(racers, race) {
      let ratio = Spread.ratio(ours, result.wall).median
      switch racer.kind {
      case .duckDB: bench.goals.record(.duckDB, ratio)
      case .polars: bench.goals.record(.polars, ratio)
      case .lineCount: bench.goals.record(.lineCount, ratio)
      case .other: break
      }
    }
  }
}
