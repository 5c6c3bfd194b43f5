import Policy

/// A district as the sample needs it, or the city's own office (市本级).
struct Area: Sendable {
  /// Its code.
  var code: String
  /// Its full name.
  var name: String
  /// Its short name.
  var short: String
  /// Residents; the weight by which most things are spread.
  var population: Double
  /// The city itself.
  var isCity: Bool

  /// The districts of `plan` in order of their codes; where a population is unknown all weigh alike.
  static func districts(of plan: Plan) -> [Area] {
    plan.districts.sorted { $0.code < $1.code }.map { district in
      Area(
        code: district.code.rawValue, name: district.name, short: district.short,
        population: Double(max(1, district.population ?? 1)), isCity: false)
    }
  }

  /// The city's own office.
  static func city(of plan: Plan) -> Area {
    Area(code: plan.cityCode.rawValue, name: plan.cityName.zh, short: plan.cityName.zh, population: 0, isCity: true)
  }
}
