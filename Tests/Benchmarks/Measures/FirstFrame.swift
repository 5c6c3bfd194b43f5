/// From the start of the process to the first complete picture, at a pseudo-terminal of 120x36.
enum FirstFrame {
  static let goal = 0.150

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    var (contenders, missing) = try Contender.all(bench)
    contenders.append(try .bigSample(bench))
    var seconds = contenders.map { _ in [Double]() }
    var processor = seconds
    // One round that does not count: files come from the disk once.
    for round in 0...bench.options.runs {
      for (index, contender) in contenders.enumerated() {
        let (terminal, time) = try contender.start(bench)
        guard round > 0 else { continue }
        seconds[index].append(time)
        processor[index].append(ProcessFigures(terminal.process).processor)
      }
    }
    var table = MarkdownTable(
      "First frame", ["program", "median ms (least–most)", "p95 ms", "processor ms", "jineng / it", "goal ≤ 150 ms"])
    let ours = seconds.first ?? []
    for (index, contender) in contenders.enumerated() {
      let seconds = seconds[index]
      let spread = Spread(seconds)
      table.add([
        contender.name, Words.milliseconds(spread), Words.milliseconds(spread.percentile(95)),
        Words.milliseconds(Spread(processor[index]).median),
        Words.times(Spread.ratio(ours, seconds).median),
        contender.program == bench.program && contender.isGoal ? Words.verdict(spread.median <= goal) : "",
      ])
    }
    table.note(
      "\(bench.options.runs) runs, the programs in turn, every time a new process. jineng: the overview with the figures of the "
        + "sample directory. The others: until their picture stands still. Processor time is that of the living "
        + "threads until 0.2 s after.")
    if !missing.isEmpty { table.note("Not installed here: \(missing.joined(separator: ", ")).") }
    return [table]
  }
}
