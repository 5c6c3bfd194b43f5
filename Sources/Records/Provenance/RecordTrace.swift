import Policy

/// Finds the rows of record tables that give a figure, file by file: which lines count, what they give, and which lines
/// lost their place to another row.
struct RecordTrace {
  /// A file's part in the figure.
  struct Share {
    /// Lines that count.
    var lines: Set<Int> = []
    /// What they give; nil where the table gives no part of a sum.
    var value: SourceValue?
    /// Lines that speak of the figure, but whose place another row took.
    var superseded: Set<Int> = []
    /// The row that took the place of the first of those: file's place and line.
    var winner: (file: Int, line: Int)?
  }

  private let keys: FigureKeys
  private var merge: Merge
  /// By the file's place; only files with a row that speaks of the figure.
  private(set) var shares: [Int: Share] = [:]
  /// The row that sets the target: file's place and line.
  private(set) var target: (file: Int, line: Int)?

  /// Files must be ordered by path and read with the keys' lexicon.
  init(_ files: [Boxed<TableFile>], _ keys: FigureKeys, _ facts: Facts) {
    self.keys = keys
    merge = Merge(files, keys.lexicon)
    switch keys.figure {
    case .counted(let item, let district): traceCounted(item, district, facts)
    case .institution(let id): traceInstitution(id)
    case .base(let id): traceMoney(bases: [id])
    case .project: traceMoney(bases: [])
    case .milestone(let item, let district): traceMilestones(item, district, facts)
    case .register(let item): traceRegister(item)
    }
  }

  private mutating func note(_ file: Int, _ line: Int, _ part: SourceValue? = nil) {
    var share = shares[file] ?? Share()
    share.lines.insert(line)
    if let part { share.value = share.value.map { $0.adding(part) } ?? part }
    shares[file] = share
  }

  private mutating func noteSuperseded<A, B>(_ row: Located<A>, by winner: Located<B>) {
    shares[row.file, default: Share()].superseded.insert(row.line)
    if shares[row.file]?.winner == nil { shares[row.file]?.winner = (winner.file, winner.line) }
  }

  /// Rows that were refused because an earlier one has their key.
  private mutating func noteDuplicates<T: RecordTable>(_: T.Type, of winner: Located<T.Record>) {
    let key = T.key(winner.record)
    for (index, file) in merge.files.enumerated() where file.value.table == T.table {
      guard let rows = file.value.rows as? [CheckedRow<T.Record>] else { continue }
      for row in rows where index != winner.file || row.line != winner.line {
        guard case .record(let record) = row.outcome, T.key(record) == key else { continue }
        noteSuperseded(Located(file: index, line: row.line, record: record), by: winner)
      }
    }
  }

  /// Of rows that share a key the one that `wins` over all others; the others are superseded.
  private mutating func newest<Record, Key: Hashable>(
    _ rows: [Located<Record>], by key: (Record) -> Key, _ wins: (Record, Record) -> Bool
  ) -> [Located<Record>] {
    var winners: [Key: Located<Record>] = [:]
    for row in rows {
      let key = key(row.record)
      if let known = winners[key], !wins(row.record, known.record) { continue }
      winners[key] = row
    }
    for row in rows {
      guard let winner = winners[key(row.record)], winner.file != row.file || winner.line != row.line else { continue }
      noteSuperseded(row, by: winner)
    }
    return winners.values.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  // MARK: Figures

  private mutating func traceCounted(_ item: ItemID, _ district: DistrictCode, _ facts: Facts) {
    for row in merge.accept(TargetsTable.self) where row.record.key == TargetKey(district: district, item: item) {
      note(row.file, row.line, .count(row.record.row.target))
      noteDuplicates(TargetsTable.self, of: row)
      target = (row.file, row.line)
    }
    for row in merge.accept(CalendarTable.self) { note(row.file, row.line) }
    let targets = Targets(plan: keys.lexicon.plan, facts: facts)
    guard let known = keys.lexicon.plan.countedItem(item),
      targets.district(district, known).source == .suggested
    else { return }
    for row in merge.accept(DistrictsTable.self, taken: [keys.lexicon.plan.cityCode.rawValue]) {
      note(row.file, row.line)
    }
  }

  private mutating func traceInstitution(_ id: String) {
    let institutions = merge.accept(InstitutionsTable.self)
    for row in institutions where row.record.id == id {
      note(row.file, row.line)
      noteDuplicates(InstitutionsTable.self, of: row)
    }
    let known = Set(institutions.map(\.record.id))
    let scores = merge.accept(ScoresTable.self, known: known).filter {
      $0.record.institution == id && $0.record.date <= keys.asOf
    }
    // Of two scores of a day the later in path-then-line order counts (`data-directory.md`, References).
    for row in newest(scores, by: \.dimension, { $0.date >= $1.date }) {
      note(row.file, row.line, .points(row.record.hundredths))
    }
    for row in merge.accept(FindingsTable.self, known: known)
    where row.record.institution == id && row.record.date <= keys.asOf {
      if let resolved = row.record.resolved, resolved <= keys.asOf { continue }
      note(row.file, row.line)
    }
  }

  /// The money of a figure's base, or of its project.
  private mutating func traceMoney(bases: Set<String>) {
    let allBases = merge.accept(BasesTable.self)
    for row in allBases where bases.contains(row.record.id) {
      note(row.file, row.line)
      noteDuplicates(BasesTable.self, of: row)
    }
    let projects = merge.accept(ProjectsTable.self, known: Set(allBases.map(\.record.id)))
    let own = keys.projects
    for row in projects where own.contains(row.record.id) {
      note(row.file, row.line, .money(row.record.amount))
      noteDuplicates(ProjectsTable.self, of: row)
    }
    let known = Set(projects.map(\.record.id))
    func isOwn(_ project: String, _ date: Day) -> Bool { own.contains(project) && date <= keys.asOf }
    let events = merge.accept(ProjectEventsTable.self, known: known).filter { isOwn($0.record.project, $0.record.date) }
    // Of repeated events the earliest counts; of equal ones the first.
    for row in newest(events, by: { ProjectStep(project: $0.project, event: $0.event) }, { $0.date < $1.date }) {
      note(row.file, row.line)
    }
    for row in merge.accept(PaymentsTable.self, known: known) where isOwn(row.record.project, row.record.date) {
      note(row.file, row.line, .money(row.record.amount))
    }
    for row in merge.accept(SpendingTable.self, known: known) where isOwn(row.record.project, row.record.date) {
      note(row.file, row.line, .money(row.record.amount))
    }
  }

  /// Of the rows of an item in a place one counts: the state of all of them is its own (`rules.md`, Kinds of item).
  private mutating func traceMilestones(_ id: ItemID, _ district: DistrictCode?, _ facts: Facts) {
    let plan = keys.lexicon.plan
    guard let item = keys.lexicon.items.first(where: { $0.id == id }) else { return }
    let isClosing = plan.closing.contains { $0.id == id }
    let places = isClosing && district == nil ? facts.districts.map { DistrictCode?.some($0.code) } : [district]
    let rows = merge.accept(MilestonesTable.self).filter { $0.record.item == id }
    for place in places {
      let own = rows.filter { ($0.record.district ?? plan.cityCode) == (place ?? plan.cityCode) }
      func state(_ rows: [MilestoneRow]) -> MilestoneState {
        MilestoneState(
          rows: rows, planDue: item.due, asOf: keys.asOf, dueSoonDays: plan.thresholds.dueSoonDays)
      }
      let whole = state(own.map(\.record))
      guard let winner = own.first(where: { state([$0.record]) == whole }) else { continue }
      note(winner.file, winner.line)
      noteDuplicates(MilestonesTable.self, of: winner)
      for row in own where row.file != winner.file || row.line != winner.line { noteSuperseded(row, by: winner) }
    }
  }

  private mutating func traceRegister(_ item: ItemID) {
    let rows = merge.accept(RegistersTable.self).filter { $0.record.item == item && $0.record.date <= keys.asOf }
    // An entry is at the stage with its latest date; on the same date at the later stage, of equal rows the last.
    for row in newest(rows, by: \.entry, { ($0.date, $0.stage) >= ($1.date, $1.stage) }) {
      note(row.file, row.line, .count(1))
    }
  }
}

/// What of a project may happen once.
private struct ProjectStep: Hashable {
  var project: String
  var event: ProjectEvent
}

extension SourceValue {
  /// The sum of two values of a kind; of different kinds the first.
  func adding(_ other: SourceValue) -> SourceValue {
    switch (self, other) {
    case (.count(let a), .count(let b)): .count(a.addingSaturated(b))
    case (.money(let a), .money(let b)): .money(a + b)
    case (.points(let a), .points(let b)): .points(Int(clamping: Int64(a).addingSaturated(Int64(b))))
    default: self
    }
  }
}
