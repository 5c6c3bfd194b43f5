import Console
import Glibc
import Policy
import PseudoTerminal
import Records
import Screen

/// A wall display over 30 days: a simulated clock, 20,000 refreshes of a directory that is written to, every page in turn.
/// Measured inside this process, with the reader, the reducer and the view that the program has.
enum Wall {
  private static let days = 30
  private static let refreshes = 20_000
  /// KiB of memory that it may gain in a day.
  private static let goal = 1024.0

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let directory = bench.folder + "/wall"
    try bench.demo(directory, [])
    let file = directory + "/progress/310115/zz-live.csv"
    let start = 1_793_000_000.0
    let reader = DirectoryReader(DirectorySource(root: directory), for: .watching)
    try write(0, to: file)
    let first = try reader.read()
    var today = first.plan.periodEnd - days
    var state = KioskState(
      size: Size(columns: 200, rows: 60), settings: KioskSettings(), console: ConsoleSettings(), now: start, uptime: 0)
    show(first, today, &state)
    let step = Double(days) * 86_400 / Double(refreshes)
    var table = MarkdownTable(
      "The wall display, 30 simulated days",
      ["day", "refreshes", "pictures", "memory KiB", "since the day before KiB", "file descriptors"])
    var pictures = 0
    var taken = 0
    var memory: [Int] = []
    var descriptors: [Int] = []
    for refresh in 1...refreshes {
      let uptime = Double(refresh) * step
      try write(refresh, to: file)
      // A file is taken when a second look finds it as the first did.
      _ = look(reader, at: uptime, start)
      if let snapshot = look(reader, at: uptime + 1, start) {
        taken += 1
        show(snapshot, today, &state)
      }
      for second in stride(from: uptime, to: uptime + step, by: 10) {
        _ = update(&state, .ticked(now: start + second, uptime: second))
        let frame = KioskView(state).frame()
        pictures += frame.rows.isEmpty ? 0 : 1
      }
      guard refresh.isMultiple(of: refreshes / days) else { continue }
      today = today + 1
      memory.append(ProcessFigures(getpid()).resident)
      descriptors.append(Files.names(in: "/proc/self/fd").count)
      let day = memory.count
      guard day == 1 || day.isMultiple(of: 5) else { continue }
      table.add([
        String(day), String(taken), String(pictures), String(memory[day - 1]),
        day > 1 ? String(memory[day - 1] - memory[day - 2]) : "", String(descriptors[day - 1]),
      ])
    }
    // The first day fills what is kept for good.
    let gain = Double(memory[days - 1] - memory[0]) / Double(days - 1)
    let isFlat = gain < goal && Set(descriptors).count == 1
    table.note(
      "From the first day to the last \(Words.fixed(gain, 1)) KiB a day (goal < 1,024, file descriptors constant): "
        + "\(Words.verdict(isFlat && taken == refreshes)). \(taken) of \(refreshes) changes of the directory were shown."
    )
    return [table]
  }

  private static func look(_ reader: DirectoryReader, at uptime: Double, _ start: Double) -> Snapshot? {
    reader.rescan(uptime: Int64(uptime * 1e9) + 4_000_000_000_000_000_000, wall: start + uptime)
  }

  private static func show(_ snapshot: Snapshot, _ day: Day, _ state: inout KioskState) {
    let board = Board(plan: snapshot.plan, facts: snapshot.facts, asOf: day)
    _ = update(&state, .console(.snapshotArrived(Loaded(snapshot: snapshot, board: board))))
  }

  /// A file of one row, whose count is another each time.
  private static func write(_ refresh: Int, to file: String) throws {
    let text = "date,district,item,count\n2026-03-05,浦东,M01.01,\(1000 + refresh % 8000)\n"
    try Cutting.write(Array(text.utf8)[...], to: file)
  }
}
