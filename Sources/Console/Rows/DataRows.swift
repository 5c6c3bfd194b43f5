package import Policy
import Screen

extension ConsoleState {
  /// A filter that begins so keeps only files with problems.
  static let onlyProblemsSign: Character = "!"

  /// Only files with problems are listed.
  var onlyProblems: Bool { Search.folded(list(.files).filter).first == ConsoleState.onlyProblemsSign }

  /// Files by path, newest first, most refused rows first, largest first and so on; equals by path.
  func fileRows(_ loaded: Loaded, sort: SortKey) -> [FileReport] {
    let files = loaded.snapshot.files
    switch sort {
    case .newest: return files.sorted(by: ConsoleState.before({ -$0.modified }, \.path))
    case .worst: return files.sorted(by: ConsoleState.before({ -$0.rejected }, \.path))
    case .size: return files.sorted(by: ConsoleState.before({ -$0.size }, \.path))
    case .rows: return files.sorted(by: ConsoleState.before({ -$0.rows }, \.path))
    case .table: return files.sorted(by: ConsoleState.before(\.table, \.path))
    case .encoding: return files.sorted(by: ConsoleState.before({ $0.encoding ?? "" }, \.path))
    case .district:
      // A file of several districts comes behind those of one.
      return files.sorted(
        by: ConsoleState.before({ $0.districts.count == 1 ? $0.districts[0].rawValue : "~" }, \.path))
    default: return files
    }
  }

  /// Those of them that match; a query that begins with ``onlyProblemsSign`` leaves out files without problems.
  func fileRows(_ loaded: Loaded, sort: SortKey, filter: String) -> [FileReport] {
    var files = fileRows(loaded, sort: sort)
    let query = Search.folded(filter)
    let onlyProblems = query.first == ConsoleState.onlyProblemsSign
    if onlyProblems { files.removeAll { loaded.problems.problems(ofFile: $0.path).isEmpty } }
    let words = onlyProblems ? String(query.dropFirst()) : query
    guard !words.isEmpty else { return files }
    if let test = comparison(.files, FileReport.self, texts: { $0.searchTexts(self) }) { return files.filter(test) }
    var filter = FileFilter(words, self)
    return files.filter { filter.matches($0) }
  }

  // MARK: Problems

  /// How the problems are put together: the order of their list.
  package var grouping: ProblemIndex.Grouping {
    switch list(.problems).sort {
    case .district: .district
    case .name: .file
    case .single: .single
    default: .code
    }
  }

  /// The groups of problems.
  func groupRows(_ loaded: Loaded) -> [ProblemGroup] { loaded.problems.groups(by: grouping) }

  /// Problems of the entered group, or all, that match: errors first, then by path and line.
  func problemRows(_ loaded: Loaded, matching query: String) -> [Int] {
    let all = problemGroup.map { loaded.problems.group(row: $0)?.problems ?? [] } ?? loaded.problems.inOrder
    guard !query.isEmpty else { return all }
    var filter = ProblemFilter(query, self)
    return all.filter { filter.matches(loaded.snapshot.problems[$0], of: loaded.attribution.problems[$0]) }
  }

  func problem(row: String, in loaded: Loaded) -> Problem? {
    guard let index = Int(row), loaded.snapshot.problems.indices.contains(index) else { return nil }
    return loaded.snapshot.problems[index]
  }

  /// The group of a row; nil for the row of a problem.
  func group(row: String, in loaded: Loaded) -> ProblemGroup? { loaded.problems.group(row: row) }

  // MARK: Districts as senders

  /// A line for each district, the city, and what is nobody's, which is always last.
  func senderRows(_ loaded: Loaded, sort: SortKey) -> [Sender] {
    let all = loaded.senders
    let judged = all.filter { $0.district != nil }
    return ConsoleState.ordered(judged, sort: sort) + all.filter { $0.district == nil }
  }

  func sender(row: String, in loaded: Loaded) -> Sender? { loaded.senders.first { $0.row == row } }

  private static func ordered(_ senders: [Sender], sort: SortKey) -> [Sender] {
    switch sort {
    case .code: return senders.sorted(by: before(\.row, \.row))
    case .ratio: return senders.sorted(by: before({ -($0.tally.refusedShare ?? -1) }, \.row))
    case .rows: return senders.sorted(by: before({ -$0.tally.rows }, \.row))
    case .newest: return senders.sorted(by: before({ -($0.daysSince ?? .max) }, \.row))
    default: return Sender.worstFirst(senders)
    }
  }

  // MARK: Whose problems

  /// The district, or nobody (`.some(nil)`), that the selected row of the data page speaks of; nil where it speaks of
  /// none.
  var sheetDistrict: DistrictCode?? {
    guard page == .data, let loaded, let row = selectedRow(of: focusedPane) else { return nil }
    switch focusedPane {
    case .senders: return sender(row: row, in: loaded).map(\.district)
    case .files:
      guard let place = loaded.attribution.places[row] else { return nil }
      return loaded.attribution.files[place].map { .some($0) }
    default:
      if case .district(let code) = group(row: problemGroup ?? row, in: loaded)?.key { return .some(code) }
      guard let index = Int(row), loaded.attribution.problems.indices.contains(index) else { return nil }
      return .some(loaded.attribution.problems[index])
    }
  }
}

extension Loaded {
  /// A line for each district, the city, and what is nobody's.
  package var senders: [Sender] {
    attribution.senders(plan: snapshot.plan, facts: snapshot.facts, board: board)
  }
}

extension Sender {
  /// Its row's identity.
  package var row: String { district?.rawValue ?? "?" }

  /// By verdict, then by share of refused rows, then by errors, then by code.
  static func worstFirst(_ senders: [Sender]) -> [Sender] {
    senders.sorted { a, b in
      let (x, y) = (a.verdict?.urgency ?? .max, b.verdict?.urgency ?? .max)
      if x != y { return x < y }
      let (p, q) = (a.tally.refusedShare ?? -1, b.tally.refusedShare ?? -1)
      if p != q { return p > q }
      return a.tally.errors != b.tally.errors ? a.tally.errors > b.tally.errors : a.row < b.row
    }
  }
}

extension Sender: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    [row, state.districtLabel(district).string, verdict.map { state.language($0.word).string } ?? ""]
      + (district.map { state.districtTexts($0) } ?? [])
  }
}

extension ProblemGroup: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    switch key {
    case .code(let code):
      [
        code.rawValue, state.language(ProblemWords.short(code)).string,
        state.language(ProblemWords.phrase(code)).string,
      ]
    case .district(let code):
      [code?.rawValue ?? "", state.districtLabel(code).string] + (code.map { state.districtTexts($0) } ?? [])
    case .file(let path): [path]
    }
  }
}
