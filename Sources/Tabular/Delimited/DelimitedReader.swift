/// Reads the rows of a CSV or TSV text that is in memory as a whole; ``RowCursor`` says how.
public struct DelimitedReader: Sendable {
  /// How the file's bytes became text.
  public var encoding: TextEncoding { cursor.encoding }
  /// The last row read ended at the end of the file without a line end, or in an open quote (a watcher holds such a
  /// row back).
  public var endedWithoutLineEnd: Bool { cursor.endedWithoutLineEnd }

  private let bytes: [UInt8]
  private var cursor: RowCursor
  private var position: Int
  /// Bytes looked at so far, repeats counted.
  var work: Int { cursor.work }

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
    switch decision.encoding {
    case .utf8, .gb18030:
      self.bytes = bytes
      position = decision.markLength
    case .utf16LittleEndian, .utf16BigEndian:
      var text = UTF16Text(bigEndian: decision.encoding == .utf16BigEndian)
      var out: [UInt8] = []
      bytes.withUnsafeBufferPointer {
        text.append(UnsafeBufferPointer(rebasing: $0[decision.markLength...]), isFinal: true, to: &out)
      }
      self.bytes = out
      position = 0
    }
    cursor = RowCursor(decision.encoding, delimiter: delimiter, fieldLimit: fieldLimit, table: table())
  }

  /// Reads the next row into `row` (reusing its storage); false at the end, with `row` left as it was.
  public mutating func next(_ row: inout Row) -> Bool {
    let bytes = bytes
    return bytes.withUnsafeBufferPointer {
      cursor.next(&row, in: ByteView($0), at: &position, isFinal: true) == .row
    }
  }
}
