import Tabular

/// The rows of a file; a watcher may ask that a last line without a line end be held back.
struct RowFeed: Sendable {
  /// The line that was held back; nil while none was.
  private(set) var heldLine: Int?

  private var reader: DelimitedReader
  private let holdsUnfinished: Bool
  private var ahead = Row()
  private var hasAhead = false
  private var isPrimed = false

  init(_ bytes: [UInt8], _ format: FileFormat, holdsUnfinished: Bool) {
    reader = DelimitedReader(bytes, delimiter: format == .tsv ? UInt8(ascii: "\t") : UInt8(ascii: ","))
    self.holdsUnfinished = holdsUnfinished
  }

  /// How the file's bytes became text.
  var encoding: TextEncoding { reader.encoding }

  /// Reads the next row; false at the end.
  mutating func next(_ row: inout Row) -> Bool {
    guard holdsUnfinished else { return reader.next(&row) }
    if !isPrimed {
      isPrimed = true
      advance()
    }
    guard hasAhead else { return false }
    swap(&row, &ahead)
    advance()
    return true
  }

  /// Looks one row ahead: only then it is known whether that row has its line end.
  private mutating func advance() {
    hasAhead = reader.next(&ahead)
    if hasAhead && reader.endedWithoutLineEnd && !ahead.isBlank {
      heldLine = ahead.line
      hasAhead = false
    }
  }
}
