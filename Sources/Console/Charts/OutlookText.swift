package import Policy
package import Screen

extension ForecastOutlook {
  package var word: OutlookWord {
    switch self {
    case .safe: .safe
    case .close: .close
    case .risk: .risk
    }
  }

  package var role: Role {
    switch self {
    case .safe: .onPace
    case .close: .watch
    case .risk: .lagging
    }
  }
}

extension Forecast {
  /// `险 达标概率 12%`.
  func line(_ language: Language) -> Line {
    [
      Span(language(outlook.word) + " ", outlook.role), Span(language(ChartWord.outlook) + " ", .dim),
      Span(Forecast.percent(probability)),
    ]
  }

  /// A probability as people read it: nothing that is still open reads as certain.
  static func percent(_ probability: Double) -> SafeText {
    probability < 0.01
      ? "<1%" : probability > 0.99 ? ">99%" : SafeText(Format.decimal(probability * 100, places: 0) + "%")
  }
}
