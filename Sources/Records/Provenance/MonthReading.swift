import Policy
import Tabular

/// Reads a `progress` file again for some days of a month: the ordinary reader and the ordinary checks.
struct MonthReading {
  /// What the rows brought.
  struct Rows {
    var total: Int64 = 0
    var institutions: [String: Int64] = [:]
    var traits: [Trait: [String: Int64]] = [:]
  }

  enum Outcome {
    case read(Rows)
    case cancelled
    /// It cannot be read, or is not what was read before.
    case unreadable
  }

  private let records: KeptRecords
  private let kept: KeptFile
  private let keys: FigureKeys
  private let first: Day

  /// Rows between two questions whether anybody still waits.
  private static let patience = 4096

  /// Rows of an item in a district, or the whole city by its code, from `first` through `last`.
  init(
    _ records: KeptRecords, _ kept: KeptFile, item: ItemID, district: DistrictCode, from first: Day, through last: Day
  ) {
    self.records = records
    self.kept = kept
    self.first = first
    keys = records.keys(.counted(item: item, district: district), last)
  }

  func rows(_ isCancelled: () -> Bool) -> Outcome {
    guard kept.stale == nil else { return .unreadable }
    do throws(ReadFault) {
      return try FileSource(realRoot: records.realRoot).read(Walk.absolute(records.root, kept.listed.path)) {
        (file) throws(ReadFault) -> Outcome in try read(file, isCancelled)
      }
    } catch { return .unreadable }
  }

  private func read(_ file: OpenFile, _ isCancelled: () -> Bool) throws(ReadFault) -> Outcome {
    guard file.identity == kept.file.identity, let own = keys.keys(of: .progress) else { return .unreadable }
    let window = Window()
    defer { window.close() }
    let latestBirth = records.lexicon.plan.periodEnd
    let (head, feed) = try TableHead.read(
      file, kept.listed, window, latestBirth: latestBirth, holdsUnfinished: kept.file.isUnfinished)
    guard let header = head.header else { return .unreadable }
    var scan = TableScan(
      path: kept.listed.path.text, header: header, columns: ProgressTable.columns, feed: feed,
      latestBirth: latestBirth)
    // Rows of earlier days are passed over before anything else of them is checked.
    let isLate = FigureKeys.Key(column: ProgressTable.date) { [first] cell in
      guard case .day(let day) = cell else { return false }
      return day >= first
    }
    var choice = RowChoice(
      keys: own + [isLate],
      checker: RowChecker(columns: ProgressTable.columns, header: header, reader: CellReader(records.lexicon)),
      standings: nil)
    var rows = Rows()
    var row = Row()
    var count = 0
    while scan.next(&row) {
      count += 1
      if count % MonthReading.patience == 0, isCancelled() { return .cancelled }
      if choice.standing(of: row) == .counts { rows.add(choice.cells) }
    }
    if let fault = feed.fault { throw fault }
    return .read(rows)
  }
}

extension MonthReading.Rows {
  fileprivate mutating func add(_ cells: Cells) {
    let count = cells.number(ProgressTable.count) ?? 1
    total = total.addingSaturated(count)
    if let name = cells.text(ProgressTable.institution) {
      institutions[name] = (institutions[name] ?? 0).addingSaturated(count)
    }
    for trait in BreakdownReading.traits {
      guard let value = cells.text(trait.column) else { continue }
      traits[trait, default: [:]][value] = (traits[trait]?[value] ?? 0).addingSaturated(count)
    }
  }
}
