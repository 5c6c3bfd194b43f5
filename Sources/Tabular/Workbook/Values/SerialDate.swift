/// Days as spreadsheets number them.
enum SerialDate {
  /// What day 0 is.
  enum Epoch: Hashable {
    /// Day 1 is 1 January 1900, and there is a 29 February 1900, which never was.
    case from1900
    /// Day 0 is 1 January 1904.
    case from1904
  }

  /// The text of a day: `2026-03-05`, with a time of day `2026-03-05T12:30`, which is no date; `1900-02-29` for the day
  /// that never was. Nil for numbers that no spreadsheet shows as a date.
  static func text(_ serial: Double, _ epoch: Epoch) -> String? {
    // Day 2,958,466 would be 10000-01-01.
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let whole = serial.rounded(.down)
    var seconds = Int(exactly: ((serial - whole) * 86_400).rounded()) ?? 0
    guard var day = Int(exactly: whole) else { return nil }
    if seconds >= 86_400 {
      seconds = 0
      day += 1
    }
    guard let date = date(day, epoch) else { return nil }
    if seconds == 0 { return date }
    let time = "\(date)T\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60))"
    return seconds % 60 == 0 ? time : "\(time):\(padded(seconds % 60))"
  }

  private static func date(_ serial: Int, _ epoch: Epoch) -> String? {
    switch epoch {
    // Day 1 of 1904 lies 1,462 days behind day 1 of 1900.
    case .from1904: return civil(serial + 1_462)
    case .from1900:
      if serial == 0 { return "1900-01-00" }
      if serial == 60 { return "1900-02-29" }
      return civil(serial < 60 ? serial + 1 : serial)
    }
  }

  /// The date that lies this many days behind 1899-12-30; nil after the year 9999.
  private static func civil(_ days: Int) -> String? {
    // Counted from 1 March of year 0, as years then end with the day that leaps (Hinnant, days_from_civil).
    let shifted = days + 693_899
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return year <= 9_999 ? "\(year)-\(padded(month))-\(padded(day))" : nil
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The text of a day that is written out (ISO 8601), without a time of day where that is midnight.
  static func text(iso text: String) -> String {
    guard let mark = text.firstIndex(of: "T") else { return text }
    let isMidnight = text[text.index(after: mark)...].allSatisfy { "0:.Z".contains($0) }
    return isMidnight ? String(text[..<mark]) : text
  }
}
