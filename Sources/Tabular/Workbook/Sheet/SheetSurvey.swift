/// What one look through a whole sheet finds: its first rows, with merged cells filled, and that the rest is sound.
struct SheetSurvey {
  struct Candidate {
    var row: Row
    /// Which row of the part it is, from 1.
    var element: Int
  }

  /// Rows among the first ten that hold anything, in their order; else the first row that does.
  private(set) var candidates: [Candidate] = []
  /// Whether the part is a sheet of cells; charts and dialogs are none.
  let isSheet: Bool
  /// Ranges that begin among the first ten rows.
  private let ranges: [MergedRange]

  init(_ container: ZipContainer, _ part: String, _ sink: SheetSink) throws(WorkbookFault) {
    let stream = try XMLStream(container, part, sink)
    while try stream.run() { candidates.append(Candidate(row: sink.row, element: sink.element)) }
    isSheet = sink.isSheet
    ranges = sink.mergedRanges
    fill()
    for place in candidates.indices where candidates[place].row.textSize > WorkbookLimits.headerText {
      candidates[place].row.refuse()
    }
  }

  /// Bytes of all candidates.
  var textSize: Int { candidates.reduce(0) { $0 &+ $1.row.textSize } }

  /// The first row that `fits`. Where cells of it reach down into rows that fit as well, those rows are one header of
  /// several lines, and the last of them says what each column is.
  func header(_ fits: (Row) -> Bool) -> Candidate? {
    let possible = candidates.filter { $0.row.line <= WorkbookLimits.headerRows && $0.row.fault == nil }
    guard let first = possible.first(where: { fits($0.row) }) else { return nil }
    let line = first.row.line
    let bottom = ranges.filter { $0.rows.contains(line) }.map(\.rows.upperBound).max() ?? line
    return possible.last { $0.row.line > line && $0.row.line <= bottom && fits($0.row) } ?? first
  }

  /// Gives every cell of a range the value of its first one.
  private mutating func fill() {
    let origin = candidates
    for range in ranges {
      guard let source = origin.first(where: { $0.row.line == range.first.row })?.row,
        source.fields.indices.contains(range.first.column - 1)
      else { continue }
      let value = source.bytes[source.fields[range.first.column - 1]]
      for place in candidates.indices
      where range.rows.contains(candidates[place].row.line) && candidates[place].row.fault == nil
        && candidates[place].row.line <= WorkbookLimits.headerRows
      {
        candidates[place].row.fill(value, columns: range.first.column - 1..<range.last.column)
      }
    }
  }
}

extension Row {
  /// Bytes of all fields, those that share a value counted each.
  fileprivate var textSize: Int { fields.reduce(0) { $0 &+ $1.count } }

  fileprivate mutating func refuse() {
    fault = .fieldTooLarge
    clear()
  }

  /// Gives columns one value, which is kept once.
  fileprivate mutating func fill(_ value: ArraySlice<UInt8>, columns: Range<Int>) {
    guard !value.isEmpty, bytes.count &+ value.count <= WorkbookLimits.rowText else { return }
    widen(to: columns.upperBound)
    let begin = bytes.count
    bytes.append(contentsOf: value)
    for column in columns { fields[column] = begin..<bytes.count }
  }
}
