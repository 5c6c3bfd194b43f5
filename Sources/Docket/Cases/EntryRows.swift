import Foundation
import GRDB
import Policy

extension EntryChain.Row {
  init(_ entry: DocketEntry) {
    let deed = entry.deed.fields
    number = Int64(entry.number)
    caseNumber = Int64(entry.caseNumber)
    at = entry.at.milliseconds
    actor = entry.actor.name
    kind = deed.kind
    fields = FieldsText.text(deed.fields)
    reason = entry.reason
  }

  /// From the columns `number, case_number, at, actor, kind, fields, reason`, in that order.
  init(_ row: Row) {
    number = row.number(0)
    caseNumber = row.number(1)
    at = row.number(2)
    actor = row.textIfPresent(3)
    kind = row.text(4)
    fields = row.text(5)
    reason = row.text(6)
  }

  static let columns = "number, case_number, at, actor, kind, fields, reason"

  /// The entry; nil where a later version wrote it, or it is damaged.
  var entry: DocketEntry? {
    guard let pairs = FieldsText.fields(fields), let deed = Deed(DeedFields(kind, pairs)),
      let number = Int(exactly: number), let caseNumber = Int(exactly: caseNumber), number > 0, caseNumber > 0
    else { return nil }
    return DocketEntry(
      number: number, caseNumber: caseNumber, at: Moment(milliseconds: at), actor: actor.map { .person($0) } ?? .system,
      deed: deed, reason: reason)
  }
}

/// What appending needs to know of the docket's end, and does.
struct EntryWriter {
  private let db: Database
  private(set) var last: Int
  private var hash: [UInt8]

  init(_ db: Database) throws {
    self.db = db
    let row = try Row.fetchOne(db, sql: "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1")
    last = Int(row?.number(0) ?? 0)
    hash = row?.bytes(1) ?? EntryChain.origin
    guard last >= 0, last < Int.max, hash.count == EntryChain.origin.count else { throw PackingFault() }
  }

  /// Appends an entry to a case, and brings the case up to date.
  mutating func append(
    _ deed: Deed, to number: Int, _ own: Case?, by actor: Actor, at moment: Moment, reason: String
  ) throws -> (entry: DocketEntry, own: Case?) {
    let entry = DocketEntry(
      number: last + 1, caseNumber: number, at: moment, actor: actor, deed: deed, reason: reason)
    let row = EntryChain.Row(entry)
    let next = EntryChain.hash(row, before: hash)
    try db.cachedStatement(sql: EntryWriter.insertion).execute(arguments: [
      row.number, row.caseNumber, row.at, row.actor, row.kind, row.fields, row.reason, Data(hash), Data(next),
    ])
    last += 1
    hash = next
    var own = own
    if case .undone = deed {
      own = Case(entries: try CaseRows.entries(of: number, db))
    } else if own == nil {
      own = Case(opening: entry)
    } else {
      own?.apply(entry)
    }
    if let own { try CaseRows.put(own, db) }
    if let name = actor.name {
      try db.cachedStatement(
        sql: "INSERT INTO person (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at"
      ).execute(arguments: [name, moment.milliseconds])
    }
    return (entry, own)
  }

  private static let insertion =
    "INSERT INTO entry (\(EntryChain.Row.columns), before, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
}

/// The cases as rows.
enum CaseRows {
  static func entries(of number: Int, _ db: Database) throws -> [DocketEntry] {
    let sql = "SELECT \(EntryChain.Row.columns) FROM entry WHERE case_number = ? ORDER BY number"
    return try Row.fetchAll(db, sql: sql, arguments: [number]).compactMap { EntryChain.Row($0).entry }
  }

  /// From the columns `number, head`.
  static func own(_ row: Row, _ db: Database) throws -> Case? {
    if let own = CasePacking.unpacked(row.bytes(1)) { return own }
    return Case(entries: try entries(of: Int(row.number(0)), db))
  }

  static func own(_ number: Int, _ db: Database) throws -> Case? {
    try Row.fetchOne(db, sql: "SELECT number, head FROM case_head WHERE number = ?", arguments: [number])
      .flatMap { try own($0, db) }
  }

  static func living(_ subject: CaseSubject, _ db: Database) throws -> Case? {
    let sql = "SELECT number, head FROM case_head WHERE subject = ? AND is_live"
    return try Row.fetchOne(db, sql: sql, arguments: [subject.description]).flatMap { try own($0, db) }
  }

  static func put(_ own: Case, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO case_head (number, subject, is_live, closed_at, previous, head) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET is_live = excluded.is_live, closed_at = excluded.closed_at,
          previous = excluded.previous, head = excluded.head
        """
    ).execute(arguments: [
      own.number, own.subject.description, own.isLive, own.closedAt?.milliseconds, own.previous,
      Data(CasePacking.bytes(own)),
    ])
  }

  static func newestNumber(_ db: Database) throws -> Int {
    let newest = try Int.fetchOne(db, sql: "SELECT max(number) FROM case_head") ?? 0
    guard newest >= 0, newest < Int.max else { throw PackingFault() }
    return newest
  }

  /// The number of a later case of the same subject; nil: none.
  static func successor(of number: Int, _ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT number FROM case_head WHERE previous = ?", arguments: [number])
  }
}
