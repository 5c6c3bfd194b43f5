import Glibc
import PseudoTerminal

/// What a program does that nobody touches.
enum Idle {
  static let bytesGoal = 300.0

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let contenders = try Contender.all(bench).contenders
    let running = try contenders.map { ($0, try $0.start(bench).terminal) }
    // What follows the first picture is not idling: beginning to watch the directory, workers that end after 5 s.
    let settled = Clock.now + 7
    while Clock.now < settled {
      for (_, terminal) in running { _ = terminal.collect(first: 0.1, quiet: 0.1, atMost: 0.5) }
    }
    let before = running.map { ProcessFigures($0.1.process) }
    let start = Clock.now
    let seconds = Double(bench.options.idleSeconds)
    var bytes = running.map { _ in 0 }
    while Clock.now - start < seconds {
      for (index, (_, terminal)) in running.enumerated() {
        let chunks = terminal.collect(first: 0.02, quiet: 0.02, atMost: 0.5)
        bytes[index] += chunks.reduce(0) { $0 + $1.bytes.count }
      }
    }
    let minutes = (Clock.now - start) / 60
    var table = MarkdownTable(
      "Idle", ["program", "processor", "processor ms/min", "wakings/min", "bytes/min", "goal 0.0 %, < 300 bytes/min"])
    for (index, (contender, terminal)) in running.enumerated() {
      let after = ProcessFigures(terminal.process)
      let share = Double(after.ticks - before[index].ticks) / (minutes * 60)
      let exact = after.since(before[index])
      let perMinute = Double(bytes[index]) / minutes
      table.add([
        contender.name, Words.fixed(share, 2) + " %",
        Words.fixed(Double(exact.nanoseconds) / 1e6 / minutes, 1),
        Words.fixed(Double(exact.wakings) / minutes, 0), Words.fixed(perMinute, 0),
        contender.program == bench.program ? Words.verdict(share < 0.05 && perMinute < bytesGoal) : "",
      ])
    }
    table.note(
      "\(bench.options.idleSeconds) s at 120x36, all programs side by side. The first column counts whole hundredths of a second, as "
        + "the kernel does for top; the second is exact.")
    return [table]
  }
}
