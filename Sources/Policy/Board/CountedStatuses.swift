/// How the counted items stand at the end of a day, without rates and forecasts: a few array reads for each.
///
/// Says what the board of that day says (<doc:StatusRule>).
struct CountedStatuses {
  private let basis: CountingBasis
  private let pace: Pace
  private let day: Day

  init(_ basis: CountingBasis, asOf day: Day) {
    self.basis = basis
    pace = Pace(plan: basis.plan, asOf: day)
    self.day = day
  }

  /// Whether the district, by its place in the facts, is silent.
  func isSilent(district: Int) -> Bool {
    basis.plan.thresholds.isSilent(
      latest: basis.rows[district].flatMap { basis.progress.latest(district: $0, through: day) }, asOf: day)
  }

  /// The lagging items of a district that is not silent, worst first.
  func lagging(district: Int) -> [ItemID] {
    lagging(target: { basis.target(district, $0) }) { column in
      basis.rows[district].map { sum($0, column) } ?? 0
    }
  }

  /// The city's lagging items, worst first.
  func laggingInCity() -> [ItemID] {
    lagging(target: { basis.cityTargets[$0] }) { column in
      basis.progress.districts.indices.reduce(Int64(0)) { $0.addingSaturated(sum($1, column)) }
    }
  }

  private func sum(_ district: Int, _ item: Int) -> Int64 {
    basis.progress.sum(district: district, item: item, from: basis.progress.start, through: day)
  }

  private func lagging(target: (Int) -> Target, actual: (_ column: Int) -> Int64) -> [ItemID] {
    var found: [(item: ItemID, lead: Double)] = []
    for index in basis.items.indices {
      guard let target = target(index).value else { continue }
      let actual = basis.columns[index].map(actual) ?? 0
      let status = Status(actual: actual, target: target, pace: pace, thresholds: basis.plan.thresholds)
      guard status == .lagging, let attainment = Attainment(actual: actual, target: target, pace: pace) else {
        continue
      }
      found.append((basis.items[index].id, attainment.lead))
    }
    // Items stand in the order of their ids, which decides where leads are equal.
    return found.enumerated().sorted { a, b in
      a.element.lead == b.element.lead ? a.offset < b.offset : a.element.lead < b.element.lead
    }.map(\.element.item)
  }
}
