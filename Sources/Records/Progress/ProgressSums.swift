import CSweep
import Policy

/// Adds up the rows of `progress` files, one file after another; used again from file to file, by one thread at a time.
final class ProgressSums {
  let axes: ProgressAxes
  let cells: DenseCells
  let institutions: InstitutionSums
  let traits: TraitSums
  /// Accepted rows since the last drain.
  @exclusivity(unchecked) var rows: Int64 = 0
  /// Sum of the magnitudes of their counts.
  @exclusivity(unchecked) var magnitude: Int64 = 0
  private let months: UnsafeMutablePointer<Int32>

  init(_ axes: ProgressAxes) {
    self.axes = axes
    cells = DenseCells(axes)
    institutions = InstitutionSums(axes)
    traits = TraitSums(axes)
    months = .allocate(capacity: axes.months.count)
    months.initialize(from: axes.months, count: axes.months.count)
  }

  deinit { months.deallocate() }

  /// Adds a row.
  func add(_ count: Int64, pair: Int, day: Int, institution: Int, combination: Int) {
    rows &+= 1
    cells.add(count, rows: 1, pair: pair, day: day)
    if institution != 0 { institutions.add(count, institution, pair, day) }
    traits.add(count, combination, pair: pair, month: Int(months[day]))
  }

  /// Whether a row with that count keeps every sum within its type; the row must not be added otherwise.
  func fits(_ count: Int64) -> Bool {
    let (sum, overflow) = magnitude.addingReportingOverflow(Int64(clamping: count.magnitude))
    if !overflow { magnitude = sum }
    return !overflow
  }

  /// Where rows are added until a new name, combination or pair comes; for ``RowSweep``.
  var targets: csweep_targets {
    var targets = csweep_targets()
    targets.cells = cells.cells
    targets.touched = cells.touched
    targets.touched_days = cells.touchedDays
    targets.days = Int64(axes.days)
    targets.items = Int64(axes.items.count)
    targets.months = UnsafePointer(months)
    targets.last = UnsafePointer(institutions.last)
    targets.institution_months = institutions.byMonth.sums
    targets.institution_days = institutions.byDay.sums
    targets.month_stride = Int64(institutions.byMonth.capacity)
    targets.day_stride = Int64(institutions.byDay.capacity)
    traits.tell(&targets)
    return targets
  }

  /// Adds what another one holds.
  func absorb(_ other: ProgressSums) {
    rows &+= other.rows
    magnitude = magnitude.addingSaturated(other.magnitude)
    cells.absorb(other.cells)
    institutions.absorb(other.institutions)
    traits.absorb(other.traits)
  }

  /// Adds what a file gave.
  func add(_ partial: ProgressPartial) {
    rows &+= partial.rows
    magnitude = magnitude.addingSaturated(partial.magnitude)
    partial.forEachCell { pair, day, sum, rows in
      guard pair < axes.pairs, day < axes.days else { return }
      cells.add(sum, rows: rows, pair: pair, day: day)
    }
    institutions.add(partial, pairs: axes.pairs)
    var last = (trait: Trait.occupation, value: "", single: traits.use(.occupation, ""))
    partial.forEachTraitRow { trait, value, pair, sums in
      guard pair < axes.pairs else { return }
      if trait != last.trait || value != last.value { last = (trait, value, traits.use(trait, value)) }
      for (month, sum) in sums where month < axes.monthCount {
        traits.add(sum, last.single, pair: pair, month: month)
      }
    }
  }

  /// Whether so many names and combinations were met that they had better be forgotten.
  var isCrowded: Bool { traits.isCrowded || institutions.names.names.count > 1 << 16 }

  /// What was added since the last drain.
  func drain() -> ProgressPartial {
    defer {
      rows = 0
      magnitude = 0
    }
    let days = cells.usedDays
    let byInstitution = institutions.drain(days: days, months: usedMonths(days))
    let byTrait = traits.drain(months: usedMonths(days))
    return ProgressPartial(
      rows: rows, magnitude: magnitude, cells: cells.drain(), institutions: byInstitution.byMonth,
      trained: byInstitution.byDay, traits: byTrait)
  }

  private func usedMonths(_ days: Range<Int>) -> Range<Int> {
    guard let first = days.first, let last = days.last else { return 0..<0 }
    return Int(months[first])..<Int(months[last]) + 1
  }

  /// Forgets what was added since the last drain.
  func clear() {
    let days = cells.usedDays
    traits.clear(months: usedMonths(days))
    institutions.clear(days: days, months: usedMonths(days))
    cells.clear()
    rows = 0
    magnitude = 0
  }
}
