import Policy

/// Puts the files together: resolves references, refuses second rows of a key, looks for what does not agree.
///
/// Files come in path order and rows in line order, so that "the first counts" means the same every time. It is cheap
/// enough to be done again whenever one file changes.
struct Merge {
  let lexicon: Lexicon
  let files: [Boxed<TableFile>]
  private(set) var tallies: [Tally]

  /// Files must be ordered by path and read with `lexicon`.
  init(_ files: [Boxed<TableFile>], _ lexicon: Lexicon) {
    self.files = files
    self.lexicon = lexicon
    tallies = files.map { Tally(rejected: $0.value.rejected, problems: $0.value.problems) }
  }

  /// The districts that files of that table give; empty where no row is good. They need no lexicon.
  static func districts(_ files: [Boxed<TableFile>], _ plan: Plan) -> [District] {
    let files = files.filter { $0.value.table == .districts }
    guard !files.isEmpty else { return [] }
    var merge = Merge(files, Lexicon(plan: plan, districts: []))
    return merge.districts().map(\.record)
  }

  /// What all files say, as the rules need it; `progress` has been summed already.
  mutating func facts(_ progress: ProgressTotals) -> Facts {
    var facts = Facts(districts: lexicon.districts, calendar: WorkCalendar(lexicon.plan.calendar), progress: progress)
    countProgress()
    _ = districts()
    let calendar = accept(CalendarTable.self)
    if !calendar.isEmpty { facts.calendar = WorkCalendar(calendar.map(\.record)) }
    let targets = accept(TargetsTable.self)
    for row in targets { facts.targets[row.record.key] = row.record.row }
    warnOfTargets(targets)
    let milestones = accept(MilestonesTable.self)
    facts.milestones = milestones.map(\.record)
    warnOfMilestones(milestones)
    let registers = accept(RegistersTable.self)
    facts.registers = registers.map(\.record)
    warnOfRegisters(registers)
    addInstitutions(to: &facts)
    addBases(to: &facts)
    return facts
  }

  private mutating func addInstitutions(to facts: inout Facts) {
    facts.institutions = Merge.ordered(accept(InstitutionsTable.self).map(\.record), by: \.id)
    let known = Set(facts.institutions.map(\.id))
    facts.scores = accept(ScoresTable.self, known: known).map(\.record)
    facts.findings = accept(FindingsTable.self, known: known).map(\.record)
  }

  private mutating func addBases(to facts: inout Facts) {
    facts.bases = Merge.ordered(accept(BasesTable.self).map(\.record), by: \.id)
    facts.projects = Merge.ordered(
      accept(ProjectsTable.self, known: Set(facts.bases.map(\.id))).map(\.record), by: \.id)
    let known = Set(facts.projects.map(\.id))
    let events = accept(ProjectEventsTable.self, known: known)
    facts.events = events.map(\.record)
    warnOfEvents(events, facts.projects)
    facts.payments = accept(PaymentsTable.self, known: known).map(\.record)
    facts.spending = accept(SpendingTable.self, known: known).map(\.record)
  }

  private mutating func countProgress() {
    for (index, file) in files.enumerated() {
      guard let sums = file.value.progress else { continue }
      tallies[index].rows = Int(clamping: sums.rows)
      tallies[index].districts = Set(file.value.districts)
    }
  }

  /// The city's own code is taken: a district cannot have it.
  private mutating func districts() -> [Located<District>] {
    accept(DistrictsTable.self, taken: [lexicon.plan.cityCode.rawValue])
  }

  /// The rows of a table that stand: their references are known and their keys new.
  mutating func accept<T: RecordTable>(
    _: T.Type, known: Set<String> = [], taken: Set<String> = []
  ) -> [Located<T.Record>] {
    var keys = Dictionary(taken.map { ($0, Located<Void>?.none) }, uniquingKeysWith: { first, _ in first })
    var accepted: [Located<T.Record>] = []
    for (index, file) in files.enumerated() where file.value.table == T.table {
      guard let rows = file.value.rows as? [CheckedRow<T.Record>] else { continue }
      for row in rows {
        if let reference = row.reference, !known.contains(reference) {
          refuse(index, row.line, T.referenceColumn, .unknownReference, reference, nil)
          continue
        }
        switch row.outcome {
        case .refused(let problem):
          tallies[index].problems.append(problem)
          tallies[index].rejected += 1
        case .record(let record):
          if let key = T.key(record) {
            if let first = keys[key] {
              refuse(index, row.line, key, first, T.district(record))
              continue
            }
            keys[key] = Located(file: index, line: row.line, record: ())
          }
          tallies[index].rows += 1
          if let district = T.district(record) { tallies[index].districts.insert(district) }
          accepted.append(Located(file: index, line: row.line, record: record))
        }
      }
    }
    return accepted
  }

  private mutating func refuse(
    _ file: Int, _ line: Int, _ column: Int?, _ code: ProblemCode, _ value: String, _ district: DistrictCode?
  ) {
    note(file, line, column, code, Excerpt.text(value, latestBirth: lexicon.plan.periodEnd), district)
    tallies[file].rejected += 1
  }

  /// Refuses a row whose key stands before; `first` is where, nil for the city's own code. A key may be made of several
  /// columns, so none is named.
  private mutating func refuse(
    _ file: Int, _ line: Int, _ key: String, _ first: Located<Void>?, _ district: DistrictCode?
  ) {
    refuse(file, line, nil, .duplicateKey, key, district)
    guard let first, let last = tallies[file].problems.indices.last else { return }
    tallies[file].problems[last].more = .first(path: files[first.file].value.path.text, line: first.line)
  }

  /// Notes a problem; `column` is a place among the table's columns.
  mutating func note(
    _ file: Int, _ line: Int?, _ column: Int?, _ code: ProblemCode, _ detail: String?, _ district: DistrictCode? = nil
  ) {
    let headers = files[file].value.headers
    let header = column.flatMap { headers.indices.contains($0) ? headers[$0] : nil }
    tallies[file].problems.append(
      Problem(
        path: files[file].value.path.text, line: line, column: header, code: code, detail: detail, district: district))
  }

  private static func ordered<R>(_ records: [R], by id: (R) -> String) -> [R] {
    records.sorted { id($0).utf8.lexicographicallyPrecedes(id($1).utf8) }
  }
}
