/// A calendar month.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public var number: Int32

  /// The month `number` months after January of the year 0.
  public init(number: Int32) { self.number = number }

  /// The month that a day lies in.
  public init(of day: Day) {
    let (year, month, _) = day.civil
    number = Int32(clamping: year * 12 + month - 1)
  }

  /// Its first day, held at the ends of the calendar.
  public var first: Day {
    let year = Int(number >= 0 ? number / 12 : -1)
    return Day(year: year, month: Int(number % 12) + 1, day: 1) ?? (year < 1 ? .first : .last)
  }

  /// Its last day, held as ``first`` is.
  public var last: Day {
    let next = first.adding(months: 1)
    return next.civil.day == 1 ? next - 1 : .last
  }

  /// `YYYY-MM`.
  public var iso: String { String(first.iso.prefix(7)) }

  /// Earlier months come first.
  public static func < (a: Month, b: Month) -> Bool { a.number < b.number }
}
