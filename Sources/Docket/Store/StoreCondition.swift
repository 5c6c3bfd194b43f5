import GRDB
import Glibc
public import Policy

/// How a store is, without anything being done to it.
public struct StoreCondition: Hashable, Sendable {
  /// In bytes.
  public let size: Int64
  /// Of its tables; the program's own is ``newest``.
  public let version: Int
  /// As SQLite names it: `delete`, `wal` …
  public let journal: String
  /// Entries of the docket.
  public let entries: Int
  /// Every page of it is sound.
  public let isWhole: Bool

  /// The version of the tables that this program makes.
  public static var newest: Int { Schema.steps.count }
}

extension Store {
  /// Opens what lies at `path` for reading and looks at all of it. An older or newer version is told, not refused.
  ///
  /// - Parameter patience: how long another program that holds it is waited for, in seconds.
  /// - Throws: why it cannot be read.
  public static func examine(_ path: String, patience: Double) throws(StoreTrouble) -> StoreCondition {
    var status = stat()
    guard stat(path, &status) == 0 else { throw StorePlace.trouble(path, errno) }
    let size = Int64(status.st_size)
    return try telling(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: configuration(isReadOnly: true, patience: patience))
      return try queue.read { db in
        let tables = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.application || tables.isEmpty else { throw StoreTrouble.foreign(path: path) }
        return StoreCondition(
          size: size, version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
          entries: tables.contains("entry") ? try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0 : 0,
          isWhole: try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok")
      }
    }
  }

  /// How a store that this program writes keeps its journal, as SQLite names it.
  public static let journalMode = "delete"

  /// The version of the SQLite that the program runs with; nil where even that cannot be asked.
  public static var libraryVersion: String? {
    try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
  }
}
