import Policy

extension ConsoleState {
  /// At most this many problems are listed; `jineng check` prints all.
  package static let listedProblems = 5_000

  /// Files by path, newest first, most refused rows first, or largest first.
  func fileRows(_ loaded: Loaded, sort: SortKey) -> [String] {
    let files = loaded.snapshot.files
    switch sort {
    case .newest: return files.sorted(by: ConsoleState.before({ -$0.modified }, \.path)).map(\.path)
    case .worst: return files.sorted(by: ConsoleState.before({ -$0.rejected }, \.path)).map(\.path)
    case .size: return files.sorted(by: ConsoleState.before({ -$0.size }, \.path)).map(\.path)
    default: return files.map(\.path)
    }
  }

  /// Problems, errors first, then by path and line.
  func problemRows(_ loaded: Loaded) -> [String] {
    let problems = loaded.snapshot.problems
    var rows: [String] = []
    for severity in Severity.allCases {
      for (index, problem) in problems.enumerated() where problem.code.severity == severity {
        if rows.count == ConsoleState.listedProblems { return rows }
        rows.append(String(index))
      }
    }
    return rows
  }

  func problem(row: String, in loaded: Loaded) -> Problem? {
    guard let index = Int(row), loaded.snapshot.problems.indices.contains(index) else { return nil }
    return loaded.snapshot.problems[index]
  }
}
