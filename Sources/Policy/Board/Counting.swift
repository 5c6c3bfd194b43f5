/// What the counted items of all days have in common: the axes, matched, and the targets.
struct CountingBasis {
  let plan: Plan
  let items: [Item]
  let districts: [District]
  let progress: ProgressTotals
  let targets: Targets
  /// The position of each item on the item axis; nil where nothing can be counted.
  let columns: [Int?]
  /// The position of each district on the district axis.
  let rows: [Int?]
  /// The city's targets, by item.
  let cityTargets: [Target]
  /// The districts' targets, by district, then item.
  let districtTargets: [Target]
  /// Whether anybody has a target for the item: where nobody has, nothing is forecast.
  let isTargeted: [Bool]

  init(plan: Plan, facts: Facts) {
    self.plan = plan
    let items = plan.countedItems
    let targets = Targets(plan: plan, facts: facts)
    let progress = facts.progress
    let columns = Dictionary(
      progress.items.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let rows = Dictionary(
      progress.districts.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let cityTargets = items.map(targets.city)
    let districtTargets = facts.districts.flatMap { district in items.map { targets.district(district.code, $0) } }
    self.items = items
    self.targets = targets
    self.progress = progress
    self.columns = items.map { columns[$0.id] }
    self.rows = facts.districts.map { rows[$0.code] }
    self.cityTargets = cityTargets
    self.districtTargets = districtTargets
    districts = facts.districts
    var isTargeted = cityTargets.map { $0.value != nil }
    for (index, target) in districtTargets.enumerated() where target.value != nil {
      isTargeted[index % items.count] = true
    }
    self.isTargeted = isTargeted
  }

  func target(_ district: Int, _ item: Int) -> Target { districtTargets[district * items.count + item] }
}

/// The counted items of the city and its districts on a day: where targets, pace, silence, rates and forecasts meet.
struct Counting {
  private let basis: CountingBasis
  private let plan: Plan
  private let progress: ProgressTotals
  private let items: [Item]
  private let pace: Pace
  private let windows: RateWindows
  private let day: Day
  private let forecaster: Forecaster

  /// Sums of one item in one place.
  private struct Sums {
    var actual: Int64 = 0
    var last5: Int64 = 0
    var last20: Int64 = 0

    mutating func add(_ other: Sums) {
      actual = actual.addingSaturated(other.actual)
      last5 = last5.addingSaturated(other.last5)
      last20 = last20.addingSaturated(other.last20)
    }
  }

  /// A district's part of the board.
  struct Place {
    var status: Status
    var latest: Day?
    var items: [ItemProgress]
  }

  /// Districts and items that are worth a thread of their own.
  private enum Grain {
    static let districts = 64
    static let pairs = 4_096
  }

  init(_ basis: CountingBasis, facts: Facts, pace: Pace, windows: RateWindows, asOf day: Day) {
    self.basis = basis
    plan = basis.plan
    progress = basis.progress
    items = basis.items
    self.pace = pace
    self.windows = windows
    self.day = day
    forecaster = Forecaster(plan: basis.plan, facts: facts, targets: basis.targets, asOf: day)
  }

  /// The city's items and each district's part, in the order of the facts.
  func boards() -> (city: [ItemProgress], districts: [Place]) {
    let rows = progress.districts.count
    // Few districts are done sooner than other threads wake up.
    let isLarge = rows * items.count > Grain.pairs
    let rowSums = Concurrently.map(rows, grain: isLarge ? Grain.districts : rows) { row in
      basis.columns.map { column in column.map { sums(row, $0) } ?? Sums() }
    }
    let outlooks = Concurrently.map(items.count, grain: isLarge ? 1 : items.count) { index in
      basis.isTargeted[index] ? forecaster.outlooks(of: items[index]) : nil
    }
    let city = items.indices.map { index in
      var total = Sums()
      for row in rowSums.indices { total.add(rowSums[row][index]) }
      return board(index, basis.cityTargets[index], total, outlooks[index]?.city, silent: false)
    }
    let count = basis.districts.count
    let places = Concurrently.map(count, grain: isLarge ? Grain.districts : count) { district in
      let row = basis.rows[district]
      let latest = row.flatMap { progress.latest(district: $0, through: day) }
      let silent = plan.thresholds.isSilent(latest: latest, asOf: day)
      let own = items.indices.map { index in
        board(
          index, basis.target(district, index), row.map { rowSums[$0][index] } ?? Sums(),
          row.flatMap { outlooks[index]?.places[$0] }, silent: silent)
      }
      return Place(status: Status(silent: silent, items: own.map(\.status)), latest: latest, items: own)
    }
    return (city, places)
  }

  private func sums(_ district: Int, _ item: Int) -> Sums {
    Sums(
      actual: progress.sum(district: district, item: item, from: progress.start, through: day),
      last5: progress.sum(district: district, item: item, from: windows.first5, through: windows.last),
      last20: progress.sum(district: district, item: item, from: windows.first20, through: windows.last))
  }

  private func board(_ index: Int, _ target: Target, _ sums: Sums, _ outlook: Outlook?, silent: Bool) -> ItemProgress {
    let attainment = Attainment(actual: sums.actual, target: target.value, pace: pace)
    let rates = Rates(
      target: target.value, actual: sums.actual, last5: sums.last5, last20: sums.last20,
      workingDaysLeft: windows.workingDaysLeft)
    return ItemProgress(
      id: items[index].id, target: target.value, source: target.source, actual: sums.actual, pace: pace.ratio,
      attainment: attainment?.ratio, lead: attainment?.lead,
      status: Status(
        actual: sums.actual, target: target.value, pace: pace, thresholds: plan.thresholds, silent: silent),
      required: rates.required, recent5: rates.recent5, recent20: rates.recent20, multiple: rates.multiple,
      forecast: target.value.map { (outlook ?? .empty).forecast(target: $0) })
  }
}
