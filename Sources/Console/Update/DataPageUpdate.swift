import Policy
import Screen

/// What a person does on the data page.
extension ConsoleState {
  /// Lines shown before and after the line of a problem.
  static let excerptMargin = 3

  /// A group opens; a problem shows its details, for which its lines are read again.
  mutating func openProblem(_ row: String) -> [Effect] {
    guard let loaded else { return [] }
    if group(row: row, in: loaded) != nil {
      enter(row)
      return []
    }
    guard let index = Int(row), let problem = problem(row: row, in: loaded) else { return [] }
    overlay = .detail(DetailState(.problem(index)))
    excerpt = nil
    guard let line = problem.line, let file = loaded.file(problem.path) else { return [] }
    let personal = loaded.problems.problems(ofFile: problem.path).compactMap { place -> String? in
      let other = loaded.snapshot.problems[place]
      return other.code == .personalData ? other.column : nil
    }
    let request = ExcerptRequest(
      path: problem.path, line: line, column: problem.column, margin: ConsoleState.excerptMargin, file: file,
      personal: Set(personal))
    excerpt = ExcerptState(request: request, outcome: nil)
    return [.readLines(request)]
  }

  /// From a district to its problems.
  mutating func openProblems(ofSender row: String) {
    guard let loaded else { return }
    let group = "district=" + row
    guard loaded.problems.group(row: group) != nil else {
      return tell(language(Phrase("没有问题", "no problems")), for: 3)
    }
    focus[.data] = .problems
    lists[.problems, default: ListState()].sort = .district
    enter(group)
  }

  private mutating func enter(_ group: String) {
    var list = list(.problems)
    list.filter = ""
    list.selected = nil
    list.offset = 0
    list.marks = []
    lists[.problems] = list
    problemGroup = group
  }

  /// Back to the groups; the one that was entered is selected.
  mutating func leaveGroup() {
    let group = problemGroup
    regroup()
    lists[.problems, default: ListState()].selected = group
  }

  /// Other groups: the list begins at its top.
  mutating func regroup() {
    problemGroup = nil
    var fresh = ListState()
    fresh.sort = list(.problems).sort
    lists[.problems] = fresh
  }

  /// All files, or only those with problems.
  mutating func toggleOnlyProblems() {
    focus[.data] = .files
    let sign = String(ConsoleState.onlyProblemsSign)
    let filter = list(.files).filter
    lists[.files, default: ListState()].filter = onlyProblems ? String(filter.dropFirst()) : sign + filter
  }
}
