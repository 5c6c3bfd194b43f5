import Policy

/// The sums of all `progress` files, kept up to date as files come, change and go.
///
/// Adding and taking away cancel out exactly, as long as no sum can leave its type; where the counts are so large that
/// one could, the ledger is made anew of all files in path order, and sums are held at the ends of their type.
struct ProgressLedger: Sendable {
  let axes: ProgressAxes
  /// Sums by pair and day.
  var counts: [Int64]
  /// Rows by district and day.
  var dayRows: [Int64]
  /// What institutions trained, by name.
  var trained: [String: [ProgressTotals.DayCount]] = [:]
  /// Sum of the files' magnitudes.
  var magnitude: Int128 = 0

  /// No files yet.
  init(_ axes: ProgressAxes) {
    self.axes = axes
    counts = Array(repeating: 0, count: axes.cells)
    dayRows = Array(repeating: 0, count: axes.districts.count * axes.days)
  }

  /// Whether every sum is what adding the files one by one would give.
  var isExact: Bool { magnitude <= Int128(Int64.max) }

  /// Adds a file.
  mutating func add(_ partial: ProgressPartial) { apply(partial, sign: 1) }

  /// Takes a file away that was added.
  mutating func remove(_ partial: ProgressPartial) { apply(partial, sign: -1) }

  private mutating func apply(_ partial: ProgressPartial, sign: Int64) {
    magnitude += Int128(sign) * Int128(partial.magnitude)
    let days = axes.days
    let items = max(1, axes.items.count)
    counts.withUnsafeMutableBufferPointer { counts in
      dayRows.withUnsafeMutableBufferPointer { dayRows in
        partial.forEachCell { pair, day, sum, rows in
          guard pair < axes.pairs, day < days else { return }
          counts[pair * days + day] &+= sign &* sum
          dayRows[pair / items * days + day] &+= sign &* rows
        }
      }
    }
    var entries: [ProgressTotals.DayCount] = []
    var name = ""
    var pair = -1
    func flush() {
      guard !entries.isEmpty else { return }
      let sums = ProgressLedger.merged(trained[name] ?? [], entries)
      trained[name] = sums.isEmpty ? nil : sums
      entries.removeAll(keepingCapacity: true)
    }
    partial.forEachTrained { institution, at, day, sum in
      guard day < days else { return }
      if at != pair || institution != name {
        flush()
        name = institution
        pair = at
      }
      entries.append(ProgressTotals.DayCount(day: axes.start + day, count: sign &* sum))
    }
    flush()
  }

  /// The totals as they are now.
  func totals() -> ProgressTotals {
    ProgressTotals(
      start: axes.start, days: axes.days, items: axes.items, districts: axes.districts, counts: counts,
      reported: dayRows.map { $0 > 0 }, trained: trained)
  }

  /// Two lists in day order as one, without sums of zero.
  private static func merged(
    _ a: [ProgressTotals.DayCount], _ b: [ProgressTotals.DayCount]
  ) -> [ProgressTotals.DayCount] {
    if a.isEmpty { return b }
    var out: [ProgressTotals.DayCount] = []
    out.reserveCapacity(a.count + b.count)
    var next = 0
    for var sum in a {
      while next < b.count, b[next].day < sum.day {
        out.append(b[next])
        next += 1
      }
      if next < b.count, b[next].day == sum.day {
        sum.count &+= b[next].count
        next += 1
      }
      if sum.count != 0 { out.append(sum) }
    }
    return out + b[next...]
  }
}

extension ProgressLedger {
  /// The totals of files in path order, with sums held at the ends of their type.
  static func saturated(_ files: [ProgressPartial], _ axes: ProgressAxes) -> ProgressTotals {
    var counts = Array(repeating: Int64(0), count: axes.cells)
    var reported = Array(repeating: false, count: axes.districts.count * axes.days)
    var trained: [String: [Day: Int64]] = [:]
    let items = max(1, axes.items.count)
    for file in files {
      file.forEachCell { pair, day, sum, _ in
        guard pair < axes.pairs, day < axes.days else { return }
        counts[pair * axes.days + day] = counts[pair * axes.days + day].addingSaturated(sum)
        reported[pair / items * axes.days + day] = true
      }
      file.forEachTrained { name, _, day, sum in
        guard day < axes.days else { return }
        let day = axes.start + day
        trained[name, default: [:]][day] = (trained[name]?[day] ?? 0).addingSaturated(sum)
      }
    }
    let lists = trained.mapValues { days in
      days.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { ProgressTotals.DayCount(day: $0.key, count: $0.value) }
    }
    return ProgressTotals(
      start: axes.start, days: axes.days, items: axes.items, districts: axes.districts, counts: counts,
      reported: reported, trained: lists.filter { !$0.value.isEmpty })
  }
}
