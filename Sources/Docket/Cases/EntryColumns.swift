import GRDB
import GRDBSQLite
import Glibc

/// An entry's row as it stands in the file, nothing of it copied: what ``Store/verify()`` hashes. Holds only until the
/// statement goes on.
struct EntryColumns {
  private let statement: SQLiteStatement

  /// The columns of a statement that selects ``columns``, at its current row.
  init(_ statement: Statement) { self.statement = statement.sqliteStatement }

  static let columns = "\(EntryChain.Row.columns), before, hash"

  /// The entry's number; 0 where none stands there.
  var number: Int64 { sqlite3_column_type(statement, 0) == SQLITE_INTEGER ? sqlite3_column_int64(statement, 0) : 0 }

  /// Whether the entry carries the hash of the one before.
  func follows(_ link: EntryChain.Link) -> Bool { isBlob(7, link.hash) }

  /// Closes the link with the entry. False where the entry carries another hash, or something stands there that no
  /// entry has.
  func close(_ link: inout EntryChain.Link) -> Bool {
    for column: Int32 in 0...2 {
      guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return false }
      link.add(sqlite3_column_int64(statement, column))
    }
    for column: Int32 in 3...6 {
      if column == 3, sqlite3_column_type(statement, column) == SQLITE_NULL {
        link.addNothing()
      } else if let text = text(column) {
        link.add(text)
      } else {
        return false
      }
    }
    link.close()
    return isBlob(8, link.hash)
  }

  /// The entry in values, once its hash is found right.
  var row: EntryChain.Row {
    func string(_ column: Int32) -> String { text(column).map { String(decoding: $0, as: UTF8.self) } ?? "" }
    return EntryChain.Row(
      number: number, caseNumber: sqlite3_column_int64(statement, 1), at: sqlite3_column_int64(statement, 2),
      actor: sqlite3_column_type(statement, 3) == SQLITE_NULL ? nil : string(3), kind: string(4), fields: string(5),
      reason: string(6))
  }

  /// All bytes of a text, also those behind a zero byte; nil where something else stands there.
  private func text(_ column: Int32) -> UnsafeRawBufferPointer? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, column)
    else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  private func isBlob(_ column: Int32, _ bytes: [UInt8]) -> Bool {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB, let start = sqlite3_column_blob(statement, column)
    else { return false }
    return sqlite3_column_bytes(statement, column) == bytes.count && memcmp(start, bytes, bytes.count) == 0
  }
}
