/// A target and where it comes from.
public struct Target: Hashable, Sendable {
  /// What is to be counted; nil where there is no target.
  public var value: Int64?
  /// Where it comes from.
  public var source: TargetSource

  /// Value and source.
  public init(value: Int64?, source: TargetSource) {
    self.value = value
    self.source = source
  }

  /// There is no target.
  public static let none = Target(value: nil, source: .none)
}

/// The targets of the city and of every district (<doc:TargetsRule>).
public struct Targets: Sendable {
  private let rows: [TargetKey: TargetRow]
  private let cityCode: DistrictCode
  /// Suggested shares, in the order of the districts.
  private let shares: [ItemID: [Int64]]
  private let places: [DistrictCode: Int]

  /// The plan's targets, overridden by the `targets` table.
  public init(plan: Plan, facts: Facts) {
    rows = facts.targets
    cityCode = plan.cityCode
    let named = Set(facts.targets.keys.map(\.item))
    var shares: [ItemID: [Int64]] = [:]
    for item in plan.countedItems where item.split && !named.contains(item.id) {
      guard let target = item.target else { continue }
      shares[item.id] = SuggestedSplit.shares(of: target, among: facts.districts)
    }
    self.shares = shares
    places = Dictionary(
      facts.districts.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { _, last in last })
  }

  /// The city's target: the `targets` row of the city's own code, or the plan's.
  public func city(_ item: Item) -> Target {
    if let row = rows[TargetKey(district: cityCode, item: item.id)] { return Target(value: row.target, source: .file) }
    guard let target = item.target else { return .none }
    return Target(value: target, source: .plan)
  }

  /// A district's target: its `targets` row, or the suggested share where no row at all names the item.
  public func district(_ code: DistrictCode, _ item: Item) -> Target {
    let key = TargetKey(district: code, item: item.id)
    if let row = rows[key] { return Target(value: row.target, source: .file) }
    guard let shares = shares[item.id], let place = places[code] else { return .none }
    return Target(value: shares[place], source: .suggested)
  }
}
