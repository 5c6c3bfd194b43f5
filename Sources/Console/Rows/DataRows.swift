import Policy
import Screen

extension ConsoleState {
  /// At most this many problems are listed; `jineng check` prints all.
  package static let listedProblems = 5_000

  /// Files by path, newest first, most refused rows first, or largest first.
  func fileRows(_ loaded: Loaded, sort: SortKey) -> [FileReport] {
    let files = loaded.snapshot.files
    switch sort {
    case .newest: return files.sorted(by: ConsoleState.before({ -$0.modified }, \.path))
    case .worst: return files.sorted(by: ConsoleState.before({ -$0.rejected }, \.path))
    case .size: return files.sorted(by: ConsoleState.before({ -$0.size }, \.path))
    default: return files
    }
  }

  /// Problems, errors first, then by path and line.
  func problemRows(_ loaded: Loaded) -> [ListedProblem] {
    var rows: [ListedProblem] = []
    for severity in Severity.allCases {
      for (index, problem) in loaded.snapshot.problems.enumerated() where problem.code.severity == severity {
        if rows.count == ConsoleState.listedProblems { return rows }
        rows.append(ListedProblem(index: index, problem: problem))
      }
    }
    return rows
  }

  func problem(row: String, in loaded: Loaded) -> Problem? {
    guard let index = Int(row), loaded.snapshot.problems.indices.contains(index) else { return nil }
    return loaded.snapshot.problems[index]
  }
}

/// A problem of the snapshot with its place in it.
struct ListedProblem: Searchable {
  let index: Int
  let problem: Problem

  var row: String { String(index) }

  func searchTexts(_ state: ConsoleState) -> [String] {
    [
      problem.path, problem.code.rawValue, state.language(ProblemWords.short(problem.code)).string,
      problem.column ?? "",
    ]
  }
}
