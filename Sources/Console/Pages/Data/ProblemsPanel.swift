import Policy
import Screen

/// 问题: in groups that can be entered, or one by one.
struct ProblemsPanel {
  private let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  /// Where one is, and how many problems there are of each severity: the most that fits into `columns`.
  func title(in columns: Int, _ widths: DisplayWidth) -> Line {
    var name = Line(state.language(DataWord.problems), .title)
    var order: Line?
    if let group {
      name.append(" > ", .dim)
      name.append(GroupText(group, state).name, .title)
    } else {
      order = Line(state.orderLabel(.problems), .dim)
    }
    let counts = group?.counts ?? loaded.problems.counts
    let shares: [(Severity, Int)] = [
      (.error, counts.errors), (.warning, counts.warnings), (.notice, counts.notices),
    ]
    let parts = shares.filter { $0.1 > 0 }.map { severity, count in
      Line([
        Span(state.language(severity.countedWord) + " ", .dim),
        Span(SafeText(Format.count(Int64(count))), severity.role),
      ])
    }
    return name.withMost(of: parts, after: order, in: columns, widths)
  }

  var table: Table { state.grouping == .single || state.problemGroup != nil ? problems : groups }

  private var group: ProblemGroup? { state.problemGroup.flatMap { state.group(row: $0, in: loaded) } }

  // MARK: Groups

  private var groups: Table {
    let language = state.language
    let isFile = state.grouping == .file
    let heading: DataWord = isFile ? .path : state.grouping == .district ? .owner : .problem
    let columns = [
      language.column(heading.phrase, isFile ? 28 : 11, priority: 100, flexible: isFile),
      language.column(DataWord.errors.phrase, 6, align: .right, priority: 95),
      language.column(DataWord.warnings.phrase, 6, align: .right, priority: 90),
      language.column(DataWord.notices.phrase, 6, align: .right, priority: 85),
      language.column(DataWord.meaning.phrase, 12, priority: 40, flexible: true),
    ]
    return state.table(.problems, columns: columns) { [self] row in
      guard let group = state.group(row: row, in: loaded) else { return [] }
      let text = GroupText(group, state)
      return [
        state.name(text.name, .problems, row, text.role),
        count(group.counts.errors, .error), count(group.counts.warnings, .warning), count(group.counts.notices, .text),
        .text(text.note, .dim),
      ]
    }
  }

  private func count(_ value: Int, _ role: Role) -> TableCell {
    figure(value == 0 ? "--" : Format.count(Int64(value)), role)
  }

  // MARK: One by one

  private var problems: Table {
    let language = state.language
    let columns = [
      language.column(DataWord.problem.phrase, 11, priority: 100),
      language.column(DataWord.path.phrase, 20, ideal: 31, priority: 90, flexible: true),
      language.column(DataWord.line.phrase, 6, align: .right, priority: 95),
      language.column(DataWord.column.phrase, 8, ideal: 10, priority: 60),
      language.column(DataWord.value.phrase, 10, ideal: 16, priority: 65),
      language.column(DataWord.owner.phrase, 8, priority: 50),
      language.column(DataWord.remedy.phrase, 14, ideal: 60, priority: 40, flexible: true),
    ]
    return state.table(.problems, columns: columns) { [self] row in
      guard let index = Int(row), let problem = state.problem(row: row, in: loaded) else { return [] }
      let owner = loaded.attribution.problems[index]
      return [
        state.name(language(ProblemWords.short(problem.code)), .problems, row, problem.code.severity.role),
        .text(SafeText(problem.path)),
        figure(problem.line.map { String($0) } ?? "--"),
        .text(SafeText(problem.column ?? "--"), problem.column == nil ? .dim : .text),
        .text(SafeText(ProblemWords.value(problem, language) ?? ""), .dim),
        .text(state.districtLabel(owner), .dim),
        .text(language(ProblemWords.phrase(problem.code)), .dim),
      ]
    }
  }
}
