/// The proof that both sides of a race do the same work.
enum SameSums {
  /// Compares what every district has in every item, by us and by DuckDB.
  ///
  /// - Returns: a sentence for below the table.
  /// - Throws: where a figure differs: a race between different answers has no result.
  static func prove(_ input: Input, _ peers: Peers, _ bench: Bench) throws -> String {
    guard let python = peers.python else { return "Sums were not compared: DuckDB is not installed here." }
    let board = bench.folder + "/board.json"
    let output = bench.folder + "/sums"
    let ours = try Once.run(
      bench.program, Bench.report(input.directory), environment: bench.environment(cache: nil), output: board)
    guard ours.status == 0 else { throw Bench.Trouble.cannot("\(input.name): report ended with \(ours.status)") }
    let once = try Once.run(
      python.program, ["-c", PeerScripts.sameSums, input.pattern, board], environment: bench.environment,
      output: output)
    let said = Files.text(output)
    guard once.status == 0, let count = Int(said.prefix { $0 != "\n" }) else {
      throw Bench.Trouble.cannot("\(input.name): other sums than DuckDB\n\(said)")
    }
    return "Same sums as DuckDB: \(Words.rows(count)) of district × item."
  }
}
