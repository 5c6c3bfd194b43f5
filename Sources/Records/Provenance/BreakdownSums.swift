import Policy

/// Sums by value and month that grow file by file; held at the ends of their type.
struct BreakdownSums {
  /// Sums by text.
  struct Values {
    private(set) var sums: [String: [Int64]] = [:]

    mutating func add(_ sum: Int64, _ text: String, month: Int, of count: Int) {
      guard month >= 0, month < count, sum != 0 else { return }
      var months = sums[text] ?? Array(repeating: 0, count: count)
      months[month] = months[month].addingSaturated(sum)
      sums[text] = months
    }
  }

  private var totals: [Int64]
  private var institutions = Values()
  private var traits: [Trait: Values] = [:]
  private var undivided: Int64 = 0
  private var unread: [String] = []
  private let latestBirth: Day

  /// No sums yet, for so many months; texts that look like data of a person born until `latestBirth` are not told.
  init(months: Int, latestBirth: Day) {
    totals = Array(repeating: 0, count: months)
    self.latestBirth = latestBirth
  }

  /// Adds what all rows of a file brought in a month.
  mutating func add(_ sum: Int64, month: Int) {
    guard totals.indices.contains(month) else { return }
    totals[month] = totals[month].addingSaturated(sum)
  }

  mutating func add(_ sum: Int64, institution: String, month: Int) {
    institutions.add(sum, institution, month: month, of: totals.count)
  }

  mutating func add(_ sum: Int64, _ trait: Trait, _ value: String, month: Int) {
    traits[trait, default: Values()].add(sum, value, month: month, of: totals.count)
  }

  /// Adds rows of a month by their values; their total is added apart.
  mutating func add(_ rows: MonthReading.Rows, month: Int) {
    for (name, sum) in rows.institutions { add(sum, institution: name, month: month) }
    for (trait, values) in rows.traits {
      for (value, sum) in values { add(sum, trait, value, month: month) }
    }
  }

  /// What a file brought in the last month stays undivided.
  mutating func leave(_ sum: Int64, of path: String) {
    undivided = undivided.addingSaturated(sum)
    unread.append(path)
  }

  /// All of it, with what looks personal under one mark.
  func breakdown(item: ItemID, district: DistrictCode, asOf: Day) -> Breakdown {
    var breakdown = Breakdown(item: item, district: district, asOf: asOf, months: totals.count)
    breakdown.totals = totals
    breakdown.institutions = shown(institutions)
    breakdown.occupations = shown(traits[.occupation] ?? Values())
    breakdown.groups = shown(traits[.group] ?? Values())
    breakdown.undivided = undivided
    breakdown.unread = unread
    return breakdown
  }

  private func shown(_ values: Values) -> [String: [Int64]] {
    var shown = Values()
    for (text, months) in values.sums {
      let isPersonal = PersonalValues.holdsPersonal(text, latestBirth: latestBirth)
      for (month, sum) in months.enumerated() {
        shown.add(sum, isPersonal ? "***" : text, month: month, of: totals.count)
      }
    }
    return shown.sums
  }
}
