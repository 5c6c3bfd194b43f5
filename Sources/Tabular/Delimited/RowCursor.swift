/// Reads rows out of bytes that a caller shows piece by piece.
///
/// RFC 4180 with what people's files hold besides: CR, LF and CRLF each end a line, also inside quotes; a quote in the
/// middle of an unquoted field is a character; text after a closing quote belongs to the field. Empty lines are
/// counted and skipped. A row that cannot be read says so in ``Row/fault`` and reading goes on behind it.
package struct RowCursor: Sendable {
  /// What a step came to.
  package enum Step: Hashable, Sendable {
    /// A row was read.
    case row
    /// Nothing is left.
    case end
    /// The row may go on behind the bytes at hand: show more of them, beginning at the same place.
    case more
  }

  /// How the file's bytes become text.
  package let encoding: TextEncoding
  /// The line on which the next row begins, counted from 1.
  package var line = 1
  /// The last row read ended at the end of the file without a line end, or in an open quote.
  package private(set) var endedWithoutLineEnd = false
  /// Bytes looked at so far, repeats counted.
  private(set) var work = 0

  private let table: GB18030Table?
  private var scanner: RowScanner

  /// The bytes shown must be UTF-8 or GB18030; UTF-16 must have been turned into UTF-8.
  package init(_ encoding: TextEncoding, delimiter: UInt8) {
    self.init(encoding, delimiter: delimiter, fieldLimit: RowScanner.standardFieldLimit, table: GB18030Table.system)
  }

  init(
    _ encoding: TextEncoding, delimiter: UInt8, fieldLimit: Int, table: @autoclosure () -> GB18030Table?
  ) {
    self.encoding = encoding
    self.table = encoding == .gb18030 ? table() : nil
    scanner = RowScanner(delimiter: delimiter, fieldLimit: fieldLimit)
  }

  /// The bytes before `place` are no longer shown: places are counted from there now.
  package mutating func shift(by place: Int) { scanner.shift(by: place) }

  /// Reads the row at `position` into `row` (reusing its storage), which stays as it was where there is none.
  ///
  /// `isFinal` says that nothing follows the bytes at hand.
  package mutating func next(_ row: inout Row, in view: ByteView, at position: inout Int, isFinal: Bool) -> Step {
    while position < view.count, view[position] == .lineFeed || view[position] == .carriageReturn {
      let next = view.afterLineEnd(at: position)
      // The other half of a CRLF may be still to come.
      if !isFinal, next == view.count, view[position] == .carriageReturn { return .more }
      position = next
      line &+= 1
    }
    guard position < view.count else { return isFinal ? .end : .more }
    let start = position
    row.fields.removeAll(keepingCapacity: true)
    guard let scan = scanner.scan(view, from: start, isFinal: isFinal, into: &row.fields) else { return .more }
    take(scan, from: start, into: &row, in: view)
    position = scan.next
    return .row
  }

  /// Refuses the row at `position`, which is longer than can be shown: it ends with its first line.
  ///
  /// Returns false while that line's end is not among the bytes; then all of them were passed over.
  package mutating func skip(_ row: inout Row, in view: ByteView, at position: inout Int, isFinal: Bool) -> Bool {
    let end = view.firstLineEnd(from: position)
    position = view.afterLineEnd(at: end)
    guard isFinal || end < view.count else { return false }
    row.clear()
    row.line = line
    row.fault = .fieldTooLarge
    line &+= 1
    return true
  }

  private mutating func take(_ scan: RowScan, from start: Int, into row: inout Row, in view: ByteView) {
    row.line = line
    row.bytes.removeAll(keepingCapacity: true)
    line &+= scan.lines
    work &+= scan.looked &- start
    endedWithoutLineEnd = scan.end == view.count
    row.fault = fill(&row, with: scan, from: start, in: view)
    if row.fault != nil { row.clear() }
  }

  /// Puts the row's text into it, or says why not.
  private func fill(_ row: inout Row, with scan: RowScan, from start: Int, in view: ByteView) -> RowFault? {
    switch encoding {
    case .gb18030 where scan.hasNonASCII:
      guard decode(&row, with: scan, from: start, in: view) else { return .invalidEncoding }
    default:
      if scan.hasNonASCII, !StrictUTF8.isValid(view, in: start..<scan.end) { return .invalidEncoding }
      if scan.damage == nil {
        row.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: view.buffer[start..<scan.end]))
      }
    }
    switch scan.damage {
    case .openAtEnd, .tooFar: return .unterminatedQuote
    case .tooLarge: return .fieldTooLarge
    case nil: break
    }
    for field in scanner.quotedFields where row.undoQuotes(ofField: field) > scanner.fieldLimit {
      return .fieldTooLarge
    }
    row.trimFields()
    return nil
  }

  /// Decodes field by field while the quotes still stand, since a character never reaches over one.
  private func decode(_ row: inout Row, with scan: RowScan, from start: Int, in view: ByteView) -> Bool {
    guard let table else { return view.firstNonASCII(from: start) >= scan.end }
    guard scan.damage == nil else { return table.decode(view, in: start..<scan.end, into: &row.bytes) }
    for index in row.fields.indices {
      let field = row.fields[index]
      let begin = row.bytes.count
      guard
        table.decode(view, in: start &+ field.lowerBound..<start &+ field.upperBound, into: &row.bytes)
      else { return false }
      row.fields[index] = begin..<row.bytes.count
    }
    return true
  }
}
