import Policy

/// How far each district has come on the reference day: the pictures that the sample year is to show.
///
/// Invented throughout. Of the districts of the built-in plan two fall silent, two lag in the large item, the level-3
/// certificates lag in several, two have everything done. Of the districts of another city chance decides.
enum Story {
  /// Attainment in per cent of the district's target on the reference day, in the order of ``items``.
  private static let attainment: [String: [Double]] = [
    "310101": [108, 96, 94, 95, 96, 93, 90],
    "310104": [106, 92, 97, 92, 94, 97, 88],
    "310105": [110, 102.5, 103, 105, 106, 104, 106],
    "310106": [99, 90, 91, 96, 92, 95, 93],
    "310107": [82, 81, 85, 90, 95, 92, 91],
    "310109": [108, 101.8, 101.5, 104, 107, 106, 105],
    "310110": [97, 87, 92, 89, 91, 93, 95],
    "310112": [106, 80.5, 87, 93, 92, 88, 89],
    "310113": [75.5, 70, 82, 80, 90, 86, 84],
    "310114": [108, 83, 90, 91, 95, 97, 92],
    "310115": [113, 86.5, 89, 92, 95, 91, 93],
    "310116": [80, 72, 83, 77, 82, 80, 85],
    "310117": [82.5, 74, 88, 86, 93, 90, 87],
    "310118": [72, 68, 77, 74, 85, 79, 83],
    "310120": [88, 79, 85, 84, 88, 83, 86],
    "310151": [81, 66, 81, 85, 92, 88, 90],
  ]

  private static let items = ["M01.01", "M02.01", "M03.01", "M01.11", "M09.01", "M08.04", "M09.03"]

  /// The share of its target that the district reaches on the reference day; nil where no story is told.
  static func attainment(item: String, district: String) -> Double? {
    guard let index = items.firstIndex(of: item), let row = attainment[district], index < row.count else { return nil }
    return row[index] / 100
  }

  /// The share of its target that a district reaches for which no story is told.
  static func chance(item: String, district: String, seed: UInt64) -> Double {
    var random = SampleRandom(seed: seed, "attainment", item, district)
    return [
      random.real(0.36, 0.54), random.real(0.62, 0.76), random.real(0.76, 0.88), random.real(0.86, 1.02),
      random.real(1.0, 1.12),
    ][random.index(weights: [7, 11, 20, 47, 15])]
  }

  /// Whether the district is one of those that stories are told of.
  static func knows(_ district: String) -> Bool { attainment[district] != nil }

  /// Days before the last day of data at which the district falls silent; 0 for a district that reports.
  static func silence(of district: String) -> Int {
    switch district {
    case "310120": 17
    case "310116": 13
    case _ where knows(district): 0
    default: quiet(district)
    }
  }

  /// One district in sixteen of a city without stories.
  private static func quiet(_ district: String) -> Int {
    var random = SampleRandom(seed: 1, "silence", district)
    return random.below(16) == 0 ? random.whole(24, 36) : 0
  }
}
