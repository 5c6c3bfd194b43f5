import Policy
import Tabular

/// Says of a row whether it speaks of a figure, and whether it counts in it.
struct RowChoice {
  /// What became of a file's rows when all files were looked at together.
  struct Standings: Sendable {
    /// Lines that count.
    var counting: Set<Int>
    /// Lines that were refused, and why.
    var refused: [Int: ProblemCode]
  }

  private let keys: [FigureKeys.Key]
  private let checker: RowChecker
  /// Nil where only the row itself can tell.
  private let standings: Standings?
  /// For each key what it said of texts met so far.
  private var known: [[ArraySlice<UInt8>: Bool]]
  /// The cells of the row that was asked about last, if it counts.
  private(set) var cells = Cells(values: [])

  /// More texts of a column are not remembered.
  private static let mostKnown = 4096

  init(keys: [FigureKeys.Key], checker: RowChecker, standings: Standings?) {
    // Dates differ from row to row; districts and items do not.
    self.keys = keys.filter { !$0.mayBeUnreadable } + keys.filter(\.mayBeUnreadable)
    self.checker = checker
    self.standings = standings
    known = Array(repeating: [:], count: keys.count)
  }

  /// Whether and how the row counts; nil where it does not speak of the figure.
  mutating func standing(of row: Row) -> SourceRow.Standing? {
    for index in keys.indices where !isMet(index, row) { return nil }
    let verdict = checker.check(row)
    cells = verdict.cells
    if let fault = verdict.fault { return .refused(fault.fault.code) }
    guard let standings else { return .counts }
    if let code = standings.refused[row.line] { return .refused(code) }
    return standings.counting.contains(row.line) ? .counts : .superseded
  }

  /// What the row that was asked about last gives; nil where its table gives no part of a sum.
  func amount(_ table: Table) -> SourceValue? {
    switch table {
    case .progress: .count(cells.number(ProgressTable.count) ?? 1)
    case .targets: cells.number(2).map { .count($0) }
    case .registers: .count(1)
    case .projects: cells.number(4).map { .money(Money(hundredths: $0)) }
    case .payments, .spending: cells.number(3).map { .money(Money(hundredths: $0)) }
    case .scores: cells.index(3).map { .points($0) }
    default: nil
    }
  }

  private mutating func isMet(_ index: Int, _ row: Row) -> Bool {
    let key = keys[index]
    guard let field = checker.header.fields[key.column], row.fields.indices.contains(field),
      !row.fields[field].isEmpty
    else { return key.isMet(.empty) || key.mayBeUnreadable }
    let bytes = row.bytes[row.fields[field]]
    if let met = known[index][bytes] { return met }
    let met: Bool
    do throws(CellFault) {
      let text = row.bytes.span.extracting(row.fields[field])
      met = key.isMet(try checker.reader.read(text, checker.columns[key.column].form, CellContext()))
    } catch { met = key.mayBeUnreadable }
    // A slice would keep the row's bytes, which the reader uses again.
    if known[index].count < RowChoice.mostKnown { known[index][Array(bytes)[...]] = met }
    return met
  }
}
