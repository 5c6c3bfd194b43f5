import Policy
import Tabular

/// Turns a file's bytes into checked rows or sums: everything that needs no other file.
struct FileReading {
  private let lexicon: Lexicon
  private let axes: ProgressAxes
  private let dense: DenseSums
  private let cells: CellReader

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    axes = ProgressAxes(lexicon)
    dense = DenseSums(capacity: axes.cells)
    cells = CellReader(lexicon)
  }

  /// Reads a file. A watcher holds back a last line without a line end.
  func read(_ listed: ListedFile, _ content: FileContent, holdsUnfinished: Bool) -> TableFile {
    var file = TableFile(path: listed.path, table: listed.table)
    file.identity = content.identity
    guard listed.format != .xlsx else {
      file.problems = [
        Problem(path: listed.path.text, code: .unreadable, detail: "XLSX workbooks cannot be read yet; save it as CSV")
      ]
      return file
    }
    file.sha256 = content.sha256
    var feed = RowFeed(content.bytes, listed.format, holdsUnfinished: holdsUnfinished)
    file.encoding = feed.encoding.rawValue
    let columns = listed.table.columns
    guard let header = header(&feed, columns, &file) else { return file }
    file.headers = header.written
    var scan = TableScan(
      path: listed.path.text, header: header, columns: columns, feed: feed, latestBirth: lexicon.plan.periodEnd)
    let checker = RowChecker(columns: columns, header: header, reader: cells)
    if listed.table == .progress {
      var reader = ProgressReader(axes: axes, checker: checker)
      file.progress = reader?.read(&scan, dense)
      _ = scan.finish()
    } else {
      file.rows = rows(of: listed.table, &scan, checker)
    }
    file.problems += scan.problems
    file.rejected = scan.rejected
    file.isUnfinished = scan.heldLine != nil
    return file
  }

  /// The header row, matched; nil where the file is refused, with its problems told.
  private func header(_ feed: inout RowFeed, _ columns: [Column], _ file: inout TableFile) -> HeaderMatch? {
    let path = file.path.text
    var row = Row()
    var found = false
    while !found && feed.next(&row) { found = !row.isBlank }
    guard found else {
      if let held = feed.heldLine {
        file.problems = [Problem(path: path, line: held, code: .stillBeingWritten)]
        file.isUnfinished = true
      } else {
        file.problems = [Problem(path: path, code: .emptyFile)]
      }
      return nil
    }
    if let fault = row.fault {
      file.problems = [Problem(path: path, line: row.line, code: TableScan.code(fault))]
      return nil
    }
    let header = HeaderMatch(row, columns: columns, latestBirth: lexicon.plan.periodEnd)
    let missing = header.missing(of: columns, path: path)
    guard missing.isEmpty else {
      // Where nothing fits there may be no header at all, and the first row's values, names among them, are not told.
      let isHeader = header.fields.contains { $0 != nil }
      let unknown = header.strays.filter { isHeader && !$0.isPersonal && !$0.header.isEmpty }
      file.problems = missing + unknown.map { Problem(path: path, column: $0.header, code: .unknownColumn) }
      return nil
    }
    return header
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
        scan.refuse(row.line, column: column, fault.code, detail: fault.detail)
      } else {
        verdicts.append((row.line, verdict))
      }
    }
    // Whether a remark may stay is known only at the end of its file.
    let dropped = scan.finish()
    return verdicts.map { line, verdict in
      var cells = verdict.cells
      for place in dropped where cells.values.indices.contains(place) { cells.values[place] = .empty }
      let outcome: CheckedRow<T.Record>.Outcome
      if let (column, fault) = verdict.fault {
        outcome = .refused(
          Problem(
            path: scan.path, line: line, column: checker.header.written[column], code: fault.code,
            detail: fault.detail))
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
