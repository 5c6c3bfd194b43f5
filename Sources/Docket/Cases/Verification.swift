import Foundation
import GRDB
public import Policy

/// Whether the docket's chain is whole.
public enum DocketVerdict: Hashable, Sendable {
  /// So many entries, each as it was written.
  case whole(entries: Int)
  /// The first entry that breaks it.
  case broken(entry: Int, DocketBreak)
  /// All entries are whole, and a case is not what they make of it.
  case wrongCase(number: Int)
}

/// What is wrong with an entry.
public enum DocketBreak: String, Hashable, Sendable, CaseIterable {
  /// Its number is not the one that follows.
  case number
  /// It does not carry the hash of the entry before.
  case link
  /// What it says is not what was hashed.
  case text
}

extension Store {
  /// Goes through every entry: its number, the hash it carries of the one before, its own; then through every case.
  public func verify() throws(StoreTrouble) -> DocketVerdict {
    try reading { db in
      var before = EntryChain.origin
      var count = 0
      var cases: [Int: Case] = [:]
      var refolded: Set<Int> = []
      let sql = "SELECT \(EntryChain.Row.columns), before, hash FROM entry ORDER BY number"
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() {
        let own = EntryChain.Row(row)
        guard own.number == Int64(count) + 1 else { return .broken(entry: count + 1, .number) }
        count += 1
        guard try Store.equal(row, 7, before) else { return .broken(entry: count, .link) }
        let hash = EntryChain.hash(own, before: before)
        guard try Store.equal(row, 8, hash), try Store.isWhole(row, own) else { return .broken(entry: count, .text) }
        before = hash
        guard let entry = own.entry else { continue }
        if case .undone = entry.deed { refolded.insert(entry.caseNumber) }
        if cases[entry.caseNumber] == nil {
          cases[entry.caseNumber] = Case(opening: entry)
        } else {
          cases[entry.caseNumber]?.apply(entry)
        }
      }
      for number in refolded { cases[number] = Case(entries: try CaseRows.entries(of: number, db)) }
      let heads = try Row.fetchCursor(
        db, sql: "SELECT number, head, subject, is_live, closed_at, previous FROM case_head ORDER BY number")
      while let row = try heads.next() {
        let number = Int(row.number(0))
        guard let own = cases.removeValue(forKey: number), CasePacking.unpacked(row.bytes(1)) == own,
          row.text(2) == own.subject.description, row.number(3) == (own.isLive ? 1 : 0),
          row.numberIfPresent(4) == own.closedAt?.milliseconds, row.numberIfPresent(5) == own.previous.map(Int64.init)
        else { return .wrongCase(number: number) }
      }
      if let missing = cases.keys.min() { return .wrongCase(number: missing) }
      return .whole(entries: count)
    }
  }

  /// Nothing stands behind a text that reading it does not see, such as behind a zero byte.
  private static func isWhole(_ row: Row, _ own: EntryChain.Row) throws -> Bool {
    for (column, text) in [(3, own.actor ?? ""), (4, own.kind), (5, own.fields), (6, own.reason)] {
      let count = try row.withUnsafeData(atIndex: column) { $0?.count ?? 0 }
      if count != text.utf8.count { return false }
    }
    return true
  }

  private static func equal(_ row: Row, _ column: Int, _ bytes: [UInt8]) throws -> Bool {
    try row.withUnsafeData(atIndex: column) { data in data.map { $0.elementsEqual(bytes) } ?? false }
  }
}
