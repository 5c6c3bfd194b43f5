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
      var link = EntryChain.Link(before: EntryChain.origin)
      var count = 0
      var cases = FoldedCases()
      let statement = try db.makeStatement(sql: "SELECT \(EntryColumns.columns) FROM entry ORDER BY number")
      let rows = try Row.fetchCursor(statement)
      while try rows.next() != nil {
        let columns = EntryColumns(statement)
        guard columns.number == Int64(count) + 1 else { return .broken(entry: count + 1, .number) }
        count += 1
        guard columns.follows(link) else { return .broken(entry: count, .link) }
        guard columns.close(&link) else { return .broken(entry: count, .text) }
        if let entry = columns.row.entry { cases.take(entry) }
      }
      for number in cases.undone { cases[number] = Case(entries: try CaseRows.entries(of: number, db)) }
      let heads = try Row.fetchCursor(
        db, sql: "SELECT number, head, subject, is_live, closed_at, previous FROM case_head ORDER BY number")
      while let row = try heads.next() {
        let number = Int(row.number(0))
        guard let own = cases.remove(number), CasePacking.unpacked(row.bytes(1)) == own,
          row.text(2) == own.subject.description, row.number(3) == (own.isLive ? 1 : 0),
          row.numberIfPresent(4) == own.closedAt?.milliseconds, row.numberIfPresent(5) == own.previous.map(Int64.init)
        else { return .wrongCase(number: number) }
      }
      if let missing = cases.least { return .wrongCase(number: missing) }
      return .whole(entries: count)
    }
  }
}

/// The cases as entry after entry leaves them.
private struct FoldedCases {
  /// A case is large, and an entry changes little of it: it stays where it is.
  private final class Place {
    var own: Case
    init(_ own: Case) { self.own = own }
  }

  private var places: [Int: Place] = [:]
  /// Cases of which an entry was taken back: they are to be folded anew.
  private(set) var undone: Set<Int> = []

  mutating func take(_ entry: DocketEntry) {
    if case .undone = entry.deed { undone.insert(entry.caseNumber) }
    if let place = places[entry.caseNumber] {
      place.own.apply(entry)
    } else {
      self[entry.caseNumber] = Case(opening: entry)
    }
  }

  subscript(number: Int) -> Case? {
    get { places[number]?.own }
    set { places[number] = newValue.map(Place.init) }
  }

  mutating func remove(_ number: Int) -> Case? { places.removeValue(forKey: number)?.own }

  /// The least number of a case that was not removed.
  var least: Int? { places.keys.min() }
}
