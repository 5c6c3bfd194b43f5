import Foundation
import GRDB
public import Policy

extension Store {
  /// The revisions, the newest first: every one is counted, and as many are listed as were asked for.
  public func revisions(_ question: RevisionsQuestion) throws(StoreTrouble) -> RevisionList {
    try reading { db in
      var list = RevisionList(question: question)
      guard let first = try Int64.fetchOne(db, sql: "SELECT min(id) FROM version") else { return list }
      list.keptSince = try Store.moment(of: first, db)
      let pairs = try Head.pairs(db)
      let wanted = question.district.map { district in
        Set(pairs.filter { $0.value.district == district }.map(\.key))
      }
      // From what is known now, every version leads back to the one before.
      var figures: [MonthFigure: Int64] = [:]
      try Head.forEachMonth(db) { key, sums in
        for cell in try sums.cells(of: key.month) {
          figures[MonthFigure(pair: cell.pair, month: key.month), default: 0] &+= cell.value
        }
      }
      var paths: [Int64: String] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, at, changes FROM version WHERE id > ? ORDER BY id DESC", arguments: [first])
      while let row = try rows.next() {
        let changes = try VersionChanges(packed: [UInt8](row[2] as Data))
        let at: Double = row[1]
        let day = Day(shanghai: at)
        var found: [Revision] = []
        for (figure, parts) in Store.parts(of: changes) {
          let difference = parts.reduce(0) { $0 &+ $1.difference }
          let after = figures[figure] ?? 0
          figures[figure] = after &- difference
          guard difference != 0, question.rule.isClosed(figure.month, on: day), wanted?.contains(figure.pair) ?? true
          else { continue }
          list.total += 1
          guard list.revisions.count < question.limit, let key = pairs[figure.pair] else { continue }
          let named = try parts.withoutPairs.map { part in
            Revision.Part(path: try Store.path(part.path, db, &paths), difference: part.difference)
          }
          found.append(
            Revision(
              version: row[0], at: at, key: key, month: figure.month, before: after &- difference, after: after,
              parts: named))
        }
        found.sort { a, b in
          let (x, y) = (a.difference.magnitude, b.difference.magnitude)
          return x == y ? (a.month, a.key.district, a.key.item) < (b.month, b.key.district, b.key.item) : x > y
        }
        list.revisions += found.prefix(question.limit - list.revisions.count)
      }
      return list
    }
  }

  private struct MonthFigure: Hashable {
    var pair: Int64
    var month: Month
  }

  /// What each file adds to each month's figure.
  private static func parts(of changes: VersionChanges) -> [MonthFigure: [FilePart]] {
    var parts: [MonthFigure: [FilePart]] = [:]
    for file in changes.files {
      var own: [MonthFigure: Int64] = [:]
      for cell in file.cells {
        own[MonthFigure(pair: cell.pair, month: Month(of: Day(number: cell.day))), default: 0] &+= cell.value
      }
      for (figure, difference) in own where difference != 0 {
        parts[figure, default: []].append(FilePart(path: file.path, difference: difference))
      }
    }
    return parts
  }

  private static func path(_ id: Int64, _ db: Database, _ known: inout [Int64: String]) throws -> String {
    if let path = known[id] { return path }
    let path = try String.fetchOne(db, sql: "SELECT path FROM path WHERE id = ?", arguments: [id]) ?? ""
    known[id] = path
    return path
  }
}

private struct FilePart {
  var path: Int64
  var difference: Int64
}

extension [FilePart] {
  /// Without parts of which another one is the exact opposite, the largest first.
  fileprivate var withoutPairs: [FilePart] {
    var left: [FilePart] = []
    for part in self {
      if let opposite = left.firstIndex(where: { $0.difference == 0 &- part.difference }) {
        left.remove(at: opposite)
      } else {
        left.append(part)
      }
    }
    return left.sorted { a, b in
      let (x, y) = (a.difference.magnitude, b.difference.magnitude)
      return x == y ? a.path < b.path : x > y
    }
  }
}
