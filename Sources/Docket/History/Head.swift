import Foundation
import GRDB
import Policy

/// What the newest version knows, in memory: new readings are compared with it.
struct Head: Sendable {
  /// The newest version; 0: none is kept yet.
  var version: Int64
  var paths: [String: Int64] = [:]
  var pairs: [TargetKey: Int64] = [:]
  /// By path, then month; a file that gives nothing has none.
  var files: [Int64: [Month: MonthSums]] = [:]
  var targets: [Int64: Int64] = [:]

  static func newestVersion(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM version") ?? 0
  }

  init(_ db: Database) throws {
    version = try Head.newestVersion(db)
    let rows = try Row.fetchCursor(db, sql: "SELECT id, path FROM path")
    while let row = try rows.next() { paths[row[1]] = row[0] }
    pairs = Dictionary(try Head.pairs(db).map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    try Head.forEachMonth(db) { key, sums in files[key.path, default: [:]][key.month] = sums }
    let set = try Row.fetchCursor(db, sql: "SELECT pair, target FROM target")
    while let row = try set.next() { targets[row[0]] = row[1] }
  }

  /// District and item by the id of their row.
  static func pairs(_ db: Database) throws -> [Int64: TargetKey] {
    var pairs: [Int64: TargetKey] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT id, district, item FROM pair")
    while let row = try rows.next() {
      pairs[row[0]] = TargetKey(district: DistrictCode(rawValue: row[1]), item: ItemID(rawValue: row[2]))
    }
    return pairs
  }

  static func forEachMonth(_ db: Database, _ body: (HeadKey, MonthSums) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, sums FROM head")
    while let row = try rows.next() {
      try body(HeadKey(id: row[0]), MonthSums(bytes: [UInt8](row[1] as Data)))
    }
  }
}
