/// What is expected where nothing has been counted yet: the others' course by target, or the target itself.
struct Beginning {
  private let targets: [Double?]
  private let active: Int
  private let sharedTarget: Double?
  private let places: Int

  /// - Parameter active: places that counted something.
  init(_ item: Item, _ rule: Targets, _ codes: [DistrictCode], _ city: DistrictCode, active: [Int]) {
    // A whole city's target is no target of its own office.
    let targets = codes.map { $0 == city ? nil : rule.district($0, item).value.map { Double(max(0, $0)) } }
    self.targets = targets
    self.active = active.count
    places = max(1, codes.count - 1)
    let known = active.compactMap { targets[$0] }
    sharedTarget = known.count == active.count && !known.isEmpty ? known.reduce(0, +) : nil
  }

  /// Nothing is expected of the city's own office before it begins.
  ///
  /// - Parameters:
  ///   - sum: what the places that count are to count until the end.
  ///   - left: share of the days that is left: who has not begun by now may never.
  func prospect(of place: Int, sum: Double, left: Double) -> Prospect {
    guard place > 0 else { return .none }
    let begun = Double(min(active, places)) / Double(places)
    if active == 0 {
      guard let target = targets[place] else { return .none }
      return Prospect(beginning: target * left, ended: 1 - left)
    }
    if let sharedTarget, sharedTarget > 0, let target = targets[place] {
      return Prospect(beginning: sum * target / sharedTarget, ended: 1 - left * begun)
    }
    return Prospect(beginning: sum / Double(active), ended: 1 - left * begun)
  }
}
