import GRDB
import Policy

@testable import Docket

extension Store {
  /// What each file gives in all, as the newest version knows it.
  func sums() throws -> [String: Int64] {
    try queue.read { db in
      var sums: [Int64: Int64] = [:]
      try Head.forEachMonth(db) { key, month in
        for cell in try month.cells(of: key.month) { sums[key.path, default: 0] &+= cell.value }
      }
      var named: [String: Int64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, path FROM path") { named[row[1]] = sums[row[0]] }
      return named
    }
  }

  /// Lets the file grow by no more than so many pages: then the disk is full.
  func leave(pages: Int) throws {
    try queue.write { db in
      let used = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(used + pages)")
    }
  }

  func run(_ sql: String) throws { try queue.writeWithoutTransaction { try $0.execute(sql: sql) } }

  /// Holds the store for itself as long as `work` takes.
  func hold(_ work: () throws -> Void) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      try work()
      try db.execute(sql: "ROLLBACK")
    }
  }

  func number(_ sql: String) throws -> Int { try queue.read { try Int.fetchOne($0, sql: sql) ?? 0 } }
}
