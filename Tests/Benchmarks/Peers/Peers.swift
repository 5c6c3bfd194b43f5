/// Other programs that break the same files down, as far as they are installed.
struct Peers {
  /// What measures of goals ask for by name.
  enum Kind {
    case duckDB, polars, lineCount, other
  }

  /// A program with what it does to the files.
  struct Peer {
    let kind: Kind
    let name: String
    let program: String
    let arguments: (Input) -> [String]
    var environment: [String: String] = [:]
    /// Whether it prints the seconds that it took without being started.
    var timesItself = false
  }

  let all: [Peer]
  /// Names of those that are not here.
  let missing: [String]
  /// The versions of those that are.
  let versions: [String]
  /// DuckDB's interpreter, to compare sums with.
  let python: Python?

  init(_ bench: Bench) {
    var all: [Peer] = []
    var missing: [String] = []
    var versions: [String] = []
    let python = Python(bench)
    func add(_ kind: Kind, _ name: String, _ script: String) {
      guard let python else { return }
      all.append(
        Peer(
          kind: kind, name: name, program: python.program, arguments: { ["-c", script, $0.pattern] },
          environment: ["POLARS_MAX_THREADS": "2"], timesItself: true))
    }
    let duckDB = python?.version(of: "duckdb")
    if let duckDB {
      versions.append("DuckDB \(duckDB)")
      add(.duckDB, "DuckDB, five breakdowns", PeerScripts.duckDB)
      add(.other, "DuckDB, five from a loaded table", PeerScripts.duckDBLoaded)
    } else {
      missing.append("DuckDB")
    }
    if let version = python?.version(of: "polars") {
      versions.append("Polars \(version)")
      add(.polars, "Polars, the first breakdown", PeerScripts.polarsFirst)
      add(.other, "Polars, five breakdowns", PeerScripts.polarsFive)
    } else {
      missing.append("Polars")
    }
    if let program = Files.program("mlr") {
      let arguments = ["--icsv", "--ojson", "stats1", "-a", "sum", "-f", "人次", "-g", "区,指标,日期"]
      all.append(
        Peer(kind: .other, name: "Miller, the first breakdown", program: program, arguments: { arguments + $0.files }))
    } else {
      missing.append("Miller")
    }
    if let program = Files.program("wc") {
      all.append(Peer(kind: .lineCount, name: "wc -l", program: program, arguments: { ["-l"] + $0.files }))
    } else {
      missing.append("wc")
    }
    self.all = all
    self.missing = missing
    self.versions = versions
    self.python = duckDB == nil ? nil : python
  }

  /// What stands below a table.
  var notes: [String] {
    (versions.isEmpty ? [] : [versions.joined(separator: ", ") + ", two threads each."])
      + (missing.isEmpty ? [] : ["Not installed here: \(missing.joined(separator: ", "))."])
  }
}
