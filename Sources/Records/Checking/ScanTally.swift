import Policy
import Tabular

/// What going through a stretch of a file found besides its good rows.
struct ScanTally: Hashable, Sendable {
  /// What was wrong with rows, in line order; the first ``mostProblems`` only.
  var problems: [Problem] = []
  /// Rows refused.
  var rejected = 0
  /// Columns whose content must be known at the end of the file.
  private(set) var watched: [Watched] = []

  /// More problems of one file are counted, not listed: a file of millions of bad rows is told in one glance, too.
  static let mostProblems = 100_000

  /// A column that is none of the table's, or that may hold what must not be kept.
  struct Watched: Hashable, Sendable {
    var field: Int
    var header: String
    /// The column of the table; nil for a stray one.
    var place: Int?
    /// Its header says that it is personal.
    var isPersonal: Bool
    var suspicion: ColumnSuspicion
  }

  /// Nothing found yet.
  init(_ header: HeaderMatch, _ columns: [Column], latestBirth: Day) {
    let suspicion = ColumnSuspicion(latestBirth: latestBirth)
    for stray in header.strays {
      watched.append(
        Watched(
          field: stray.field, header: stray.header, place: nil, isPersonal: stray.isPersonal, suspicion: suspicion))
    }
    for (place, column) in columns.enumerated() where column.form == .remark {
      guard let field = header.fields[place], let written = header.written[place] else { continue }
      watched.append(Watched(field: field, header: written, place: place, isPersonal: false, suspicion: suspicion))
    }
  }

  /// What was found once.
  init(problems: [Problem], rejected: Int, watched: [Watched]) {
    self.problems = problems
    self.rejected = rejected
    self.watched = watched
  }

  /// Looks at a row's watched cells.
  mutating func look(at row: Row) {
    for place in watched.indices {
      watched[place].suspicion.take(row.bytes.span.extracting(row.fields[watched[place].field]))
    }
  }

  mutating func takeFilled(_ count: Int, watched place: Int) { watched[place].suspicion.takeFilled(count) }

  /// Takes what was found in the stretch of the file that follows, whose lines were counted from 1.
  mutating func take(_ next: ScanTally, linesBefore: Int) {
    rejected += next.rejected
    problems += next.problems.prefix(max(0, ScanTally.mostProblems - problems.count)).map { problem in
      var problem = problem
      problem.line = problem.line.map { $0 + linesBefore }
      return problem
    }
    for place in watched.indices { watched[place].suspicion.take(next.watched[place].suspicion) }
  }

  /// At the end: tells of personal and unknown columns.
  func columnProblems(path: String) -> [Problem] {
    var told: [Problem] = []
    var toldEmpty = false
    for column in watched {
      if column.isPersonal || column.suspicion.isPersonal {
        told.append(
          Problem(path: path, column: column.header, code: .personalData, detail: String(column.suspicion.filled)))
      } else if column.place == nil {
        // A trailing delimiter on every line makes nameless columns; one notice tells of all.
        if column.header.isEmpty && toldEmpty { continue }
        toldEmpty = toldEmpty || column.header.isEmpty
        told.append(Problem(path: path, column: column.header, code: .unknownColumn))
      }
    }
    return told
  }

  /// Columns of the table that must be dropped.
  var dropped: [Int] { watched.compactMap { $0.suspicion.isPersonal ? $0.place : nil } }
}
