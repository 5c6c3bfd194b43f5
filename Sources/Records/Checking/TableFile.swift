import Policy

/// What one file gave by itself, before other files are looked at.
struct TableFile: Sendable {
  var path: RawPath
  var table: Table
  var encoding: String?
  /// Nil until somebody asked for it; then of the bytes that gave all this.
  var sha256: String?
  /// The state of the file that was read; nil where it was not.
  var identity: FileIdentity?
  /// For each column of the table its header as written.
  var headers: [String?] = []
  /// What is wrong with the file as a whole.
  var fileProblems: [Problem] = []
  /// What is wrong with its rows and columns; nil where no row was looked at.
  var tally: ScanTally?
  /// `[CheckedRow<Record>]` of the file's table; nil for `progress`, and where the file was refused.
  var rows: (any Sendable)?
  /// Sums of a `progress` file.
  var progress: ProgressPartial?
  /// Districts that rows of a `progress` file name, in the order of the axis.
  var districts: [DistrictCode] = []
  /// The line that was held back as still being written.
  var heldLine: Int?
  /// Where a file that grows can be read on; nil where it must be read anew.
  var resume: ResumePoint?
  /// Of a file that was only read on: what was added, and what its old part must prove to be.
  var growth: Growth?

  init(path: RawPath, table: Table) {
    self.path = path
    self.table = table
  }

  /// What reading on found.
  struct Growth: Sendable {
    /// What the added rows give.
    var tail: ProgressPartial
    /// What must be true of the file's bytes, from the first one on, for all that was read of it to be true. Empty
    /// where nobody knows the digest of what was there first, so that only reading the file whole can prove it.
    var proofs: [Proof]

    /// Its digests can prove all that was read.
    func proves(_ identity: FileIdentity?) -> Bool { identity != nil && proofs.last?.end == identity?.size }

    /// More stretches than this are not proven one by one.
    static let mostProofs = 256
  }

  /// The digest that a stretch of a file must have: the bytes up to ``end`` that no earlier stretch has.
  struct Proof: Hashable, Sendable {
    var end: Int64
    var sha256: String
  }

  /// Its last line was held back.
  var isUnfinished: Bool { heldLine != nil }

  /// Rows refused by themselves.
  var rejected: Int { tally?.rejected ?? 0 }

  /// What is wrong with it by itself.
  var problems: [Problem] {
    var all = fileProblems + (tally?.problems ?? []) + (tally?.columnProblems(path: path.text) ?? [])
    if let heldLine { all.append(Problem(path: path.text, line: heldLine, code: .stillBeingWritten)) }
    return all
  }

  /// The same under another name.
  func renamed(to path: RawPath) -> TableFile {
    var renamed = self
    renamed.path = path
    renamed.fileProblems = fileProblems.map { $0.moved(to: path.text) }
    renamed.tally?.problems = tally?.problems.map { $0.moved(to: path.text) } ?? []
    return renamed
  }

  /// As little of it as tells what it gave to a figure.
  var asVersionBefore: TableFile {
    var kept = self
    kept.progress?.traits = Packed()
    kept.progress?.institutions = Packed()
    kept.fileProblems = []
    kept.tally = nil
    kept.resume = nil
    kept.growth = nil
    return kept
  }

  /// Whether it gave the same as another reading, as far as can be told without the bytes.
  func saysTheSame(as other: TableFile) -> Bool {
    if let own = sha256, let others = other.sha256 { return own == others && heldLine == other.heldLine }
    guard identity?.size == other.identity?.size else { return false }
    return table == .progress && other.table == .progress && progress == other.progress && tally == other.tally
      && fileProblems == other.fileProblems && encoding == other.encoding && heldLine == other.heldLine
  }
}

/// Where reading a `progress` file can go on once rows were added to it.
struct ResumePoint: Hashable, Sendable {
  /// The first byte that no row was taken from.
  var offset: Int64
  /// The line that begins there.
  var line: Int
  /// The file's first and last bytes up to ``offset``, so that an append can be told from a rewrite.
  var edges: FileEdges
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

extension Problem {
  /// The same problem of a file that has another name now.
  fileprivate func moved(to path: String) -> Problem {
    var moved = self
    moved.path = path
    return moved
  }
}
