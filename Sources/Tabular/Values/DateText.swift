/// Dates as people write them (`data-directory.md`, Date): `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, with or
/// without leading zeros, and `20260305`; digits may be full-width. No times, no blanks, four digits of year.
public enum DateText {
  /// The day that `text` (UTF-8, trimmed) names; nil if it is not written so or is no real day.
  public static func parse(_ text: Span<UInt8>) -> CivilDate? {
    var index = 0
    guard let year = number(text, &index, digits: 4...4), index < text.count else { return nil }
    let afterYear = index
    guard let separator = text.nextWritten(&index) else { return nil }
    let afterMonth: WrittenCharacter
    switch separator {
    case .minus, .slash, .point: afterMonth = separator
    case .year: afterMonth = .month
    case .digit: return compact(text, from: afterYear, year: year)
    default: return nil
    }
    guard let month = number(text, &index, digits: 1...2) else { return nil }
    guard text.nextWritten(&index) == afterMonth else { return nil }
    guard let day = number(text, &index, digits: 1...2) else { return nil }
    if separator == .year, text.nextWritten(&index) != .day { return nil }
    guard index == text.count else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The day that `text` (trimmed) names; nil if it is not written so or is no real day.
  public static func parse(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    return parse(bytes.span)
  }

  private static func compact(_ text: Span<UInt8>, from start: Int, year: Int) -> CivilDate? {
    var index = start
    guard let month = number(text, &index, digits: 2...2), let day = number(text, &index, digits: 2...2) else {
      return nil
    }
    guard index == text.count else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Reads as many digits as `digits` allows; nil if there are fewer.
  @inline(__always)
  private static func number(_ text: Span<UInt8>, _ index: inout Int, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var found = 0
    while found < digits.upperBound {
      var next = index
      guard case .digit(let digit)? = text.nextWritten(&next) else { break }
      value = value &* 10 &+ Int(digit)
      found &+= 1
      index = next
    }
    return found >= digits.lowerBound ? value : nil
  }
}
