/// How sure the target is, in one word beside the light: the forecast's probability in three classes
/// (<doc:ScenariosRule>).
public enum ForecastOutlook: String, Hashable, Sendable, CaseIterable {
  /// 稳: reached in nine of ten years or more.
  case safe
  /// 盯: reached in at least half of them.
  case close
  /// 险: missed in more than half of them.
  case risk

  /// The least probability of 稳.
  public static let safeFrom = 0.9
  /// The least probability of 盯.
  public static let closeFrom = 0.5

  /// The class of a probability, 0…1; what is no number is 险.
  public init(probability: Double) {
    self = probability >= Self.safeFrom ? .safe : probability >= Self.closeFrom ? .close : .risk
  }
}

extension Forecast {
  /// The class of its probability.
  public var outlook: ForecastOutlook { ForecastOutlook(probability: probability) }
}
