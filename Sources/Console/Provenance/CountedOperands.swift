package import Policy

/// The numbers that the figures of a counted item are made of (`rules.md`, Pace and progress).
package struct CountedOperands: Hashable, Sendable {
  /// Counts of some working days, weekends between them included.
  package struct Window: Hashable, Sendable {
    /// Working days that the counts are divided by.
    package var days: Int
    /// Its first and last day.
    package var first: Day
    package var last: Day
    /// The sum of the counts.
    package var counted: Int64
  }

  /// Days elapsed, and days of the period.
  package var elapsed: Int
  package var days: Int
  /// What is missing to the target; 0 where it is met or there is none.
  package var short: Int64
  /// Working days left.
  package var workingDaysLeft: Int
  /// The last 5 and 20 working days.
  package var recent5: Window
  package var recent20: Window

  /// The numbers of an item in a district, or of the city by its own code.
  package init(loaded: Loaded, progress: ItemProgress, district code: DistrictCode) {
    let board = loaded.board
    let plan = loaded.snapshot.plan
    let facts = loaded.snapshot.facts
    elapsed = board.pace.elapsed
    days = board.pace.total
    short = progress.target.map { $0 > 0 ? max(0, $0.subtractingSaturated(progress.actual)) : 0 } ?? 0
    workingDaysLeft = board.workingDaysLeft
    let windows = RateWindows(plan: plan, calendar: facts.calendar, asOf: board.asOf)
    let totals = facts.progress
    let item = totals.items.firstIndex(of: progress.id)
    let districts =
      code == plan.cityCode
      ? Array(totals.districts.indices) : totals.districts.firstIndex(of: code).map { [$0] } ?? []
    func window(_ days: Int, from first: Day) -> Window {
      let counted = districts.reduce(Int64(0)) { sum, district in
        item.map { sum.addingSaturated(totals.sum(district: district, item: $0, from: first, through: windows.last)) }
          ?? sum
      }
      return Window(days: days, first: first, last: windows.last, counted: counted)
    }
    recent5 = window(5, from: windows.first5)
    recent20 = window(20, from: windows.first20)
  }
}

extension Loaded {
  /// An item's figures in a district, or in the city by its own code; nil where the board has none.
  package func progress(_ id: ItemID, _ code: DistrictCode) -> ItemProgress? {
    let items = code == snapshot.plan.cityCode ? board.city : district(code)?.items ?? []
    return items.first { $0.id == id }
  }
}
