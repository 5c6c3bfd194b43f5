/// The status of a counted item and of a district (<doc:StatusRule>).
extension Status {
  /// How a counted item stands; the first that fits.
  ///
  /// - Parameters:
  ///   - actual: Sum of counts through the as-of day.
  ///   - target: What is to be counted; nil where there is none. A target of 0 is met from the start.
  ///   - pace: The yardstick.
  ///   - thresholds: The plan's bounds.
  ///   - silent: The row is a district's, and the district has not reported.
  public init(actual: Int64, target: Int64?, pace: Pace, thresholds: Thresholds, silent: Bool = false) {
    guard let target else {
      self = .noTarget
      return
    }
    guard actual < target, let attainment = Attainment(actual: actual, target: target, pace: pace) else {
      self = .done
      return
    }
    if silent {
      self = .silent
    } else if attainment.reaches(thresholds.onPace) {
      self = .onPace
    } else if attainment.reaches(thresholds.watch) {
      self = .watch
    } else {
      self = .lagging
    }
  }

  /// The status of a district whose items stand so: 失联 if it is silent, else the worst of its items.
  public init(silent: Bool, items: some Sequence<Status>) {
    self = silent ? .silent : items.max { $0.gravity < $1.gravity } ?? .noTarget
  }

  /// 滞后 > 关注 > 正常 > 已完成 > 未定目标; an item's silence says nothing about a district that is not silent.
  private var gravity: Int {
    switch self {
    case .lagging: 5
    case .watch: 4
    case .onPace: 3
    case .done: 2
    case .noTarget: 1
    case .silent: 0
    }
  }
}
