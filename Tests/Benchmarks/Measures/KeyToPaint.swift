import Glibc

/// From the writing of a key to the last byte of what the program paints for it.
enum KeyToPaint {
  static let goal = 0.005

  /// Keys pressed in turn, and what brings the program to where they are pressed.
  private struct Scenario {
    let name: String
    var before: [String] = []
    /// Every key is measured; those in `unmeasured` only lead back.
    let keys: [String]
    var unmeasured: Set<String> = []
    /// Waits for the rest of a key on purpose, so the goal does not apply.
    var waits = false
  }

  private struct Sample {
    let seconds: Double
    /// Seconds of processor time that the program took for it, whatever else ran at the time.
    let processor: Double
    let bytes: Int
  }

  private static let escape = "\u{1b}"
  private static let functionTen = "\u{1b}[21~"

  private static let scenarios = [
    Scenario(name: "page 1, overview", keys: ["1", "4"], unmeasured: ["4"]),
    Scenario(name: "page 2, district", keys: ["2", "1"], unmeasured: ["1"]),
    Scenario(name: "page 4, institutions", keys: ["4", "1"], unmeasured: ["1"]),
    Scenario(name: "page 5, bases", keys: ["5", "1"], unmeasured: ["1"]),
    Scenario(name: "page 8, data", keys: ["8", "1"], unmeasured: ["1"]),
    Scenario(name: "j, k on the institutions", before: ["4"], keys: ["j", "k"]),
    // After each pair of keys comes either key: the program cannot know which.
    Scenario(name: "j, k in no order", before: ["4"], keys: "jjkjkkkjjjkkjkjk".map { String($0) }),
    Scenario(name: "open a district (Enter)", keys: ["\r", "1"], unmeasured: ["1"]),
    Scenario(name: "next, previous district (] [)", before: ["2"], keys: ["]", "["]),
    Scenario(name: "help (?)", keys: ["?", functionTen], unmeasured: [functionTen]),
    Scenario(name: "close help (F10)", keys: ["?", functionTen], unmeasured: ["?"]),
    Scenario(name: "close help (Esc)", keys: ["?", escape], unmeasured: ["?"], waits: true),
  ]

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    let (contenders, _) = try Contender.all(bench)
    var table = MarkdownTable(
      "Key to painted",
      [
        "what", "size", "p50 ms", "p95 ms", "max ms", "processor ms", "bytes", "keys", "jineng / it",
        "goal p95 ≤ 5 ms",
      ])
    for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
      for (what, keys) in [("j, k", \Contender.moves), ("a page", \Contender.pages)] {
        let runs = try race(contenders, keys, bench, columns, rows)
        let own = runs.first.map { Spread($0.samples.map(\.seconds)).median } ?? .nan
        for (place, run) in runs.enumerated() {
          table.add(
            row(
              "\(run.name): \(what)", columns, rows, run.samples, own: place == 0 ? .nan : own,
              hasGoal: place < bench.builds.count))
        }
      }
      for contender in contenders.prefix(bench.builds.count) {
        let terminal = try contender.start(bench, columns: columns, rows: rows).terminal
        for scenario in scenarios {
          terminal.type("1")
          for key in scenario.before { terminal.type(key) }
          let samples = measure(scenario, in: terminal, count: bench.options.runs * 8)
          table.add(
            row("\(contender.name): \(scenario.name)", columns, rows, samples, hasGoal: !scenario.waits))
        }
      }
    }
    table.note(
      "From writing the key to reading the last byte; painting is over when nothing came for 4 ms. \"keys\" are those that "
        + "painted something. The first two rows of each size and program are of all programs in turn: the cursor moved "
        + "(here on the overview), another screenful shown (here a page). Esc alone may be the beginning of another key: "
        + "jineng waits 25 ms for the rest.")
    return [table]
  }

  /// A key by each program in turn, so that each meets the machine as others left it, and not its own
  /// code still at hand: as it is when a person presses the next key.
  private static func race(
    _ contenders: [Contender], _ keys: KeyPath<Contender, [String]>, _ bench: Bench, _ columns: Int, _ rows: Int
  ) throws -> [(name: String, samples: [Sample])] {
    let contenders = contenders.filter { !$0[keyPath: keys].isEmpty }
    let terminals = try contenders.map { try $0.start(bench, columns: columns, rows: rows).terminal }
    var runs = contenders.map { (name: $0.name, samples: [Sample]()) }
    for index in 0..<(bench.options.runs * 8 + 2) {
      for (place, contender) in contenders.enumerated() {
        let all = contender[keyPath: keys]
        let sample = sample(all[index % all.count], in: terminals[place])
        // The first round fills what is filled once.
        if index >= 2, let sample { runs[place].samples.append(sample) }
      }
    }
    return runs
  }

  private static func measure(
    _ scenario: Scenario, in terminal: TimedTerminal, count: Int
  ) -> [Sample] {
    var samples: [Sample] = []
    // The first round fills what is filled once.
    for index in 0..<(count + scenario.keys.count) {
      let key = scenario.keys[index % scenario.keys.count]
      let sample = sample(key, in: terminal)
      if index >= scenario.keys.count, !scenario.unmeasured.contains(key), let sample { samples.append(sample) }
    }
    return samples
  }

  /// One key; nil where it painted nothing.
  private static func sample(_ key: String, in terminal: TimedTerminal) -> Sample? {
    // As between two keys of a fast typist, the program sleeps.
    poll(nil, 0, 10)
    let before = ProcessFigures(terminal.process).processor
    guard let (seconds, bytes) = terminal.paintTime(of: key) else { return nil }
    let used = ProcessFigures(terminal.process).processor - before
    return Sample(seconds: seconds, processor: used, bytes: bytes)
  }

  private static func row(
    _ name: String, _ columns: Int, _ rows: Int, _ samples: [Sample],
    own: Double = .nan, hasGoal: Bool = false
  ) -> [String] {
    let spread = Spread(samples.map(\.seconds))
    let p95 = spread.percentile(95)
    return [
      name, "\(columns)x\(rows)", Words.milliseconds(spread.percentile(50), 2), Words.milliseconds(p95, 2),
      Words.milliseconds(spread.most, 2), Words.milliseconds(Spread(samples.map(\.processor)).median, 2),
      Words.fixed(Spread(samples.map { Double($0.bytes) }).median, 0),
      String(samples.count), own.isNaN ? "" : Words.times(own / spread.median),
      hasGoal ? Words.verdict(p95 <= goal) : "",
    ]
  }
}
