import GRDB
import Glibc
public import Policy
import Synchronization

/// The store: a SQLite file beside the records, of what must outlive them. Usable from any thread; calls take their turn.
///
/// It may be removed at any time. Whatever is wrong with it, the records are not touched.
public final class Store: Sendable {
  /// What it is opened for.
  public enum Access: Sendable {
    /// To keep what is known; it is made where it is missing.
    case keeping
    /// To ask; nothing is made or changed.
    case asking
  }

  /// Where it lies.
  public let path: String
  /// What became known when it was opened, and does not keep it from being used; nil: nothing.
  public let notice: StoreTrouble?
  /// Nothing can be kept: only asked.
  public let isReadOnly: Bool

  let queue: DatabaseQueue
  /// What the newest version knows; nil until it is needed.
  let head = Mutex<Head?>(nil)
  /// The console's own visit; nil while there is none.
  let visit = Mutex<Int64?>(nil)
  private let mark: FileMark?

  /// How long a store that another program holds is waited for, in seconds.
  public static let patience = 5.0

  /// Opens a store. What is damaged is set aside, and a new one begun; ``notice`` says so.
  ///
  /// - Parameters:
  ///   - directory: the data directory, in which it must not lie.
  ///   - isSuspect: it has been found damaged while it was used: look at all of it.
  ///   - patience: how long another program is waited for, in seconds.
  /// - Throws: why there can be no store.
  public static func open(
    _ path: String, outside directory: String, for access: Access, isSuspect: Bool = false, at seconds: Double,
    patience: Double = Store.patience
  ) throws(StoreTrouble) -> Store {
    guard access == .keeping else {
      try StorePlace.check(path, outside: directory)
      guard FileMark(path) != nil else { throw .unusable(path: path, reason: String(cString: strerror(ENOENT))) }
      return try Store(path, isReadOnly: true, isSuspect: false, patience: patience)
    }
    try StorePlace.prepare(path, outside: directory)
    let mark = FileMark(path)
    do throws(StoreTrouble) {
      return try Store(path, isReadOnly: false, isSuspect: isSuspect, patience: patience)
    } catch {
      switch error {
      case .damaged:
        let notice = try StorePlace.setAside(path, mark, at: seconds)
        try StorePlace.prepare(path, outside: directory)
        return try Store(path, isReadOnly: false, isSuspect: false, patience: patience, notice: notice)
      case .readOnly, .newer:
        return try Store(path, isReadOnly: true, isSuspect: false, patience: patience, notice: error)
      default: throw error
      }
    }
  }

  /// Refuses a place in the data directory, under whatever name.
  public static func check(_ path: String, outside directory: String) throws(StoreTrouble) {
    try StorePlace.check(path, outside: directory)
  }

  /// Whether there is anything at that place.
  public static func exists(_ path: String) -> Bool { FileMark(path) != nil }

  private init(
    _ path: String, isReadOnly: Bool, isSuspect: Bool, patience: Double, notice: StoreTrouble? = nil
  ) throws(StoreTrouble) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.notice = notice
    mark = FileMark(path)
    let configuration = Store.configuration(isReadOnly: isReadOnly, patience: patience)
    queue = try Store.telling(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let (version, application, tables) = try queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        )
      }
      guard application == Schema.application || tables == 0 else { throw StoreTrouble.foreign(path: path) }
      if isSuspect {
        let verdict = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        guard verdict == "ok" else { throw StoreTrouble.damaged(path: path) }
      }
      if !isReadOnly {
        guard version <= Schema.steps.count else { throw StoreTrouble.newer(path: path) }
        try Schema.migrate(queue)
      } else if version < Schema.steps.count {
        throw StoreTrouble.unusable(path: path, reason: "made by an older version; open the console on it once")
      }
      return queue
    }
  }

  /// The file under the name is still the one that was opened: it may have been removed, or set aside by another.
  public var isInPlace: Bool { FileMark(path) == mark }

  static func configuration(isReadOnly: Bool, patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      // What stands in the file's schema is not trusted, and its pages are checked as they are read.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA mmap_size = 0")
      guard !isReadOnly else { return }
      // Not WAL: SQLite before 3.51.3 may corrupt it when two connections write (the WAL-reset bug), and a database in
      // WAL mode cannot be opened on a medium that is read only.
      try db.execute(sql: "PRAGMA journal_mode = \(Store.journalMode)")
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  // MARK: Errors

  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreTrouble) -> Value {
    try Store.telling(path) { try queue.read(body) }
  }

  /// All of it or nothing, on the disk before it returns.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreTrouble) -> Value {
    guard !isReadOnly else { throw .readOnly(path: path) }
    return try Store.telling(path) { try queue.write(body) }
  }

  static func telling<Value>(_ path: String, _ body: () throws -> Value) throws(StoreTrouble) -> Value {
    do { return try body() } catch let trouble as StoreTrouble { throw trouble } catch is PackingFault {
      throw .damaged(path: path)
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_FULL: throw .full(path: path)
      case .SQLITE_READONLY: throw .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .damaged(path: path)
      default: throw .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
      }
    } catch { throw .unusable(path: path, reason: "\(error)") }
  }
}
