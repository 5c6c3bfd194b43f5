import Policy

/// Adds up the rows of `progress` files, one file after another; used again from file to file, by one thread at a time.
final class ProgressSums {
  let axes: ProgressAxes
  let cells: DenseCells
  let institutions: InstitutionSums
  let traits: TraitSums
  /// Accepted rows since the last drain.
  var rows: Int64 = 0
  /// Sum of the magnitudes of their counts.
  var magnitude: Int64 = 0
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
    cells.cells[pair &* axes.days &+ day].sum &+= count
    cells.cells[pair &* axes.days &+ day].rows &+= 1
    cells.touched[pair] = true
    cells.touchedDays[day] = true
    if institution != 0 { institutions.add(count, institution, pair, day) }
    traits.add(count, combination, pair: pair, month: Int(months[day]))
  }

  /// Whether a row with that count keeps every sum within its type; the row must not be added otherwise.
  func fits(_ count: Int64) -> Bool {
    let (sum, overflow) = magnitude.addingReportingOverflow(Int64(clamping: count.magnitude))
    if !overflow { magnitude = sum }
    return !overflow
  }

  /// Where rows are added, as it is until a new name or combination comes; for loops that must not pass through
  /// references.
  struct Targets {
    fileprivate var cells: UnsafeMutablePointer<DenseCells.Cell>
    fileprivate var touched: UnsafeMutablePointer<Bool>
    fileprivate var touchedDays: UnsafeMutablePointer<Bool>
    fileprivate var days: Int
    fileprivate var months: UnsafePointer<Int32>
    fileprivate var items: Int
    fileprivate var lastRows: UnsafeMutablePointer<InstitutionSums.Last>
    fileprivate var institutionMonths: UnsafeMutablePointer<Int64>
    fileprivate var monthStride: Int
    fileprivate var institutionDays: UnsafeMutablePointer<Int64>
    fileprivate var dayStride: Int
    fileprivate var combinations: UnsafeMutablePointer<TraitSums.Combination>
    fileprivate var traits: TraitBlocks.View
  }

  /// Where rows are added now.
  var targets: Targets {
    Targets(
      cells: cells.cells, touched: cells.touched, touchedDays: cells.touchedDays, days: axes.days, months: months,

      items: axes.items.count, lastRows: institutions.last, institutionMonths: institutions.byMonth.sums,
      monthStride: institutions.byMonth.capacity,
      institutionDays: institutions.byDay.sums, dayStride: institutions.byDay.capacity,
      combinations: traits.combinations, traits: traits.view)
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
      cells.cells[pair * axes.days + day].sum &+= sum
      cells.cells[pair * axes.days + day].rows &+= rows
      cells.touched[pair] = true
      cells.touchedDays[day] = true
    }
    institutions.add(partial, pairs: axes.pairs)
    var last = (trait: Trait.occupation, value: "", number: 0)
    partial.forEachTraitRow { trait, value, pair, sums in
      guard pair < axes.pairs else { return }
      if trait != last.trait || value != last.value { last = (trait, value, traits.use(trait, value)) }
      for (month, sum) in sums where month < axes.monthCount {
        traits.add(sum, trait, last.number, pair: pair, month: month)
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

extension ProgressSums.Targets {
  /// Adds a row. False where its institution must still be added by ``InstitutionSums/add(_:_:_:_:)``.
  @inline(__always)
  func add(_ count: Int64, pair: Int, item: Int, day: Int, institution: Int) -> Bool {
    let cell = cells + (pair &* days &+ day)
    cell.pointee.sum &+= count
    cell.pointee.rows &+= 1
    touched[pair] = true
    touchedDays[day] = true
    guard institution != 0 else { return true }
    let last = lastRows + (institution &* items &+ item)
    guard last.pointee.pair == Int32(truncatingIfNeeded: pair) else { return false }
    institutionMonths[Int(months[day]) &* monthStride &+ Int(last.pointee.months)] &+= count
    if last.pointee.days >= 0 { institutionDays[day &* dayStride &+ Int(last.pointee.days)] &+= count }
    return true
  }

  /// Adds a row to its traits. False where that must be done by ``TraitSums/add(_:_:pair:month:)``.
  @inline(__always)
  func add(_ count: Int64, pair: Int, day: Int, combination: Int) -> Bool {
    let own = combinations + combination
    guard own.pointee.isUsed, !own.pointee.isSparse, let sums = traits.sums(pair: pair, month: Int(months[day])) else {
      return false
    }
    let columns = own.pointee.columns
    sums[Int(columns.0)] &+= count
    sums[Int(columns.1)] &+= count
    sums[Int(columns.2)] &+= count
    sums[Int(columns.3)] &+= count
    sums[Int(columns.4)] &+= count
    sums[Int(columns.5)] &+= count
    return true
  }
}
