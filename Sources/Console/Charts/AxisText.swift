import Policy
import Screen

/// What stands along the axes of a chart.
enum AxisText {
  /// A round figure: `500`, `1,500`, `20万`, `2.5m`; as short as its axis lets it be.
  static func figure(_ value: Double, step: Double, _ language: Language) -> SafeText {
    let unit = unit(max(value.magnitude, step * 2), step, language)
    let parts = step / unit.size
    let places = parts >= 1 || parts == 0 ? (parts.rounded() == parts ? 0 : 1) : parts * 10 >= 1 ? 1 : 2
    return value == 0 ? "0" : SafeText(Format.decimal(value / unit.size, places: places) + unit.name)
  }

  private static func unit(_ size: Double, _ step: Double, _ language: Language) -> (size: Double, name: String) {
    let units: [(Double, String)] =
      language == .zh ? [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")] : [(1e12, "tn"), (1e9, "bn"), (1e6, "m")]
    // Whole figures up to six digits are read more easily than shortened ones.
    for (unit, name) in units where size >= unit * 10 && step >= unit / 100 { return (unit, name) }
    return (1, "")
  }

  /// The months of a period, each where it begins, in days since the period's first.
  static func months(from start: Day, through end: Day, _ language: Language) -> [Plot.Tick] {
    var ticks: [Plot.Tick] = []
    var month = start
    while month <= end, ticks.count < 600 {
      let civil = month.civil
      let name = language == .zh ? "\(civil.month)月" : names[(civil.month - 1) % 12]
      ticks.append(Plot.Tick(Double(month - start), SafeText(name)))
      month = (month - (civil.day - 1)).adding(months: 1)
    }
    return ticks
  }

  private static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
