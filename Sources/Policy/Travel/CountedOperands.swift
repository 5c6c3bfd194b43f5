/// The numbers that the figures of a counted item are made of (<doc:AttainmentRule>, <doc:WorkingDaysRule>,
/// <doc:TargetsRule>): whoever computes them again gets what the board has.
public struct CountedOperands: Hashable, Sendable {
  /// Counts of some working days, weekends between them included.
  public struct Window: Hashable, Sendable {
    /// Working days that the counts are divided by.
    public var days: Int
    /// Its first day.
    public var first: Day
    /// Its last day: the as-of day.
    public var last: Day
    /// The sum of the counts.
    public var counted: Int64
  }

  /// A suggested target: the city's, split by residents.
  public struct Share: Hashable, Sendable {
    /// The city's target in the plan.
    public var target: Int64
    /// Residents of the district.
    public var residents: Int64
    /// Residents of all districts.
    public var all: Int64

    /// Every field.
    public init(target: Int64, residents: Int64, all: Int64) {
      self.target = target
      self.residents = residents
      self.all = all
    }
  }

  /// Days elapsed.
  public var elapsed: Int
  /// Days of the period.
  public var days: Int
  /// What is missing to the target; 0 where it is met or there is none.
  public var short: Int64
  /// Working days left.
  public var workingDaysLeft: Int
  /// The last 5 working days.
  public var recent5: Window
  /// The last 20 working days.
  public var recent20: Window
  /// What a suggested target comes from; nil where the target is none.
  public var share: Share?

  /// The numbers of an item in a district, or in the city by its own code.
  public init(plan: Plan, facts: Facts, board: Board, progress: ItemProgress, district code: DistrictCode) {
    elapsed = board.pace.elapsed
    days = board.pace.total
    short = progress.target.map { $0 > 0 ? max(0, $0.subtractingSaturated(progress.actual)) : 0 } ?? 0
    workingDaysLeft = board.workingDaysLeft
    let windows = RateWindows(plan: plan, calendar: facts.calendar, asOf: board.asOf)
    let totals = facts.progress
    let item = totals.items.firstIndex(of: progress.id)
    let districts = totals.districts.indices.filter { code == plan.cityCode || totals.districts[$0] == code }
    func window(_ days: Int, from first: Day) -> Window {
      var counted: Int64 = 0
      for district in districts {
        guard let item else { continue }
        counted = counted.addingSaturated(
          totals.sum(district: district, item: item, from: first, through: windows.last))
      }
      return Window(days: days, first: first, last: windows.last, counted: counted)
    }
    recent5 = window(5, from: windows.first5)
    recent20 = window(20, from: windows.first20)
    guard progress.source == .suggested, let target = plan.countedItem(progress.id)?.target,
      let own = facts.districts.first(where: { $0.code == code })
    else { return }
    share = Share(
      target: target, residents: max(0, own.population ?? 0),
      all: facts.districts.reduce(0) { $0.addingSaturated(max(0, $1.population ?? 0)) })
  }
}

extension Board {
  /// An item's figures in a district, or in the city by its own code; nil where there are none.
  public func progress(_ id: ItemID, _ code: DistrictCode, city: DistrictCode) -> ItemProgress? {
    let items = code == city ? self.city : districts.first { $0.district.code == code }?.items ?? []
    return items.first { $0.id == id }
  }
}
