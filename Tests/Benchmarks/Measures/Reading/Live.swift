import Glibc
import Policy
import PseudoTerminal
import Records
import Synchronization

/// What a console that runs has to do again: nothing, or what was appended. Measured inside a process, where starting
/// does not count.
enum Live {
  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    [try rescan(bench), try append(bench)]
  }

  private static func rescan(_ bench: Bench) throws -> MarkdownTable {
    let sizes = bench.options.sizes
    var table = MarkdownTable(
      "Rescan, nothing changed", ["what", "first read ms", "rescan ms (least–most)", "goal ≤ 20 ms"])
    for input in [try bench.dailyFiles(sizes.city), try bench.oneFile(sizes.city)] {
      let reader = DirectoryReader(DirectorySource(root: input.directory), for: .watching)
      let start = Clock.now
      let snapshot = try reader.read()
      let first = Clock.now - start
      try settle(reader, snapshot)
      let times = try (0..<20).map { _ in
        let start = Clock.now
        guard reader.rescan() == nil else { throw Bench.Trouble.cannot("\(input.name): moved while nobody touched it") }
        return Clock.now - start
      }
      let spread = Spread(times)
      if input.files.count > 5000 { bench.goals.record(.rescan, spread.median) }
      table.add([
        input.name, Words.milliseconds(first), Words.milliseconds(spread), Words.verdict(spread.median <= 0.020),
      ])
    }
    table.note("20 rescans one after the other, in this process.")
    return table
  }

  private static func append(_ bench: Bench) throws -> MarkdownTable {
    let input = try bench.oneFile(bench.options.sizes.region)
    let rows = try AppendedRows(input.files[0])
    defer { rows.takeBack() }
    let reader = DirectoryReader(DirectorySource(root: input.directory), for: .watching)
    let first = try reader.read()
    var total = sum(first)
    try settle(reader, first)
    var looks: [Double] = []
    var boards: [Double] = []
    for _ in 0..<max(3, bench.options.readingRuns) {
      try rows.append()
      let (snapshot, look) = try nextSnapshot(reader)
      let start = Clock.now
      let board = Board(plan: snapshot.plan, facts: snapshot.facts, asOf: snapshot.plan.periodEnd)
      boards.append(Clock.now - start)
      looks.append(look)
      total += rows.sum
      guard sum(snapshot) == total, !board.districts.isEmpty else {
        throw Bench.Trouble.cannot("\(input.name): other sums after an append: \(sum(snapshot)) for \(total)")
      }
    }
    let both = Spread(zip(looks, boards).map { $0 + $1 })
    bench.goals.record(.append, both.median)
    var table = MarkdownTable(
      "Append of \(Words.rows(AppendedRows.count)) rows to \(input.name)",
      ["what", "ms (least–most)", "goal ≤ 20 ms"])
    table.add(["the rescan that sees it", Words.milliseconds(Spread(looks)), ""])
    table.add(["the board of its snapshot", Words.milliseconds(Spread(boards)), ""])
    table.add(["both", Words.milliseconds(both), Words.verdict(both.median <= 0.020)])
    table.note(
      "\(looks.count) appends, in this process, the sums checked each time. A file is taken when two looks at least 200 ms "
        + "apart find it the same: only the look that takes it is timed.")
    return table
  }

  /// Watches as a console does until every file has its digest and nothing moves any more.
  private static func settle(_ reader: DirectoryReader, _ first: Snapshot) throws {
    let newest = Mutex(first)
    let watcher = DirectoryWatcher(reader: reader) { snapshot in newest.withLock { $0 = snapshot } }
    watcher.start()
    defer { watcher.stop() }
    let end = Clock.now + 120
    while Clock.now < end {
      poll(nil, 0, 300)
      if newest.withLock({ $0.files.allSatisfy { $0.sha256 != nil } }) {
        poll(nil, 0, 2500)
        return
      }
    }
    throw Bench.Trouble.cannot("digests were not computed within 120 s")
  }

  private static func nextSnapshot(_ reader: DirectoryReader) throws -> (Snapshot, Double) {
    let end = Clock.now + 30
    while Clock.now < end {
      let start = Clock.now
      if let snapshot = reader.rescan() { return (snapshot, Clock.now - start) }
      poll(nil, 0, 60)
    }
    throw Bench.Trouble.cannot("an append was not seen within 30 s")
  }

  private static func sum(_ snapshot: Snapshot) -> Int64 { snapshot.facts.progress.counts.reduce(0, +) }
}
