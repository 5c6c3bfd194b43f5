import Foundation
import GRDB
public import Policy
import Synchronization

extension Store {
  /// What changed between a base and what the store knows last.
  public func changes(_ question: ChangesQuestion) throws(StoreTrouble) -> KnownChanges {
    try reading { db in
      var answer = KnownChanges(question: question)
      guard let ends = try Row.fetchOne(db, sql: "SELECT min(id), max(id) FROM version"), let first = ends[0] as Int64?,
        let newest = ends[1] as Int64?
      else { return answer }
      answer.keptSince = try Store.moment(of: first, db)
      answer.keptUntil = try Store.moment(of: newest, db)
      let base = try Store.base(question.base, before: visit.withLock { $0 }, db)
      answer.base = base.at
      answer.isSinceFirst = base.version == nil
      var sum = ChangeSum(through: question.asOf, revisedBefore: Day(shanghai: answer.since ?? 0))
      let rows = try Row.fetchCursor(
        db, sql: "SELECT changes FROM version WHERE id > ? ORDER BY id", arguments: [base.version ?? first])
      while let row = try rows.next() { sum.add(try VersionChanges(packed: [UInt8](row[0] as Data))) }
      let pairs = try Head.pairs(db)
      answer.files = sum.files.count
      answer.figures = try sum.figures(now: try Store.actuals(db, through: question.asOf), pairs)
      answer.targets = sum.targets(pairs)
      return answer
    }
  }

  /// The newest version that is part of a base, and the base's moment; nil where there is none.
  private static func base(
    _ base: ChangesBase, before visit: Int64?, _ db: Database
  ) throws -> (version: Int64?, at: Double?) {
    switch base {
    case .lastVisit:
      // A visit that was killed has no end, and does not count: rather more is shown than less.
      let row = try Row.fetchOne(
        db, sql: "SELECT version, ended FROM visit WHERE ended IS NOT NULL AND id < ? ORDER BY ended DESC LIMIT 1",
        arguments: [visit ?? .max])
      return (row?[0], row?[1])
    case .day(let day):
      let end = day.endInShanghai
      return (try Int64.fetchOne(db, sql: "SELECT max(id) FROM version WHERE at < ?", arguments: [end]), end)
    }
  }

  static func moment(of version: Int64, _ db: Database) throws -> Double? {
    try Double.fetchOne(db, sql: "SELECT at FROM version WHERE id = ?", arguments: [version])
  }

  /// The sums of all files by pair, through the end of a day.
  private static func actuals(_ db: Database, through day: Day) throws -> [Int64: Int64] {
    var sums: [Int64: Int64] = [:]
    let last = Month(of: day)
    try Head.forEachMonth(db) { key, month in
      guard key.month <= last else { return }
      for cell in try month.cells(of: key.month) where cell.day <= day.number {
        sums[cell.pair, default: 0] &+= cell.value
      }
    }
    return sums
  }
}

/// The changes of several versions, one after another.
private struct ChangeSum {
  private let through: Day
  private let revisedBefore: Day
  private(set) var files: Set<Int64> = []
  private var differences: [Int64: (all: Int64, revised: Int64)] = [:]
  private var targets: [Int64: (before: Int64?, after: Int64?)] = [:]

  init(through: Day, revisedBefore: Day) {
    self.through = through
    self.revisedBefore = revisedBefore
  }

  mutating func add(_ changes: VersionChanges) {
    for file in changes.files {
      files.insert(file.path)
      for cell in file.cells where cell.day <= through.number {
        var sum = differences[cell.pair] ?? (0, 0)
        sum.all &+= cell.value
        if cell.day < revisedBefore.number { sum.revised &+= cell.value }
        differences[cell.pair] = sum
      }
    }
    for target in changes.targets {
      targets[target.pair] = (targets[target.pair].map(\.before) ?? target.before, target.after)
    }
  }

  func figures(now: [Int64: Int64], _ pairs: [Int64: TargetKey]) throws(PackingFault) -> [FigureChange] {
    var figures: [FigureChange] = []
    for (pair, difference) in differences where difference.all != 0 || difference.revised != 0 {
      guard let key = pairs[pair] else { throw PackingFault() }
      let after = now[pair] ?? 0
      figures.append(
        FigureChange(key: key, before: after &- difference.all, after: after, revised: difference.revised))
    }
    return figures.sorted { $0.key < $1.key }
  }

  func targets(_ pairs: [Int64: TargetKey]) -> [TargetChange] {
    targets.compactMap { pair, target in
      guard target.before != target.after, let key = pairs[pair] else { return nil }
      return TargetChange(key: key, before: target.before, after: target.after)
    }.sorted { $0.key < $1.key }
  }
}

extension TargetKey {
  /// By district, then item.
  static func < (a: TargetKey, b: TargetKey) -> Bool { (a.district, a.item) < (b.district, b.item) }
}
