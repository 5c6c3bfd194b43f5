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
      let moves = table == .progress ? moves(old?.file.progress, new?.file.progress) : []
      for move in moves { changes.append(change(move.district, move.item, move.delta)) }
      if moves.isEmpty {
        changes.append(change(nil, nil, Int64((rowsAfter[path] ?? 0) - (rowsBefore[path] ?? 0))))
      }
    }
    return changes
  }

  private func moves(
    _ old: ProgressSums?, _ new: ProgressSums?
  ) -> [(district: DistrictCode, item: ItemID, delta: Int64)] {
    guard !commit.isOtherLexicon else { return [] }
    let before = old?.totals(axes) ?? [:]
    let after = new?.totals(axes) ?? [:]
    return Set(before.keys).union(after.keys).sorted().compactMap { place in
      let delta = (after[place] ?? 0).subtractingReportingOverflow(before[place] ?? 0).partialValue
      let district = place / max(1, axes.items.count)
      let item = place % max(1, axes.items.count)
      guard delta != 0, axes.districts.indices.contains(district), axes.items.indices.contains(item) else { return nil }
      return (axes.districts[district], axes.items[item], delta)
    }
  }

  /// Paths that went, and paths that came with the same bytes for the same table.
  private func renamed() -> Set<RawPath> {
    var gone: [String: RawPath] = [:]
    for path in commit.changed where files[path] == nil {
      if let old = commit.before[path], let hash = old.file.sha256 { gone[old.listed.table.rawValue + hash] = path }
    }
    var renamed: Set<RawPath> = []
    for path in commit.changed where commit.before[path] == nil {
      guard let new = files[path], let hash = new.file.sha256,
        let from = gone.removeValue(forKey: new.listed.table.rawValue + hash)
      else { continue }
      renamed.insert(path)
      renamed.insert(from)
    }
    return renamed
  }
}
