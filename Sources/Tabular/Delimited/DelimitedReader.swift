/// Reads the rows of a CSV or TSV file from its bytes.
///
/// RFC 4180 with what people's files hold besides: CR, LF and CRLF each end a line, also inside quotes; a quote in the
/// middle of an unquoted field is a character; text after a closing quote belongs to the field. Empty lines are
/// counted and skipped. A row that cannot be read says so in ``Row/fault`` and reading goes on behind it.
public struct DelimitedReader: Sendable {
  /// How the file's bytes became text.
  public let encoding: TextEncoding
  /// The last row read ended at the end of the file without a line end, or in an open quote (a watcher holds such a
  /// row back).
  public private(set) var endedWithoutLineEnd = false

  private let bytes: [UInt8]
  private let table: GB18030Table?
  private var scanner: RowScanner
  private var position: Int
  private var line = 1
  /// Bytes looked at so far, repeats counted.
  private(set) var work = 0

  /// Decides the encoding from the bytes: a byte order mark; else UTF-8 if at least half of the first 1,000 lines that
  /// hold a byte that is not ASCII are valid UTF-8 (or none does); else GB18030 (`data-directory.md`, Text).
  ///
  /// - Parameter delimiter: `0x2C` for CSV, `0x09` for TSV; neither a quote nor a line end.
  public init(_ bytes: [UInt8], delimiter: UInt8) {
    self.init(bytes, delimiter: delimiter, fieldLimit: RowScanner.standardFieldLimit)
  }

  /// As above, with another longest field and another table, which is asked for only if the file needs it.
  init(
    _ bytes: [UInt8], delimiter: UInt8, fieldLimit: Int,
    table: @autoclosure () -> GB18030Table? = GB18030Table.system
  ) {
    let decision = bytes.withUnsafeBufferPointer { EncodingDecision(ByteView($0)) }
    encoding = decision.encoding
    scanner = RowScanner(delimiter: delimiter, fieldLimit: fieldLimit)
    switch decision.encoding {
    case .utf8, .gb18030:
      self.bytes = bytes
      position = decision.markLength
    case .utf16LittleEndian, .utf16BigEndian:
      self.bytes = bytes.withUnsafeBufferPointer {
        UTF16Text.utf8(
          ByteView($0), from: decision.markLength, bigEndian: decision.encoding == .utf16BigEndian)
      }
      position = 0
    }
    self.table = decision.encoding == .gb18030 ? table() : nil
  }

  /// Reads the next row into `row` (reusing its storage); false at the end, with `row` left as it was.
  public mutating func next(_ row: inout Row) -> Bool {
    let bytes = bytes
    return bytes.withUnsafeBufferPointer { next(&row, in: ByteView($0)) }
  }

  private mutating func next(_ row: inout Row, in view: ByteView) -> Bool {
    while position < view.count, view[position] == .lineFeed || view[position] == .carriageReturn {
      position = view.afterLineEnd(at: position)
      line &+= 1
    }
    guard position < view.count else { return false }
    let start = position
    row.line = line
    row.fault = nil
    row.fields.removeAll(keepingCapacity: true)
    row.bytes.removeAll(keepingCapacity: true)
    let scan = scanner.scan(view, from: start, into: &row.fields)
    position = scan.next
    line &+= scan.lines
    work &+= scan.looked &- start
    endedWithoutLineEnd = scan.end == view.count
    row.fault = fill(&row, with: scan, from: start, in: view)
    if row.fault != nil {
      row.fields.removeAll(keepingCapacity: true)
      row.bytes.removeAll(keepingCapacity: true)
    }
    return true
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
