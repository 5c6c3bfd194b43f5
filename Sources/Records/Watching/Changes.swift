import Policy

/// Tells what a commit moved: by district and item where a `progress` file did, by rows elsewhere.
struct Changes {
  let commit: Commit
  let files: [RawPath: KeptFile]
  let axes: ProgressAxes

  /// How many are remembered.
  static let most = 200

  /// The changes in path order; a file that only changed its name is none.
  func list(rowsBefore: [RawPath: Int], rowsAfter: [RawPath: Int]) -> [Change] {
    let renamed = renamed()
    var changes: [Change] = []
    for path in commit.changed.sorted() where !renamed.contains(path) {
      let old = commit.before[path].flatMap { $0.isGood ? $0 : nil }
      let new = files[path].flatMap { $0.isGood ? $0 : nil }
      guard let table = (new ?? old)?.listed.table else { continue }
      let kind: Change.Kind = old == nil ? .added : new == nil ? .removed : .replaced
      func change(_ district: DistrictCode?, _ item: ItemID?, _ delta: Int64) -> Change {
        Change(
          at: commit.moment.wall, kind: kind, path: path.text, table: table.rawValue, district: district, item: item,
          delta: delta)
      }
      let moves = table == .progress ? moves(old?.file, new?.file) : []
      for move in moves { changes.append(change(move.district, move.item, move.delta)) }
      if moves.isEmpty {
        changes.append(change(nil, nil, Int64((rowsAfter[path] ?? 0) - (rowsBefore[path] ?? 0))))
      }
    }
    return changes
  }

  private func moves(
    _ old: TableFile?, _ new: TableFile?
  ) -> [(district: DistrictCode, item: ItemID, delta: Int64)] {
    guard !commit.isOtherLexicon else { return [] }
    // Of a file that was only read on, what was added is all that moved.
    let tail = old == nil ? nil : new?.growth?.tail
    let before = tail == nil ? old?.progress?.pairTotals() ?? [:] : [:]
    let after = (tail ?? new?.progress)?.pairTotals() ?? [:]
    return Set(before.keys).union(after.keys).sorted().compactMap { pair in
      let delta = (after[pair] ?? 0).subtractingReportingOverflow(before[pair] ?? 0).partialValue
      let district = pair / max(1, axes.items.count)
      let item = pair % max(1, axes.items.count)
      guard delta != 0, axes.districts.indices.contains(district), axes.items.indices.contains(item) else { return nil }
      return (axes.districts[district], axes.items[item], delta)
    }
  }

  /// Paths that went, and paths that came with the same content for the same table.
  private func renamed() -> Set<RawPath> {
    struct Key: Hashable {
      var table: Table
      var size: Int64
      var rows: Int64
    }
    func key(_ kept: KeptFile) -> Key {
      Key(table: kept.listed.table, size: kept.file.identity?.size ?? 0, rows: kept.file.progress?.rows ?? 0)
    }
    var gone: [Key: [RawPath]] = [:]
    for path in commit.changed.sorted() where files[path] == nil {
      if let old = commit.before[path], old.isGood { gone[key(old), default: []].append(path) }
    }
    var renamed: Set<RawPath> = []
    guard !gone.isEmpty else { return renamed }
    for path in commit.changed.sorted() where commit.before[path] == nil {
      guard let new = files[path], new.isGood, let candidates = gone[key(new)],
        let place = candidates.firstIndex(where: {
          commit.before[$0].map { $0.file.renamed(to: path).saysTheSame(as: new.file) } ?? false
        })
      else { continue }
      renamed.insert(path)
      renamed.insert(candidates[place])
      gone[key(new)]?.remove(at: place)
    }
    return renamed
  }
}
