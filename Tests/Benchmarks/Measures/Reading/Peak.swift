/// The most memory that `report` ever holds, and whether it grows with the rows.
enum Peak {
  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let sizes = bench.options.sizes
    var table = MarkdownTable("Peak memory of report", ["rows", "MB of file", "peak MB", "wall ms"])
    var peaks: [Double] = []
    let floor = ProcessFigures.ownPeak
    for rows in [sizes.city, sizes.region, sizes.nation] {
      let input = try bench.oneFile(rows)
      let bytes = input.bytes
      let racer = Racer(name: "jineng report", program: bench.program, input: input)
      let result = try Race.run([racer], rounds: 3, bench)[0]
      if rows == sizes.nation { bench.discard(input) }
      peaks.append(Double(result.peak) * 1024 / 1e6)
      table.add([
        Words.rows(rows), Words.fixed(Double(bytes) / 1e6, 1),
        (result.peak > floor ? "" : "≤ ") + Words.megabytes(kibibytes: result.peak),
        Words.milliseconds(Spread(result.wall).median),
      ])
    }
    bench.goals.record(.memory, peaks[1])
    bench.goals.record(.memoryGrowth, abs(peaks[2] / peaks[1] - 1))
    table.note("ru_maxrss of getrusage(2), the most of three runs; MB of 1,000,000 bytes. One file each.")
    return [table]
  }
}
