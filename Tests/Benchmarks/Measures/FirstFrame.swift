/// From the start of the process to the first complete picture, at a pseudo-terminal of 120x36.
enum FirstFrame {
  static let goal = 0.150

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let (contenders, missing) = try Contender.all(bench)
    var seconds = contenders.map { _ in [Double]() }
    // One round that does not count: files come from the disk once.
    for round in 0...bench.options.runs {
      for (index, contender) in contenders.enumerated() {
        let time = try contender.start(bench).seconds
        if round > 0 { seconds[index].append(time) }
      }
    }
    var table = MarkdownTable(
      "First frame", ["program", "median ms (least–most)", "p95 ms", "jineng / it", "goal ≤ 150 ms"])
    let ours = seconds.first ?? []
    for (contender, seconds) in zip(contenders, seconds) {
      let spread = Spread(seconds)
      table.add([
        contender.name, Words.milliseconds(spread), Words.milliseconds(spread.percentile(95)),
        Words.times(Spread.ratio(ours, seconds).median),
        contender.program == bench.program ? Words.verdict(spread.median <= goal) : "",
      ])
    }
    table.note(
      "\(bench.options.runs) runs, the programs in turn, every time a new process. jineng: the overview with the figures of the "
        + "sample directory. The others: until their picture stands still.")
    if !missing.isEmpty { table.note("Not installed here: \(missing.joined(separator: ", ")).") }
    return [table]
  }
}
