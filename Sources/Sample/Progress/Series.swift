import Policy

/// A stream of similar rows of one counted item.
struct Series: Sendable {
  /// What the other columns of its rows say.
  enum Words: Sendable, Hashable {
    case classes
    case onlineClasses
    case nightSchool
    case apprentices
    case certificates
    case promoters
    case onlinePromoters
    case money
    case employees
    case fields
    case groups
    case students
    case newSkills
    case contests
    case plain
  }

  /// Its part of the item's amount; the parts of an item add up to 1.
  var share: Double
  /// The usual count of a row: a class, a day's batch, a month's figure.
  var size: Double
  /// What its rows say.
  var words: Words
}

/// The course of one counted item over the sample year.
struct ItemProfile: Sendable {
  /// The item's id.
  var item: String
  /// The city's total on the reference day, for items without district targets.
  var total: Double
  /// How the year's work spreads.
  var season: Season
  /// Reported by the city's own office alone.
  var cityOnly = false
  /// Its streams of rows.
  var series: [Series]
  /// The item whose ups and downs it shares: a part follows its whole, so that it never passes it.
  var follows: String?

  /// The profile of `item`; one that follows from its target for an item that the sample does not know.
  static func of(_ item: Item) -> ItemProfile {
    if let known = all.first(where: { $0.item == item.id.rawValue }) { return known }
    let total = item.target.map { Double($0) * 0.86 } ?? 600
    return ItemProfile(
      item: item.id.rawValue, total: total, season: .steady, cityOnly: item.level == .city,
      series: [Series(share: 1, size: min(33, max(1, total / 100)), words: item.target == nil ? .plain : .classes)],
      follows: item.parent?.rawValue)
  }

  private static func one(
    _ item: String, _ total: Double, _ season: Season, size: Double, _ words: Series.Words = .plain,
    cityOnly: Bool = false, follows: String? = nil
  ) -> ItemProfile {
    ItemProfile(
      item: item, total: total, season: season, cityOnly: cityOnly,
      series: [Series(share: 1, size: size, words: words)], follows: follows)
  }

  private static let all: [ItemProfile] = [
    ItemProfile(
      item: "M01.01", total: 637_000, season: .front,
      series: [
        Series(share: 0.54, size: 33, words: .classes), Series(share: 0.46, size: 140, words: .onlineClasses),
      ], follows: nil),
    one("M01.02", 408_000, .front, size: 800, .fields, follows: "M01.01"),
    one("M01.03", 192_000, .front, size: 420, .groups, follows: "M01.01"),
    one("M01.08", 664_000_000, .late, size: 1_200_000, .money),
    one("M01.09", 26_500, .late, size: 38, .nightSchool, follows: "M01.01"),
    one("M01.10", 118_000, .front, size: 300, .onlineClasses, follows: "M01.01"),
    one("M01.11", 11_600, .late, size: 42, .apprentices),
    one("M02.01", 49_000, .certificates, size: 33, .certificates),
    one("M02.05", 347_000, .front, size: 800, .classes, follows: "M01.01"),
    one("M02.06", 184_000, .steady, size: 500, .employees),
    ItemProfile(
      item: "M03.01", total: 44_000, season: .steady,
      series: [
        Series(share: 0.62, size: 33, words: .promoters), Series(share: 0.38, size: 120, words: .onlinePromoters),
      ], follows: nil),
    one("M03.07", 34, .steady, size: 2, cityOnly: true),
    one("M07.03", 52, .steady, size: 1),
    one("M07.04", 5_400, .late, size: 36, .newSkills),
    one("M08.04", 3_700, .autumn, size: 26),
    one("M08.07", 640, .steady, size: 4),
    one("M09.01", 750, .front, size: 5),
    one("M09.02", 520, .steady, size: 4),
    one("M09.03", 540, .steady, size: 3),
    one("M09.04", 910, .steady, size: 6),
    one("M11.04", 27_800, .graduates, size: 160, .students),
    one("M11.05", 9_600, .steady, size: 60, .students),
    one("M12.01", 6_300, .late, size: 35, .certificates),
    one("M12.02", 335, .late, size: 3),
    one("M12.03", 94, .autumn, size: 1),
    one("M13.07", 25, .steady, size: 1, .contests, cityOnly: true),
    one("M13.08", 14_600, .autumn, size: 110, .contests),
    one("M14.03", 212, .late, size: 2),
    one("M14.06", 5_700, .steady, size: 40),
    one("M15.01", 530, .late, size: 4),
    one("M15.02", 262, .late, size: 2),
    one("M15.03", 1_880, .late, size: 14),
    one("M16.01", 17, .steady, size: 1, .contests),
  ]
}
