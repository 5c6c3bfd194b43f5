import Policy

/// What one file gave by itself, before other files are looked at.
struct TableFile: Sendable {
  var path: RawPath
  var table: Table
  var encoding: String?
  var sha256: String?
  var identity: FileIdentity?
  /// For each column of the table its header as written.
  var headers: [String?] = []
  /// What is wrong with it by itself.
  var problems: [Problem] = []
  /// Rows refused by themselves.
  var rejected = 0
  /// `[CheckedRow<Record>]` of the file's table; nil for `progress`, and where the file was refused.
  var rows: (any Sendable)?
  /// Sums of a `progress` file.
  var progress: ProgressSums?
  /// Its last line was held back.
  var isUnfinished = false

  init(path: RawPath, table: Table) {
    self.path = path
    self.table = table
  }
}

/// A row that has passed every check which the file alone allows.
struct CheckedRow<Record: Sendable>: Sendable {
  var line: Int
  /// The id it refers to; nil where its table refers to none.
  var reference: String?
  var outcome: Outcome

  enum Outcome: Sendable {
    case record(Record)
    /// Refused, if the reference, which stands in an earlier column, is good.
    case refused(Problem)
  }
}
