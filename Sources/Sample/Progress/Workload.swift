import Policy

/// What every district counts in every item through the last day of data, in how many rows, and on which days.
struct Workload: Sendable {
  /// A stream of rows in one district.
  struct Stream: Sendable {
    /// Position on ``items``.
    var item: Int
    /// What its rows say beside the figures.
    var words: Series.Words
    /// What its rows add up to.
    var amount: Int64
    /// How many rows it has.
    var rows: Int
  }

  /// Counted items of the plan.
  let items: [Item]
  /// Their profiles, in the same order.
  let profiles: [ItemProfile]
  /// For each area its streams: the city's office first, then the districts.
  let streams: [[Stream]]
  /// The city's office, then the districts.
  let areas: [Area]

  /// - Parameter rows: rows to share out over all streams; nil for one a class.
  init(plan: Plan, options: SampleOptions, targets: SampleTargets, through: Day, rows: Int?) {
    let calendar = WorkCalendar(plan.calendar)
    let items = plan.countedItems
    let profiles = items.map(ItemProfile.of)
    let areas = [Area.city(of: plan)] + Area.districts(of: plan)
    let reached = Dictionary(
      Season.allCases.map { season in
        (season, Workload.reached(season.dailyShares(plan: plan, calendar: calendar), plan: plan, through: through))
      }, uniquingKeysWith: { first, _ in first })
    var streams = [[Stream]](repeating: [], count: areas.count)
    var cells: [RowBudget.Cell] = []
    for (index, profile) in profiles.enumerated() {
      let scale = reached[profile.season] ?? 1
      let amounts = Workload.amounts(profile, areas: areas, options: options, targets: targets, scale: scale)
      for (area, amount) in amounts.enumerated() {
        let parts = apportion(amount, weights: profile.series.map(\.share))
        for (series, part) in zip(profile.series, parts) {
          streams[area].append(Stream(item: index, words: series.words, amount: part, rows: 0))
          cells.append(RowBudget.Cell(amount: part, size: series.size))
        }
      }
    }
    let budget = RowBudget.rows(of: cells, total: rows)
    // The cells stand item by item, the streams area by area: give them out in the order in which they were made.
    var next = [Int](repeating: 0, count: areas.count)
    var cell = 0
    for profile in profiles {
      for area in areas.indices {
        for _ in profile.series {
          streams[area][next[area]].rows = budget[cell]
          next[area] += 1
          cell += 1
        }
      }
    }
    self.items = items
    self.profiles = profiles
    self.streams = streams
    self.areas = areas
  }

  /// The year's share reached by `through`, relative to the reference day, on which the stories come together.
  private static func reached(_ shares: [Double], plan: Plan, through: Day) -> Double {
    let reference = plan.periodStart + (SampleOptions.referenceDay - Workload.newYear)
    func sum(_ day: Day) -> Double { shares.prefix(max(0, day - plan.periodStart + 1)).reduce(0, +) }
    let base = sum(reference)
    return base > 0 ? sum(through) / base : 0
  }

  private static let newYear = Day(number: 20_454)

  /// What each area counts in the item: its story where it has a target, else its part of the city's total.
  private static func amounts(
    _ profile: ItemProfile, areas: [Area], options: SampleOptions, targets: SampleTargets, scale: Double
  ) -> [Int64] {
    var random = SampleRandom(seed: options.seed, "amount", profile.item)
    let weights = areas.map { area in
      let jitter = random.real(0.8, 1.2)
      if profile.cityOnly { return area.isCity ? 1.0 : 0 }
      return area.isCity ? 0 : area.population.squareRoot() * jitter * pull(area, profile)
    }
    let spread = apportion(Int64(clamped: (profile.total * scale).rounded()), weights: weights)
    return areas.enumerated().map { index, area in
      let jitter = random.real(-0.0025, 0.0025)
      if area.isCity, profile.item == "M01.01" { return Int64(clamped: (2400 * scale).rounded()) }
      guard let target = targets.target(item: profile.item, district: area.code) else { return spread[index] }
      let attainment =
        Story.attainment(item: profile.item, district: area.code)
        ?? Story.chance(item: profile.item, district: area.code, seed: options.seed)
      return Int64(clamped: (Double(target) * (attainment + jitter) * scale).rounded())
    }
  }

  /// Large items follow the population itself; a part of an item follows its whole's story.
  private static func pull(_ area: Area, _ profile: ItemProfile) -> Double {
    guard profile.total >= 1500 else { return 1 }
    let whole = profile.follows ?? (profile.item == "M01.08" ? "M01.01" : "")
    return area.population.squareRoot() * (Story.attainment(item: whole, district: area.code) ?? 1)
  }
}
