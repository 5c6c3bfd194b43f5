/// The first rows of a sheet, among which its header stands.
struct SheetSurvey {
  struct Candidate {
    var row: Row
    /// Which row of the part it is, from 1.
    var element: Int
  }

  /// Rows among the first ten that hold anything, in their order; else the first row that does.
  private(set) var candidates: [Candidate] = []
  /// Whether no row is still to come that can be the header.
  private(set) var isFull = false

  /// The row that came behind all candidates.
  private var beyond: Candidate?
  private var ranges: [MergedRange] = []

  /// Takes the next row that holds anything.
  mutating func take(_ row: Row, element: Int) {
    let candidate = Candidate(row: row, element: element)
    isFull = isFull || row.line >= WorkbookLimits.headerRows
    if candidates.isEmpty || row.line <= WorkbookLimits.headerRows {
      candidates.append(candidate)
    } else if beyond == nil {
      beyond = candidate
    }
  }

  /// Every row that was taken.
  var all: [Candidate] { candidates + (beyond.map { [$0] } ?? []) }

  /// Bytes of all candidates.
  var textSize: Int { candidates.reduce(0) { $0 &+ $1.row.textSize } }

  /// The first row that `fits`. Where cells of it reach down into rows that fit as well, those rows are one header of
  /// several lines, and the last of them says what each column is.
  func header(_ fits: (Row) -> Bool) -> Candidate? {
    let possible = candidates.filter {
      $0.row.line <= WorkbookLimits.headerRows && $0.row.fault == nil && $0.row.textSize <= WorkbookLimits.headerText
    }
    guard let first = possible.first(where: { fits($0.row) }) else { return nil }
    let line = first.row.line
    let bottom = ranges.filter { $0.rows.contains(line) }.map(\.rows.upperBound).max() ?? line
    return possible.last { $0.row.line > line && $0.row.line <= bottom && fits($0.row) } ?? first
  }

  /// The same with every cell of a range given the value of its first one, except in rows that would hold too much then.
  func merged(_ ranges: [MergedRange]) -> SheetSurvey {
    var merged = self
    merged.ranges = ranges
    for range in ranges {
      guard let source = candidates.first(where: { $0.row.line == range.first.row })?.row,
        source.fields.indices.contains(range.first.column - 1)
      else { continue }
      let value = source.bytes[source.fields[range.first.column - 1]]
      for place in candidates.indices
      where range.rows.contains(candidates[place].row.line) && candidates[place].row.fault == nil
        && candidates[place].row.line <= WorkbookLimits.headerRows
      {
        merged.candidates[place].row.fill(value, columns: range.first.column - 1..<range.last.column)
      }
    }
    for place in candidates.indices where merged.candidates[place].row.textSize > WorkbookLimits.headerText {
      merged.candidates[place] = candidates[place]
    }
    return merged
  }
}

extension Row {
  /// Bytes of all fields, those that share a value counted each.
  fileprivate var textSize: Int { fields.reduce(0) { $0 &+ $1.count } }

  /// Gives columns one value, which is kept once.
  fileprivate mutating func fill(_ value: ArraySlice<UInt8>, columns: Range<Int>) {
    guard !value.isEmpty, bytes.count &+ value.count <= WorkbookLimits.rowText else { return }
    widen(to: columns.upperBound)
    let begin = bytes.count
    bytes.append(contentsOf: value)
    for column in columns { fields[column] = begin..<bytes.count }
  }

  /// Whether two rows hold the same texts.
  func saysTheSame(as other: Row) -> Bool {
    fields.count == other.fields.count
      && fields.indices.allSatisfy { bytes[fields[$0]] == other.bytes[other.fields[$0]] }
  }
}
