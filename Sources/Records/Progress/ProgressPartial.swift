import Policy

/// What one `progress` file adds to the totals, packed: it can be taken away and added, stored, and compared.
///
/// The same accepted rows give the same bytes whatever their order and form. Sums are of `count`, whole numbers; a
/// place is a pair of ``ProgressAxes`` with a day or a month.
struct ProgressPartial: Hashable, Sendable {
  /// Accepted rows.
  var rows: Int64 = 0
  /// Sum of the magnitudes of all counts: as long as it fits, no sum of a part of them can overflow.
  var magnitude: Int64 = 0
  /// By pair and day: sum and rows.
  var cells = Packed()
  /// By institution, pair and month: sums that are not zero; rows without an institution are in none.
  var institutions = Packed()
  /// By institution, pair and day: the same of the pairs whose item measures institutions.
  var trained = Packed()
  /// By trait, its value, pair and month: sums that are not zero; rows without the value are in none.
  var traits = Packed()

  /// Every pair and day that a row names.
  func forEachCell(_ body: (_ pair: Int, _ day: Int, _ sum: Int64, _ rows: Int64) -> Void) {
    var reader = PackedReader(cells)
    while let group = reader.group() {
      for _ in 0..<group.count {
        guard let day = reader.step(), let sum = reader.signed(), let rows = reader.unsigned() else { return }
        body(group.pair, day, sum, Int64(clamping: rows))
      }
    }
  }

  /// Every institution with its sums by pair and month, ordered by its name's bytes; its pairs in order, then months.
  func forEachInstitution(_ body: (_ name: String, _ pair: Int, _ month: Int, _ sum: Int64) -> Void) {
    forEach(institutions) { body($1, $2, $3, $4) }
  }

  /// Every institution with its sums by day of the pairs whose item measures it, in the same order.
  func forEachTrained(_ body: (_ name: String, _ pair: Int, _ day: Int, _ sum: Int64) -> Void) {
    forEach(trained) { body($1, $2, $3, $4) }
  }

  /// Every value of every trait with its sums by pair and month.
  func forEachTrait(_ body: (_ trait: Trait, _ value: String, _ pair: Int, _ month: Int, _ sum: Int64) -> Void) {
    forEach(traits) { kind, value, pair, month, sum in
      if let trait = Trait(rawValue: kind) { body(trait, value, pair, month, sum) }
    }
  }

  /// The sums of every institution and pair by month, or with `byDay` those that ``forEachTrained(_:)`` gives.
  func forEachInstitutionRow(byDay: Bool, _ body: (_ name: String, _ pair: Int, [(place: Int, sum: Int64)]) -> Void) {
    forEachRow(byDay ? trained : institutions) { body($1, $2, $3) }
  }

  /// The sums of every trait, value and pair by month.
  func forEachTraitRow(_ body: (_ trait: Trait, _ value: String, _ pair: Int, [(place: Int, sum: Int64)]) -> Void) {
    forEachRow(traits) { kind, value, pair, sums in
      if let trait = Trait(rawValue: kind) { body(trait, value, pair, sums) }
    }
  }

  private func forEachRow(_ packed: Packed, _ body: (Int, String, Int, [(place: Int, sum: Int64)]) -> Void) {
    var reader = PackedReader(packed)
    var sums: [(place: Int, sum: Int64)] = []
    while let kind = reader.unsigned(), let name = reader.text() {
      while let group = reader.group() {
        sums.removeAll(keepingCapacity: true)
        for _ in 0..<group.count {
          guard let place = reader.step(), let sum = reader.signed() else { return }
          sums.append((place, sum))
        }
        body(Int(clamping: kind), name, group.pair, sums)
      }
    }
  }

  private func forEach(_ packed: Packed, _ body: (Int, String, Int, Int, Int64) -> Void) {
    forEachRow(packed) { kind, name, pair, sums in
      for (place, sum) in sums { body(kind, name, pair, place, sum) }
    }
  }
}

extension ProgressPartial {
  /// The pairs that rows name, each with the sum of its days.
  func pairTotals() -> [Int: Int64] {
    var totals: [Int: Int64] = [:]
    forEachCell { pair, _, sum, _ in totals[pair] = (totals[pair] ?? 0).addingSaturated(sum) }
    return totals
  }

  /// Sum and rows of some pairs through a day.
  func contribution(pairs: Set<Int>, through day: Int) -> (sum: Int64, rows: Int64) {
    var all: (sum: Int64, rows: Int64) = (0, 0)
    forEachCell { pair, at, sum, rows in
      guard at <= day, pairs.contains(pair) else { return }
      all = (all.sum.addingSaturated(sum), all.rows.addingSaturated(rows))
    }
    return all
  }

  /// The districts that rows name, in the order of the axis.
  func districts(_ axes: ProgressAxes) -> [DistrictCode] {
    var found: [DistrictCode] = []
    var last = -1
    forEachCell { pair, _, _, _ in
      let district = pair / max(1, axes.items.count)
      guard district != last, axes.districts.indices.contains(district) else { return }
      last = district
      found.append(axes.districts[district])
    }
    return found
  }
}
