import Policy
import Tabular

/// Turns files into checked rows or sums: everything that needs no other file. One thread uses it at a time, for one
/// file after another.
final class FileReading {
  let lexicon: Lexicon
  let axes: ProgressAxes
  private let cells: CellReader
  let window = Window()
  private let headers = HeaderMemo()
  private var sums: ProgressSums?
  private var knowledge: [ProgressKnowledge.Form: ProgressKnowledge] = [:]

  init(_ lexicon: Lexicon, _ axes: ProgressAxes) {
    self.lexicon = lexicon
    self.axes = axes
    cells = CellReader(lexicon)
  }

  /// How a file is to be read.
  struct Wishes: Sendable {
    /// A last line without a line end is held back.
    var holdsUnfinished = false
    /// The digest is wanted at once.
    var digests = true
    /// What is needed to read on when the file grows is wanted, of files from this size on, in bytes; nil: of none.
    var resumesFrom: Int64?
  }

  /// Reads a file.
  func read(_ listed: ListedFile, _ file: OpenFile, _ wishes: Wishes) throws(ReadFault) -> TableFile {
    defer { window.close() }
    if let made = try read(listed, file, wishes, looksAhead: false) { return made }
    guard let made = try read(listed, file, wishes, looksAhead: true) else { throw .unstable }
    return made
  }

  /// Reads a file; nil where that cannot be done without looking ahead.
  private func read(
    _ listed: ListedFile, _ file: OpenFile, _ wishes: Wishes, looksAhead: Bool
  ) throws(ReadFault) -> TableFile? {
    var made = TableFile(path: listed.path, table: listed.table)
    made.identity = file.identity
    let (head, feed) = try TableHead.read(
      file, listed, window, latestBirth: lexicon.plan.periodEnd, holdsUnfinished: wishes.holdsUnfinished,
      looksAhead: looksAhead, memo: headers)
    made.encoding = head.encodingName
    made.fileProblems = head.problems
    made.heldLine = head.heldLine
    if let header = head.header {
      made.headers = header.written
      var scan = TableScan(
        path: listed.path.text, header: header, columns: listed.table.columns, feed: feed,
        latestBirth: lexicon.plan.periodEnd)
      if listed.table == .progress {
        let sums = progressSums()
        sumRows(&scan, head.encoding, listed.format, sums)
        made.progress = sums.drain()
        made.districts = made.progress?.districts(axes) ?? []
      } else {
        made.rows = rows(of: listed.table, &scan, checker(header, listed.table))
      }
      made.tally = scan.tally
      made.heldLine = feed.heldLine
      if listed.table == .progress, head.isEncodingSettled, let point = feed.resume {
        made.resume = try ResumePoint.of(file, offset: point.offset, line: point.line, wishes)
      }
    }
    if let fault = feed.fault { throw fault }
    guard !feed.isHeaderOther else { return nil }
    if wishes.digests || listed.table != .progress {
      guard let digest = try Digest.of(file, count: file.size, window.progress) else { throw .unstable }
      made.sha256 = digest.text
    }
    return made
  }

  /// Adds the rows of a `progress` file, or of a stretch of one, to sums of this reading.
  func sumRows(_ scan: inout TableScan, _ encoding: TextEncoding, _ format: FileFormat, _ sums: ProgressSums) {
    let form = ProgressKnowledge.Form(
      encoding: encoding == .gb18030 ? .gb18030 : .utf8, format: format, fields: scan.header.fields,
      width: scan.header.width)
    let known = knowledge[form] ?? ProgressKnowledge(scan.header)
    knowledge[form] = known
    ProgressReader(sums: sums, checker: checker(scan.header, .progress), knowledge: known).read(&scan)
  }

  /// The sums to add to. What was learnt for them is forgotten where there is too much of it.
  func progressSums() -> ProgressSums {
    if let sums, !sums.isCrowded, knowledge.count < FileReading.mostForms { return sums }
    knowledge = [:]
    let sums = ProgressSums(axes)
    self.sums = sums
    return sums
  }

  /// The sums that rows are being added to. Unlike ``progressSums()`` it never begins others, so that what was added stays:
  /// between the slices of one file nothing is forgotten, however much there is.
  var currentSums: ProgressSums { sums ?? progressSums() }

  /// More forms of files than this are not remembered at once.
  private static let mostForms = 64

  private func checker(_ header: HeaderMatch, _ table: Table) -> RowChecker {
    RowChecker(columns: table.columns, header: header, reader: cells)
  }

  private func rows(of table: Table, _ scan: inout TableScan, _ checker: RowChecker) -> (any Sendable)? {
    switch table {
    case .districts: rows(DistrictsTable.self, &scan, checker)
    case .calendar: rows(CalendarTable.self, &scan, checker)
    case .targets: rows(TargetsTable.self, &scan, checker)
    case .milestones: rows(MilestonesTable.self, &scan, checker)
    case .registers: rows(RegistersTable.self, &scan, checker)
    case .institutions: rows(InstitutionsTable.self, &scan, checker)
    case .scores: rows(ScoresTable.self, &scan, checker)
    case .findings: rows(FindingsTable.self, &scan, checker)
    case .bases: rows(BasesTable.self, &scan, checker)
    case .projects: rows(ProjectsTable.self, &scan, checker)
    case .projectEvents: rows(ProjectEventsTable.self, &scan, checker)
    case .payments: rows(PaymentsTable.self, &scan, checker)
    case .spending: rows(SpendingTable.self, &scan, checker)
    case .progress: nil
    }
  }

  private func rows<T: RecordTable>(
    _: T.Type, _ scan: inout TableScan, _ checker: RowChecker
  ) -> [CheckedRow<T.Record>] {
    var verdicts: [(line: Int, verdict: RowChecker.Verdict)] = []
    var row = Row()
    while scan.next(&row) {
      let verdict = checker.check(row)
      if let (column, fault) = verdict.fault, verdict.reference == nil {
        scan.refuse(row.line, column: column, fault.code, detail: fault.detail, district: verdict.district)
      } else {
        verdicts.append((row.line, verdict))
      }
    }
    // Whether a remark may stay is known only at the end of its file.
    let dropped = scan.tally.dropped
    return verdicts.map { line, verdict in
      var cells = verdict.cells
      for place in dropped where cells.values.indices.contains(place) { cells.values[place] = .empty }
      let outcome: CheckedRow<T.Record>.Outcome
      if let (column, fault) = verdict.fault {
        outcome = .refused(
          Problem(
            path: scan.path, line: line, column: checker.header.written[column], code: fault.code,
            detail: fault.detail, district: verdict.district))
      } else if let record = T.record(cells, lexicon) {
        outcome = .record(record)
      } else {
        outcome = .refused(Problem(path: scan.path, line: line, code: .missingValue))
      }
      return CheckedRow(line: line, reference: verdict.reference, outcome: outcome)
    }
  }
}

extension Table {
  /// The table's columns, in the order in which a row's problems are told.
  var columns: [Column] {
    switch self {
    case .districts: DistrictsTable.columns
    case .calendar: CalendarTable.columns
    case .targets: TargetsTable.columns
    case .progress: ProgressTable.columns
    case .milestones: MilestonesTable.columns
    case .registers: RegistersTable.columns
    case .institutions: InstitutionsTable.columns
    case .scores: ScoresTable.columns
    case .findings: FindingsTable.columns
    case .bases: BasesTable.columns
    case .projects: ProjectsTable.columns
    case .projectEvents: ProjectEventsTable.columns
    case .payments: PaymentsTable.columns
    case .spending: SpendingTable.columns
    }
  }
}
