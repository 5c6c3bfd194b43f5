/// A calendar day, counted from 1970-01-01, in the proleptic Gregorian calendar and without a time or zone.
///
/// Records carry dates only (`No times`), so nothing in the rules ever needs an instant.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int32

  /// The day `number` days after 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// A real calendar day, or nil: 2026-02-30 is none. Years 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Days-from-civil: the year begins in March, so that the leap day is its last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// `YYYY-MM-DD` and nothing else; nil otherwise.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }), parts.count == 3,
      parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
    else { return nil }
    self.init(year: y, month: m, day: d)
  }

  /// Year, month 1…12 and day 1…31 of this day.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (y, m, d) = civil
    return Day.padded(y, 4) + "-" + Day.padded(m, 2) + "-" + Day.padded(d, 2)
  }

  /// `MM-DD`, for columns where the year is plain.
  public var monthDay: String {
    let (_, m, d) = civil
    return Day.padded(m, 2) + "-" + Day.padded(d, 2)
  }

  /// 1 = Monday … 7 = Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// The same day `count` months on, or the last of that month where it has no such day (<doc:MilestonesRule>).
  ///
  /// Held between ``first`` and ``last``: a plan may ask for any number of months.
  public func adding(months count: Int) -> Day {
    let (y, m, d) = civil
    let total = y * 12 + (m - 1) + min(max(count, -Day.mostMonths), Day.mostMonths)
    let year = total >= 0 ? total / 12 : (total - 11) / 12
    if year < 1 { return .first }
    let month = total - year * 12 + 1
    return Day(year: year, month: month, day: min(d, Day.length(ofMonth: month, year: year))) ?? .last
  }

  /// The same day `count` years on; 29 February becomes the 28th in a common year. Held as ``adding(months:)`` is.
  public func adding(years count: Int) -> Day { adding(months: min(max(count, -9999), 9999) * 12) }

  /// 0001-01-01, the first day that has a date.
  public static let first = Day(number: -719_162)

  /// 9999-12-31, the last day that has a date.
  public static let last = Day(number: 2_932_896)

  /// More months than lie between ``first`` and ``last``.
  private static let mostMonths = 9999 * 12

  /// Days in a month of the Gregorian calendar, 28…31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier days come first.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day `days` after `day`, held at the ends of the range instead of trapping.
  public static func + (day: Day, days: Int) -> Day {
    Day(number: Int32(clamping: Int64(day.number).addingSaturated(Int64(days))))
  }

  /// The day `days` before `day`, held at the ends of the range instead of trapping.
  public static func - (day: Day, days: Int) -> Day {
    Day(number: Int32(clamping: Int64(day.number).subtractingSaturated(Int64(days))))
  }

  /// Days from `b` to `a`; negative where `a` is earlier.
  public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
