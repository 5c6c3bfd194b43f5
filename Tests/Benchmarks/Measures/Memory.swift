/// Resident memory of a console that has been used.
enum Memory {
  /// KiB in 60 MB.
  static let goal = 60_000_000 / 1024

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let contenders = try Contender.all(bench).contenders + [.bigSample(bench)]
    var table = MarkdownTable(
      "Resident memory",
      ["program", "first frame MB", "every page MB", "of it not of files MB", "most ever MB", "goal < 60 MB"])
    for contender in contenders {
      let isOurs = bench.builds.contains { $0.path == contender.program }
      let terminal = try contender.start(bench).terminal
      let first = ProcessFigures(terminal.process)
      if isOurs { visitEveryPage(terminal) }
      let after = ProcessFigures(terminal.process)
      table.add([
        contender.name, Words.megabytes(kibibytes: first.resident),
        isOurs ? Words.megabytes(kibibytes: after.resident) : "", Words.megabytes(kibibytes: after.anonymous),
        Words.megabytes(kibibytes: after.peak), isOurs ? Words.verdict(after.peak < goal) : "",
      ])
    }
    table.note("VmRSS, RssAnon and VmHWM of proc_pid_status(5), at 120x36; MB of 1,000,000 bytes.")
    return [table]
  }

  private static func visitEveryPage(_ terminal: TimedTerminal) {
    for key in ["2", "]", "]", "\t", "4", "5", "8", "?", "\u{1b}[21~", "1", "j", "\r", "1"] { terminal.type(key) }
  }
}
