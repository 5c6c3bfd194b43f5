import CSweep

/// Sums by institution: of every pair by month, and of the pairs by which institutions are measured by day, too.
final class InstitutionSums {
  @exclusivity(unchecked) private(set) var names = ValueNames()

  /// Where a row of an institution and an item was added last: most institutions have rows of one district only. Its
  /// places among the rows of months and of days are the sink where it is not measured, or there is none.
  typealias Last = csweep_last

  private static let nowhere = Last(pair: -1, months: 0, days: 0)

  let byMonth: SumRows
  let byDay: SumRows
  private let items: Int
  private let monthOf: UnsafeMutablePointer<Int32>
  /// By institution, then item.
  @exclusivity(unchecked) private(set) var last: UnsafeMutablePointer<Last>
  private var lastCapacity = 64

  init(_ axes: ProgressAxes) {
    byMonth = SumRows(width: axes.monthCount)
    byDay = SumRows(width: axes.days)
    items = max(1, axes.items.count)
    monthOf = .allocate(capacity: axes.months.count)
    monthOf.initialize(from: axes.months, count: axes.months.count)
    last = .allocate(capacity: lastCapacity * items)
    last.initialize(repeating: InstitutionSums.nowhere, count: lastCapacity * items)
  }

  deinit {
    monthOf.deallocate()
    last.deallocate()
  }

  /// The number of an institution's name, in NFC; 0 for none.
  func number(_ name: String) -> Int {
    let number = names.number(name)
    if number >= lastCapacity {
      last.grow(from: lastCapacity * items, to: lastCapacity * 4 * items, with: InstitutionSums.nowhere)
      lastCapacity *= 4
    }
    return number
  }

  /// Adds to an institution, which must have a number that is not 0.
  @inline(never)
  func add(_ count: Int64, _ institution: Int, _ pair: Int, _ day: Int) {
    let key = SumRows.Key(
      institution: Int32(truncatingIfNeeded: institution), pair: Int32(truncatingIfNeeded: pair))
    let isMeasured = ProgressAxes.measuresInstitutions(pair % items)
    let months = byMonth.row(key)
    let days = isMeasured ? byDay.row(key) : 0
    byMonth.add(count, key, row: months, at: Int(monthOf[day]))
    if isMeasured { byDay.add(count, key, row: days, at: day) }
    if months > 0 && (days > 0 || !isMeasured) {
      last[institution * items + pair % items] = Last(pair: key.pair, months: months, days: days)
    }
  }

  /// Adds what another one holds.
  func absorb(_ other: InstitutionSums) {
    absorb(other.byMonth, into: byMonth, other)
    absorb(other.byDay, into: byDay, other)
  }

  private func absorb(_ rows: SumRows, into own: SumRows, _ other: InstitutionSums) {
    rows.forEach(ranks: other.names.ranks()) { key, sums, stride in
      let number = number(other.names.names[Int(key.institution)])
      guard number != 0 else { return }
      let key = SumRows.Key(institution: Int32(truncatingIfNeeded: number), pair: key.pair)
      let row = own.row(key)
      for column in 0..<rows.width where sums[column * stride] != 0 {
        own.add(sums[column * stride], key, row: row, at: column)
      }
    }
  }

  /// Adds what a file gave.
  func add(_ partial: ProgressPartial, pairs: Int) {
    for rows in [byMonth, byDay] {
      partial.forEachInstitutionRow(byDay: rows === byDay) { name, pair, sums in
        let number = number(name)
        guard number != 0, pair < pairs else { return }
        let key = SumRows.Key(institution: Int32(truncatingIfNeeded: number), pair: Int32(truncatingIfNeeded: pair))
        let row = rows.row(key)
        for (column, sum) in sums where column < rows.width { rows.add(sum, key, row: row, at: column) }
      }
    }
  }

  /// Everything that was added, which was in those days and months; then all is as new, but for the names.
  func drain(days: Range<Int>, months: Range<Int>) -> (byMonth: Packed, byDay: Packed) {
    defer { clear(days: days, months: months) }
    return (pack(byMonth, months), pack(byDay, days))
  }

  private func pack(_ rows: SumRows, _ columns: Range<Int>) -> Packed {
    var packed = PackedSums()
    var current: Int32 = 0
    // Names are met in any order, and the packed form has one.
    rows.forEach(ranks: names.ranks()) { key, sums, stride in
      if key.institution != current {
        current = key.institution
        packed.begin(0, names.names[Int(current)])
      }
      packed.add(sums, stride: stride, in: columns, pair: Int(key.pair))
    }
    return packed.finish()
  }

  /// Forgets everything but the names.
  func clear(days: Range<Int>, months: Range<Int>) {
    for key in byMonth.keys { last[Int(key.institution) * items + Int(key.pair) % items] = InstitutionSums.nowhere }
    byMonth.clear(months)
    byDay.clear(days)
  }
}
