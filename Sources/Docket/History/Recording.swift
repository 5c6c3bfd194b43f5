import Foundation
import GRDB
public import Policy
import Synchronization

extension Store {
  /// What came of keeping something.
  public enum Kept: Hashable, Sendable {
    /// The store knew it already.
    case nothingNew
    /// It is the version of that number.
    case version(Int64)
  }

  /// Keeps what is known now, as one version, where it differs from what the store knows last.
  ///
  /// Two consoles see the same files, and each tells the store. The difference is taken from what the store knows, not
  /// from what a console told before; so it is kept once, whoever comes first.
  ///
  /// - Parameter isCurrent: whether a file (or its absence) still is what was read: a console that comes late must not
  ///   put an older version back. Asked of files that differ only, and only where another console may have been quicker.
  public func keep(_ known: KnownTotals, isCurrent: (String) -> Bool) throws(StoreTrouble) -> Kept {
    let own = head.withLock { $0 }
    var isShared = own == nil
    for _ in 0..<Store.mostTries {
      let before = try newestHead(&isShared)
      var step = try Store.telling(path) { try Step(before, known) }
      if isShared, before.version > 0 { step.dropFiles { !isCurrent($0) } }
      guard !step.changes.isEmpty || before.version == 0 else {
        head.withLock { $0 = before }
        return .nothingNew
      }
      let written = try writing { db in
        guard try Head.newestVersion(db) == before.version else { return Int64?.none }
        return try step.write(db, at: known.readAt)
      }
      if let written {
        step.after.version = written
        head.withLock { $0 = step.after }
        return .version(written)
      }
    }
    throw .busy(path: path)
  }

  /// More consoles that are quicker than this one are not met in a row.
  private static let mostTries = 8

  private func newestHead(_ isShared: inout Bool) throws(StoreTrouble) -> Head {
    let own = head.withLock { $0 }
    let made = try reading { db in
      if let own, try Head.newestVersion(db) == own.version { return Head?.none }
      return try Head(db)
    }
    guard let made else { return try own.orDamaged(path) }
    if own != nil { isShared = true }
    head.withLock { $0 = made }
    return made
  }
}

extension Head? {
  fileprivate func orDamaged(_ path: String) throws(StoreTrouble) -> Head {
    guard let self else { throw .damaged(path: path) }
    return self
  }
}

/// The way from what the store knows to what is known now.
private struct Step {
  var after: Head
  var changes = VersionChanges()
  private let before: Head
  private var newPaths: [(id: Int64, path: String)] = []
  private var newPairs: [(id: Int64, key: TargetKey)] = []
  /// Months that are other than before; nil: gone.
  private var months: [HeadKey: MonthSums?] = [:]
  private var names: [Int64: String] = [:]

  init(_ before: Head, _ known: KnownTotals) throws(PackingFault) {
    self.before = before
    after = before
    var places: [Int64?] = Array(repeating: nil, count: known.districts.count * known.items.count)
    for file in known.files { try take(file, known, &places) }
    var gone = known.gone
    if known.isWhole {
      let present = Set(known.files.map(\.path))
      gone += before.paths.keys.filter { !present.contains($0) }
    }
    for path in gone { if let id = before.paths[path] { try replace([:], of: id, named: path) } }
    takeTargets(known.targets)
    changes.files.sort { $0.path < $1.path }
    changes.targets.sort { $0.pair < $1.pair }
  }

  // MARK: Ids

  private mutating func pair(_ key: TargetKey) -> Int64 {
    if let id = after.pairs[key] { return id }
    let id = Int64(after.pairs.count) + 1
    after.pairs[key] = id
    newPairs.append((id, key))
    return id
  }

  private mutating func path(_ path: String) -> Int64 {
    if let id = after.paths[path] { return id }
    let id = Int64(after.paths.count) + 1
    after.paths[path] = id
    newPaths.append((id, path))
    return id
  }

  // MARK: Files

  private mutating func take(_ file: FileTotals, _ known: KnownTotals, _ places: inout [Int64?]) throws(PackingFault) {
    var cells: [Cell] = []
    cells.reserveCapacity(file.cells.count)
    for cell in file.cells {
      let place = Int(cell.pair)
      guard places.indices.contains(place), cell.sum != 0 else { continue }
      let id =
        places[place]
        ?? pair(
          TargetKey(
            district: known.districts[place / known.items.count], item: known.items[place % known.items.count]))
      places[place] = id
      cells.append(Cell(pair: id, day: known.start.number &+ cell.day, value: cell.sum))
    }
    cells.sort(by: Cell.precedes)
    var ofMonths: [Month: [Cell]] = [:]
    for cell in cells { ofMonths[Month(of: Day(number: cell.day)), default: []].append(cell) }
    // A file without sums that was never known needs no id.
    guard !cells.isEmpty || after.paths[file.path] != nil else { return }
    var sums: [Month: MonthSums] = [:]
    for (month, cells) in ofMonths { sums[month] = MonthSums(cells, of: month) }
    try replace(sums, of: path(file.path), named: file.path)
  }

  private mutating func replace(_ sums: [Month: MonthSums], of path: Int64, named name: String) throws(PackingFault) {
    let old = before.files[path] ?? [:]
    var cells: [Cell] = []
    for month in Set(old.keys).union(sums.keys) where old[month] != sums[month] {
      months[HeadKey(path: path, month: month)] = .some(sums[month])
      let was = try old[month]?.cells(of: month) ?? []
      let now = try sums[month]?.cells(of: month) ?? []
      cells += now.differences(from: was)
    }
    guard !cells.isEmpty else { return }
    after.files[path] = sums.isEmpty ? nil : sums
    names[path] = name
    changes.files.append(VersionChanges.File(path: path, cells: cells.sorted(by: Cell.precedes)))
  }

  private mutating func takeTargets(_ targets: [TargetKey: Int64]) {
    for (key, target) in targets.sorted(by: { ($0.key.district, $0.key.item) < ($1.key.district, $1.key.item) }) {
      let id = pair(key)
      let old = before.targets[id]
      guard old != target else { continue }
      after.targets[id] = target
      changes.targets.append(VersionChanges.Target(pair: id, before: old, after: target))
    }
    let present = Set(targets.keys.compactMap { after.pairs[$0] })
    for (id, old) in before.targets where !present.contains(id) {
      after.targets[id] = nil
      changes.targets.append(VersionChanges.Target(pair: id, before: old, after: nil))
    }
  }

  /// Leaves files as the store knows them.
  mutating func dropFiles(where isLate: (String) -> Bool) {
    let late = Set(changes.files.map(\.path).filter { isLate(names[$0] ?? "") })
    guard !late.isEmpty else { return }
    changes.files.removeAll { late.contains($0.path) }
    months = months.filter { !late.contains($0.key.path) }
    for path in late { after.files[path] = before.files[path] }
  }

  // MARK: Writing

  /// Writes the step and gives the version's number.
  func write(_ db: Database, at seconds: Double) throws -> Int64 {
    for (id, path) in newPaths {
      try db.execute(sql: "INSERT INTO path (id, path) VALUES (?, ?)", arguments: [id, path])
    }
    for (id, key) in newPairs {
      try db.execute(
        sql: "INSERT INTO pair (id, district, item) VALUES (?, ?, ?)",
        arguments: [id, key.district.rawValue, key.item.rawValue])
    }
    let put = try db.cachedStatement(sql: "INSERT OR REPLACE INTO head (id, sums) VALUES (?, ?)")
    let remove = try db.cachedStatement(sql: "DELETE FROM head WHERE id = ?")
    for (key, sums) in months.sorted(by: { $0.key.id < $1.key.id }) {
      if let sums {
        try put.execute(arguments: [key.id, Data(sums.bytes)])
      } else {
        try remove.execute(arguments: [key.id])
      }
    }
    for change in changes.targets {
      if let target = change.after {
        try db.execute(
          sql: "INSERT OR REPLACE INTO target (pair, target) VALUES (?, ?)", arguments: [change.pair, target])
      } else {
        try db.execute(sql: "DELETE FROM target WHERE pair = ?", arguments: [change.pair])
      }
    }
    // Where everything begins there is nothing to compare with: nothing has changed.
    let told = before.version == 0 ? VersionChanges() : changes
    try db.execute(
      sql: "INSERT INTO version (at, changes) VALUES (?, ?)",
      arguments: [seconds, Data(told.packed(on: Day(shanghai: seconds)))])
    return db.lastInsertedRowID
  }
}
