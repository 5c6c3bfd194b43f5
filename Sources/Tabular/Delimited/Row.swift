/// One row of a table as its file has it: fields as UTF-8 bytes, trimmed, with the line it begins on.
///
/// A row is reused from read to read, so that reading allocates nothing per row.
public struct Row: Sendable {
  /// The line on which the row begins, as an editor shows it: from 1; CR, LF and CRLF each end a line.
  public internal(set) var line: Int
  /// Why the row must be refused whatever it holds; nil where its bytes are sound. Such a row has no fields.
  public internal(set) var fault: RowFault?
  /// Bytes that hold the fields: UTF-8, quotes undone. What stands between the fields means nothing.
  public internal(set) var bytes: [UInt8]
  /// Where each field stands in ``bytes``, trimmed of blanks, tabs, NBSP and U+3000.
  public internal(set) var fields: [Range<Int>]

  /// A row to read into.
  public init() {
    line = 0
    fault = nil
    bytes = []
    fields = []
  }

  /// Takes everything out but the line and the fault.
  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Whether every field is empty; such rows are skipped in silence. A row with a fault is never blank.
  public var isBlank: Bool { fault == nil && fields.allSatisfy { $0.isEmpty } }

  /// The field's text, not yet normalised; empty for a field that the row does not have.
  public func string(_ index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    return String(decoding: bytes[fields[index]], as: UTF8.self)
  }
}

/// Why a whole row is refused (`data-directory.md`, What bad input gets), in the order in which they are told.
public enum RowFault: Hashable, Sendable {
  /// Bytes that are not in the file's encoding.
  case invalidEncoding
  /// A quote that is never closed, or that runs over more than 64 KiB.
  case unterminatedQuote
  /// A field over 64 KiB.
  case fieldTooLarge
}
