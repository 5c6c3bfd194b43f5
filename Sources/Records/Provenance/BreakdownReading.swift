import Policy

/// Puts together what all `progress` files say of a counted item in one place, by value and month.
struct BreakdownReading {
  private let records: KeptRecords
  private let item: ItemID
  private let district: DistrictCode
  private let day: Day
  private let axes: ProgressAxes
  private let pairs: Set<Int>
  /// The as-of day and its month on the axes; -1 before the period.
  private let last: (day: Int, month: Int)

  /// The traits that a gap is split by.
  static let traits: [Trait] = [.occupation, .group]

  init(_ records: KeptRecords, item: ItemID, district: DistrictCode, asOf day: Day) {
    self.records = records
    self.item = item
    self.district = district
    self.day = day
    axes = ProgressAxes(records.lexicon)
    pairs = axes.pairs(of: item, in: district)
    let offset = min(day - axes.start, axes.days - 1)
    last = (offset, offset >= 0 ? Int(axes.months[offset]) : -1)
  }

  /// What one file says of the days, from its cells.
  private struct Days {
    /// Sums by month through the as-of day.
    var months: [Int: Int64] = [:]
    /// The as-of day's month has rows through that day.
    var hasOwn = false
    /// It has later ones.
    var hasLater = false
  }

  /// Nil where nobody waits any more.
  func breakdown(_ isCancelled: () -> Bool) -> Breakdown? {
    var sums = BreakdownSums(months: axes.monthCount, latestBirth: records.lexicon.plan.periodEnd)
    for kept in records.files where kept.listed.table == .progress {
      guard !isCancelled() else { return nil }
      guard let progress = kept.file.progress else { continue }
      let days = days(of: progress)
      guard !days.months.isEmpty else { continue }
      for (month, sum) in days.months { sums.add(sum, month: month) }
      // Months are kept as wholes: one that goes on behind the as-of day says too much.
      let through = days.hasLater ? last.month - 1 : last.month
      progress.forEachInstitutionRow(byDay: false) { name, pair, months in
        guard pairs.contains(pair) else { return }
        for (month, sum) in months where month <= through { sums.add(sum, institution: name, month: month) }
      }
      progress.forEachTraitRow { trait, value, pair, months in
        guard pairs.contains(pair), BreakdownReading.traits.contains(trait) else { return }
        for (month, sum) in months where month <= through { sums.add(sum, trait, value, month: month) }
      }
      guard days.hasLater, days.hasOwn else { continue }
      let own = days.months[last.month] ?? 0
      switch MonthReading(records, kept, item: item, district: district, from: firstOfMonth, through: day)
        .rows(isCancelled)
      {
      case .cancelled: return nil
      case .read(let rows) where rows.total == own: sums.add(rows, month: last.month)
      // What is read now is not what gave the figure.
      case .read, .unreadable: sums.leave(own, of: kept.listed.path.text)
      }
    }
    return sums.breakdown(item: item, district: district, asOf: day)
  }

  private var firstOfMonth: Day {
    axes.start + (axes.months.firstIndex { Int($0) == last.month } ?? 0)
  }

  private func days(of progress: ProgressPartial) -> Days {
    var days = Days()
    progress.forEachCell { pair, at, sum, _ in
      guard pairs.contains(pair), axes.months.indices.contains(at) else { return }
      let month = Int(axes.months[at])
      if at <= last.day {
        days.months[month] = (days.months[month] ?? 0).addingSaturated(sum)
        if month == last.month { days.hasOwn = true }
      } else if month == last.month {
        days.hasLater = true
      }
    }
    return days
  }
}
