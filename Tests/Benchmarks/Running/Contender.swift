import PseudoTerminal

/// A full-screen program in the race.
struct Contender {
  let name: String
  let program: String
  let arguments: [String]
  /// Text that its first complete picture holds.
  let mark: String
  /// Keys that move down and up in it; empty: it is not asked to.
  var moves: [String] = []
  /// Keys that show another screenful and lead back: other pages here, the next and the one before in a text.
  var pages: [String] = []
  /// Whether the goals are meant for it.
  var isGoal = true

  /// The program under test on the big sample, for which there is no goal.
  static func bigSample(_ bench: Bench) throws -> Contender {
    Contender(
      name: "jineng, \(Words.fixed(Double(bench.options.rows), 0)) rows", program: bench.program,
      arguments: Bench.console(try bench.bigSample()), mark: "徐汇", isGoal: false)
  }

  /// The builds under test first, then what is installed of other programs. `missing` names what is not.
  static func all(_ bench: Bench) throws -> (contenders: [Contender], missing: [String]) {
    let directory = try bench.sample()
    var contenders = bench.builds.map { build in
      Contender(
        name: build.name, program: build.path, arguments: Bench.console(directory), mark: "徐汇", moves: ["j", "k"],
        pages: ["4", "1"])
    }
    var missing: [String] = []
    // A pager on what the program shows: Chinese in colours, a line an institution.
    let shown = bench.folder + "/institutions.ansi"
    let isShown =
      try Once.run(
        bench.program,
        [
          "show", "institutions", "--size", "200x400", "--format", "ansi", "--data", directory, "--as-of",
          Bench.lastDay,
        ],
        environment: bench.environment, output: shown
      ).status == 0
    let text = Files.below(directory + "/progress").max { Files.size($0) < Files.size($1) } ?? directory
    var peers: [(name: String, arguments: [String], moves: [String], pages: [String])] = [
      ("htop", [], ["\u{1b}OB", "\u{1b}OA"], []), ("tig", [], ["j", "k"], []),
      ("ncdu", [directory], ["j", "k"], []), ("vim", ["-n", text], ["j", "k"], ["\u{6}", "\u{2}"]),
      ("less", [text], ["j", "k"], [" ", "b"]), ("top", [], [], []),
    ]
    if isShown { peers.append(("less -R", ["-R", "-S", shown], ["j", "k"], [" ", "b"])) }
    for peer in peers {
      let command = peer.name.prefix { $0 != " " }
      guard let program = Files.program(String(command)) else {
        missing.append(peer.name)
        continue
      }
      // tig shows a repository, and the sample is none.
      if peer.name == "tig", !Files.isFolder(".git") {
        missing.append("tig (no repository here)")
        continue
      }
      contenders.append(
        Contender(
          name: peer.name, program: program, arguments: peer.arguments, mark: "", moves: peer.moves,
          pages: peer.pages))
    }
    return (contenders, missing)
  }

  /// Starts it and reads until its picture stands still: the terminal, and when the picture was there.
  func start(
    _ bench: Bench, columns: Int = 120, rows: Int = 36, environment: [String: String]? = nil
  ) throws -> (terminal: TimedTerminal, seconds: Double) {
    let terminal = try TimedTerminal(
      program, arguments, columns: columns, rows: rows, environment: environment ?? bench.environment)
    var chunks = terminal.collect(quiet: 0.2)
    terminal.show(chunks)
    while !mark.isEmpty, !terminal.screen.contains(mark) {
      let more = terminal.collect(quiet: 0.2)
      if more.isEmpty { throw Bench.Trouble.cannot("\(name): no picture with \(mark) came") }
      terminal.show(more)
      chunks += more
    }
    guard let seconds = terminal.timeToPicture(chunks) else { throw Bench.Trouble.cannot("\(name): painted nothing") }
    return (terminal, seconds)
  }
}
