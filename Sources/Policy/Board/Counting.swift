/// The counted items of the city and its districts on a day: where targets, pace, silence and rates meet.
struct Counting {
  private let plan: Plan
  private let progress: ProgressTotals
  private let items: [Item]
  private let targets: Targets
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

  init(plan: Plan, facts: Facts, pace: Pace, windows: RateWindows, asOf day: Day) {
    self.plan = plan
    progress = facts.progress
    items = plan.countedItems
    let targets = Targets(plan: plan, facts: facts)
    self.targets = targets
    self.pace = pace
    self.windows = windows
    self.day = day
    forecaster = Forecaster(plan: plan, facts: facts, targets: targets, asOf: day)
  }

  /// The city's items and each district's part, in the order of `districts`.
  func boards(of districts: [District]) -> (city: [ItemProgress], districts: [Place]) {
    let columns = Dictionary(
      progress.items.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let rows = Dictionary(
      progress.districts.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let sums = progress.districts.indices.map { row in
      items.map { item in columns[item.id].map { self.sums(row, $0) } ?? Sums() }
    }
    let outlooks = items.map(forecaster.outlooks)
    let city = items.indices.map { index in
      var total = Sums()
      for row in sums.indices { total.add(sums[row][index]) }
      return board(items[index], targets.city(items[index]), total, outlooks[index].city, silent: false)
    }
    let places = districts.map { district in
      let row = rows[district.code]
      let latest = row.flatMap { progress.latest(district: $0, through: day) }
      let silent = plan.thresholds.isSilent(latest: latest, asOf: day)
      let own = items.indices.map { index in
        board(
          items[index], targets.district(district.code, items[index]), row.map { sums[$0][index] } ?? Sums(),
          row.map { outlooks[index].places[$0] }, silent: silent)
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

  private func board(_ item: Item, _ target: Target, _ sums: Sums, _ outlook: Outlook?, silent: Bool) -> ItemProgress {
    let attainment = Attainment(actual: sums.actual, target: target.value, pace: pace)
    let rates = Rates(
      target: target.value, actual: sums.actual, last5: sums.last5, last20: sums.last20,
      workingDaysLeft: windows.workingDaysLeft)
    return ItemProgress(
      id: item.id, target: target.value, source: target.source, actual: sums.actual, pace: pace.ratio,
      attainment: attainment?.ratio, lead: attainment?.lead,
      status: Status(
        actual: sums.actual, target: target.value, pace: pace, thresholds: plan.thresholds, silent: silent),
      required: rates.required, recent5: rates.recent5, recent20: rates.recent20, multiple: rates.multiple,
      forecast: target.value.map { (outlook ?? .empty).forecast(target: $0) })
  }
}
