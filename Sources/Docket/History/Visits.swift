import GRDB
public import Policy
import Synchronization

extension Store {
  /// A console begins to be used.
  public func beginVisit(at seconds: Double) throws(StoreTrouble) {
    let id = try writing { db in
      try db.execute(sql: "INSERT INTO visit (began) VALUES (?)", arguments: [seconds])
      return db.lastInsertedRowID
    }
    visit.withLock { $0 = id }
  }

  /// It is left: what is known now is what its user has seen.
  public func endVisit(at seconds: Double) throws(StoreTrouble) {
    guard let id = visit.withLock({ $0 }) else { return }
    try writing { db in
      try db.execute(
        sql: "UPDATE visit SET ended = ?, version = (SELECT max(id) FROM version) WHERE id = ?",
        arguments: [seconds, id])
    }
  }
}
