package import Policy

/// The problems of a snapshot in groups: by code, by district, by file. Made once, with the snapshot.
package struct ProblemIndex: Sendable {
  /// By what problems are put together.
  package enum Grouping: Hashable, Sendable, CaseIterable {
    case code
    case district
    case file
    /// Not at all.
    case single
  }

  /// What a group's problems share.
  package enum Key: Hashable, Sendable {
    case code(ProblemCode)
    case district(DistrictCode?)
    case file(String)
  }

  private let groups: [Grouping: [ProblemGroup]]
  private let byRow: [String: ProblemGroup]
  /// Problems of each severity.
  package let counts: ProblemGroup.Counts
  /// All problems, errors first, then in the snapshot's order: by path and line.
  package let inOrder: [Int]

  package init(_ problems: [Problem], _ attribution: Attribution) {
    var bySeverity: [Severity: [Int]] = [:]
    for (index, problem) in problems.enumerated() { bySeverity[problem.code.severity, default: []].append(index) }
    inOrder = Severity.allCases.flatMap { bySeverity[$0] ?? [] }
    counts = ProblemGroup.Counts(
      errors: bySeverity[.error]?.count ?? 0, warnings: bySeverity[.warning]?.count ?? 0,
      notices: bySeverity[.notice]?.count ?? 0)
    let places = Dictionary(
      zip(ProblemCode.allCases, 0...).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    var codes = Gathering<Int>()
    var districts = Gathering<DistrictCode?>()
    var files = Gathering<String>()
    for index in inOrder {
      let code = places[problems[index].code] ?? 0
      codes.add(index, code, under: code) { .code(ProblemCode.allCases[$0]) }
      districts.add(index, code, under: attribution.problems[index]) { .district($0) }
      files.add(index, code, under: problems[index].path) { .file($0) }
    }
    let gathered: [Grouping: [ProblemGroup]] = [
      .code: codes.groups.sorted { $0.comesBefore($1) }, .district: districts.groups.sorted { $0.comesBefore($1) },
      .file: files.groups.sorted { $0.comesBefore($1) },
    ]
    groups = gathered
    byRow = Dictionary(gathered.values.joined().map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The groups, most errors first.
  package func groups(by grouping: Grouping) -> [ProblemGroup] { groups[grouping] ?? [] }

  /// The group of a row; nil for the row of a problem.
  package func group(row: String) -> ProblemGroup? { byRow[row] }

  /// The problems of a file.
  package func problems(ofFile path: String) -> [Int] { byRow[ProblemGroup.row(.file(path))]?.problems ?? [] }

  /// The problems of a district, or of nobody.
  package func problems(of district: DistrictCode?) -> [Int] {
    byRow[ProblemGroup.row(.district(district))]?.problems ?? []
  }
}

/// Groups that grow problem by problem; neighbours mostly belong to the same.
private struct Gathering<Value: Hashable> {
  private(set) var groups: [ProblemGroup] = []
  private var places: [Value: Int] = [:]
  private var last: (value: Value, place: Int)?

  /// `code` is its place among all codes.
  mutating func add(_ index: Int, _ code: Int, under value: Value, _ key: (Value) -> ProblemIndex.Key) {
    let place: Int
    if let last, last.value == value {
      place = last.place
    } else {
      place = places[value] ?? groups.count
      if place == groups.count {
        places[value] = place
        groups.append(ProblemGroup(key: key(value)))
      }
      last = (value, place)
    }
    groups[place].add(index, code)
  }
}

/// Problems that share a code, a district or a file.
package struct ProblemGroup: Sendable {
  /// How many there are of each severity.
  package struct Counts: Hashable, Sendable {
    package var errors = 0
    package var warnings = 0
    package var notices = 0
  }

  package let key: ProblemIndex.Key
  package private(set) var counts = Counts()
  /// How many there are of each code, by its place among all.
  private var ofCode = Array(repeating: 0, count: ProblemCode.allCases.count)
  /// Places in the snapshot, errors first.
  package private(set) var problems: [Int] = []

  init(key: ProblemIndex.Key) { self.key = key }

  /// How many there are of each code; none of them 0.
  package var codes: [(code: ProblemCode, count: Int)] {
    zip(ProblemCode.allCases, ofCode).filter { $1 > 0 }.map { ($0, $1) }
  }

  mutating func add(_ index: Int, _ code: Int) {
    problems.append(index)
    ofCode[code] += 1
    switch ProblemCode.allCases[code].severity {
    case .error: counts.errors += 1
    case .warning: counts.warnings += 1
    case .notice: counts.notices += 1
    }
  }

  /// Its row's identity; never that of a problem, which is a number.
  package var row: String { ProblemGroup.row(key) }

  /// The identity of a group's row.
  package static func row(_ key: ProblemIndex.Key) -> String {
    switch key {
    case .code(let code): "code=" + code.rawValue
    case .district(let code): "district=" + (code?.rawValue ?? "?")
    case .file(let path): "file=" + path
    }
  }

  /// Most errors first, then most warnings, then most notices; equals by row.
  func comesBefore(_ other: ProblemGroup) -> Bool {
    let (a, b) = (counts, other.counts)
    if a.errors != b.errors { return a.errors > b.errors }
    if a.warnings != b.warnings { return a.warnings > b.warnings }
    if a.notices != b.notices { return a.notices > b.notices }
    return row < other.row
  }
}
