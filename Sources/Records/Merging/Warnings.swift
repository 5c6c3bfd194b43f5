import Policy

/// Rows that count, but do not agree with others (`data-directory.md`, What bad input gets).
extension Merge {
  /// Districts' targets of an item that do not sum to the city's, on the first path that names the item.
  mutating func warnOfTargets(_ rows: [Located<TargetsTable.Record>]) {
    let city = lexicon.plan.cityCode
    var first: [ItemID: Int] = [:]
    var sums: [ItemID: Int64] = [:]
    var cityTargets: [ItemID: Int64] = [:]
    for item in lexicon.plan.items { cityTargets[item.id] = item.target }
    for row in rows {
      let key = row.record.key
      if first[key.item] == nil { first[key.item] = row.file }
      if key.district == city {
        cityTargets[key.item] = row.record.row.target
      } else {
        sums[key.item] = (sums[key.item] ?? 0).addingSaturated(row.record.row.target)
      }
    }
    for (item, sum) in sums.sorted(by: { $0.key < $1.key }) {
      guard let target = cityTargets[item], target != sum, let file = first[item] else { continue }
      note(file, nil, nil, .targetsDoNotAddUp, "\(item) \(sum) ≠ \(target)")
    }
  }

  /// Register rows with a lower stage than the entry's row before, in the order of date, then stage.
  mutating func warnOfRegisters(_ rows: [Located<RegisterRow>]) {
    var entries: [RegisterEntry: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      entries[RegisterEntry(item: row.record.item, entry: row.record.entry), default: []].append(index)
    }
    var late: [(row: Int, from: Int)] = []
    for indices in entries.values where indices.count > 1 {
      let ordered = indices.sorted {
        let (a, b) = (rows[$0].record, rows[$1].record)
        return (a.date, a.stage, $0) < (b.date, b.stage, $1)
      }
      for (before, after) in zip(ordered, ordered.dropFirst())
      where rows[after].record.stage < rows[before].record.stage {
        late.append((after, rows[before].record.stage))
      }
    }
    for (index, from) in late.sorted(by: { $0.row < $1.row }) {
      let record = rows[index].record
      let stages = lexicon.items.first { $0.id == record.item }?.stages ?? []
      let names = [from, record.stage].map { stages.indices.contains($0) ? stages[$0] : "" }
      note(
        rows[index].file, rows[index].line, nil, .outOfOrder, names.joined(separator: " → "), record.district)
    }
  }

  /// Milestones done before the period.
  mutating func warnOfMilestones(_ rows: [Located<MilestoneRow>]) {
    for row in rows {
      guard let done = row.record.done, done < lexicon.plan.periodStart else { continue }
      note(row.file, row.line, nil, .outOfOrder, done.iso, row.record.district)
    }
  }

  /// Events of a project before its approval.
  mutating func warnOfEvents(_ rows: [Located<ProjectEventRow>], _ projects: [Project]) {
    let approved = Dictionary(projects.map { ($0.id, $0.approvedOn) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      guard let approval = approved[row.record.project], row.record.date < approval else { continue }
      note(row.file, row.line, nil, .outOfOrder, row.record.date.iso)
    }
  }
}

/// An entry of a register: numbered city-wide within its item.
private struct RegisterEntry: Hashable {
  var item: ItemID
  var entry: String
}
