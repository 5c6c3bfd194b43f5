/// Several measurements of one thing, sorted.
struct Spread {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.filter(\.isFinite).sorted() }

  var count: Int { sorted.count }
  var least: Double { sorted.first ?? .nan }
  var most: Double { sorted.last ?? .nan }
  var median: Double { (percentile(50) + (sorted.isEmpty ? .nan : sorted[sorted.count / 2])) / 2 }

  /// The least value that `percent` (0…100) of all values do not exceed; NaN where there are none.
  func percentile(_ percent: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let rank = (Double(sorted.count) * min(max(percent, 0), 100) / 100).rounded(.up)
    return sorted[min(max(Int(exactly: rank) ?? 1, 1), sorted.count) - 1]
  }

  /// The median of what the values of `first` are to those of `second`, run by run: what else the machine does at the
  /// time then weighs on both.
  static func ratio(_ first: [Double], _ second: [Double]) -> Spread {
    Spread(zip(first, second).filter { $0.1 > 0 }.map { $0.0 / $0.1 })
  }
}
