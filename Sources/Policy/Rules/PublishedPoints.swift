/// A published figure of the year before, at the day of this year that it corresponds to (<doc:BurnUpRule>).
public struct PublishedPoint: Hashable, Sendable {
  /// The day a year after the last day that the figure covers.
  public let day: Day
  /// What had been counted by then, in the item's unit.
  public let value: Double
  /// The span is only about right, by its source's own words.
  public let isAbout: Bool
  /// Who published it.
  public let source: String

  /// Every field.
  public init(day: Day, value: Double, isAbout: Bool, source: String) {
    self.day = day
    self.value = value
    self.isAbout = isAbout
    self.source = source
  }
}

extension Item {
  /// Published figures that can stand beside this year's running sum: in the item's own unit, of a span that begins a year
  /// before the period does. By day; of two for one day the first.
  public func publishedPoints(in plan: Plan) -> [PublishedPoint] {
    let begin = plan.periodStart.adding(years: -1)
    var points: [Day: PublishedPoint] = [:]
    for baseline in baselines where baseline.unit == nil || baseline.unit == unit {
      guard let span = BaselineSpan(baseline.period), span.first == begin else { continue }
      let day = span.last.adding(years: 1)
      // The last of February stands at the last of February.
      let shown = min(max(day, plan.periodStart), plan.periodEnd)
      if points[shown] == nil {
        points[shown] = PublishedPoint(
          day: shown, value: baseline.value, isAbout: span.isAbout, source: baseline.source)
      }
    }
    return points.values.sorted { $0.day < $1.day }
  }
}

/// The days that a baseline's period names.
struct BaselineSpan: Hashable {
  let first: Day
  let last: Day
  let isAbout: Bool

  /// `2025`, `2025-01`, `2025-01..2025-06`, `2025 to end-Oct`, `2025 to about end-Oct`; nil for any other words.
  init?(_ period: String) {
    let words = period.split(separator: " ").map(String.init)
    isAbout = words.contains("about")
    let ends: [Substring]
    if words.count > 1 {
      guard words[1] == "to", words.count == (isAbout ? 4 : 3), let last = words.last, last.hasPrefix("end-"),
        let month = Self.months.firstIndex(of: String(last.dropFirst(4)))
      else { return nil }
      let number = String(month + 1)
      ends = [words[0] + "-01", words[0] + "-" + (number.utf8.count < 2 ? "0" + number : number)].map { $0[...] }
    } else {
      let parts = period.split(separator: ".", omittingEmptySubsequences: false)
      switch parts.count {
      case 1: ends = [parts[0], parts[0]]
      case 3 where parts[1].isEmpty: ends = [parts[0], parts[2]]
      default: return nil
      }
    }
    guard let from = Self.months(ends[0]), let to = Self.months(ends[1]), from.first <= to.last else { return nil }
    first = from.first
    last = to.last
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The days of `2025` or `2025-06`.
  private static func months(_ text: Substring) -> (first: Day, last: Day)? {
    let whole = text.utf8.count == 4
    guard let first = Day(iso: text + (whole ? "-01-01" : "-01")) else { return nil }
    return (first, first.adding(months: whole ? 12 : 1) - 1)
  }
}
