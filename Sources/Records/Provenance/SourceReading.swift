import Policy
import Tabular

/// Reads a file again for the rows that speak of a figure: the ordinary reader and the ordinary checks, one row at a time.
struct SourceReading {
  private let records: KeptRecords
  private let kept: KeptFile
  private let request: SourceRowsRequest
  private let table: Table
  private let columns: [Column]
  private let reader: CellReader
  private let latestBirth: Day

  /// Rows between two questions whether anybody still waits.
  private static let patience = 4096
  /// A cell is shown up to this many characters.
  private static let longest = 200

  /// What reading the file once came to.
  private enum Outcome {
    case rows(SourceRows)
    case cancelled
    /// It is no table any more, or cannot be read as one.
    case refused(String)
  }

  init(_ records: KeptRecords, _ kept: KeptFile, _ request: SourceRowsRequest) {
    self.records = records
    self.kept = kept
    self.request = request
    table = kept.listed.table
    columns = table.columns
    reader = CellReader(records.lexicon)
    latestBirth = records.lexicon.plan.periodEnd
  }

  /// The rows: all of them counted, those kept that were asked for.
  func rows(_ isCancelled: () -> Bool, _ advanced: (Double) -> Void) throws(SourceRowsError) -> SourceRows {
    let outcome: Outcome
    do throws(ReadFault) {
      outcome = try FileSource(realRoot: records.realRoot).read(Walk.absolute(records.root, kept.listed.path)) {
        (file) throws(ReadFault) -> Outcome? in try read(file, isCancelled, advanced)
      }
    } catch { throw .unreadable(reason: error.reason) }
    switch outcome {
    case .rows(let rows): return rows
    case .cancelled: throw .cancelled
    case .refused(let reason): throw .unreadable(reason: reason)
    }
  }

  private func read(
    _ file: OpenFile, _ isCancelled: () -> Bool, _ advanced: (Double) -> Void
  ) throws(ReadFault) -> Outcome {
    let window = Window()
    defer { window.close() }
    var (head, feed) = try head(file, window)
    guard let header = head.header else { return .refused("no header row that fits the table") }
    var withheld = withheldByFigure(header)
    // Whether a remark is personal is known at the end of the file; so the file is gone through before any row is kept,
    // and a filter can never find what is not shown.
    let isReadTwice = columns.indices.contains { columns[$0].form == .remark && header.fields[$0] != nil }
    /// Whether somebody still waits, who is told how far a pass is.
    func goesOn(_ feed: RowFeed, from start: Double) -> Bool {
      if kept.listed.format != .xlsx, file.size > 0 {
        let share = min(1, max(0, Double(feed.window.fileOffset) / Double(file.size)))
        advanced(isReadTwice ? start + share / 2 : share)
      }
      return !isCancelled()
    }
    if isReadTwice {
      var scan = scan(header, feed)
      var row = Row()
      var read = 0
      while scan.next(&row) {
        read += 1
        if read % SourceReading.patience == 0, !goesOn(feed, from: 0) { return .cancelled }
      }
      if let fault = feed.fault { throw fault }
      withheld.formUnion(scan.tally.dropped)
      (head, feed) = try self.head(file, window)
    }
    let second = feed
    guard let rows = choose(scan(header, feed), withheld, file.identity, { goesOn(second, from: 0.5) }) else {
      return .cancelled
    }
    if let fault = feed.fault { throw fault }
    return .rows(rows)
  }

  private func head(_ file: OpenFile, _ window: Window) throws(ReadFault) -> (TableHead, RowFeed) {
    try TableHead.read(
      file, kept.listed, window, latestBirth: latestBirth, holdsUnfinished: kept.file.isUnfinished)
  }

  private func scan(_ header: HeaderMatch, _ feed: RowFeed) -> TableScan {
    TableScan(path: request.path, header: header, columns: columns, feed: feed, latestBirth: latestBirth)
  }

  /// Goes through the rows; nil where nobody waits any more.
  private func choose(
    _ scan: TableScan, _ withheld: Set<Int>, _ identity: FileIdentity, _ goesOn: () -> Bool
  ) -> SourceRows? {
    var scan = scan
    let header = scan.header
    let isChanged = identity != kept.file.identity
    let keys = records.keys(request.figure, request.asOf)
    let shown = columns.indices.filter { header.fields[$0] != nil && !withheld.contains($0) }
    var result = SourceRows(
      request: request, headers: shown.map { header.written[$0] ?? "" }, rows: [], total: 0, counting: 0, value: nil,
      isChanged: isChanged, withheld: withheld.sorted().compactMap { header.written[$0] })
    // A table that does not speak of the figure has no row of it.
    guard let own = keys.keys(of: table) else { return result }
    var choice = RowChoice(
      keys: own, checker: RowChecker(columns: columns, header: header, reader: reader),
      standings: isChanged ? nil : standings(keys))
    let filter = Folding.word(request.filter)
    var row = Row()
    var read = 0
    while scan.next(&row) {
      read += 1
      if read % SourceReading.patience == 0, !goesOn() { return nil }
      guard let standing = choice.standing(of: row) else { continue }
      let isKept = result.total >= request.first && result.rows.count < request.limit
      var cells: [String] = []
      if isKept || !filter.isEmpty {
        cells = shown.map { cell(row, header, $0) }
        if !filter.isEmpty, !cells.contains(where: { Folding.word($0).contains(filter) }) { continue }
      }
      result.total += 1
      if standing == .counts {
        result.counting += 1
        if let amount = choice.amount(table) { result.value = result.value.map { $0.adding(amount) } ?? amount }
      }
      if isKept { result.rows.append(SourceRow(line: row.line, cells: cells, standing: standing)) }
    }
    return result
  }

  // MARK: Personal data

  /// Columns that the figure itself forbids to show: names, where the entries of a register are persons.
  private func withheldByFigure(_ header: HeaderMatch) -> Set<Int> {
    guard case .register(let id) = request.figure,
      records.lexicon.items.first(where: { $0.id == id })?.people == true,
      let name = columns.firstIndex(where: { $0.name == "name" }), header.fields[name] != nil
    else { return [] }
    return [name]
  }

  /// A cell as it may be shown: what looks personal is masked before anything is cut off it.
  private func cell(_ row: Row, _ header: HeaderMatch, _ place: Int) -> String {
    guard let field = header.fields[place] else { return "" }
    let text = Normal.form(row.string(field))
    if PersonalValues.holdsPersonal(text, latestBirth: latestBirth) { return "***" }
    return text.count > SourceReading.longest ? String(text.prefix(SourceReading.longest - 1)) + "…" : text
  }

  // MARK: Standing

  /// What became of the file's rows when all files were looked at; nil for `progress`, whose rows stand by themselves.
  private func standings(_ keys: FigureKeys) -> RowChoice.Standings? {
    guard table != .progress else { return nil }
    let own = records.files(for: keys)
    guard let place = own.firstIndex(where: { $0.listed.path == kept.listed.path }) else { return nil }
    let trace = RecordTrace(own.map(\.content), keys, records.snapshot.facts)
    var refused: [Int: ProblemCode] = [:]
    for problem in records.snapshot.problems where problem.path == request.path && problem.code.severity == .error {
      if let line = problem.line { refused[line] = problem.code }
    }
    return RowChoice.Standings(counting: trace.shares[place]?.lines ?? [], refused: refused)
  }
}
