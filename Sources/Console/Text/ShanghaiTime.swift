package import Policy

/// A moment as a wall clock in Asia/Shanghai shows it, whatever the machine says (`rules.md`, Time).
package struct ShanghaiTime: Hashable, Sendable {
  /// Seconds since 1970-01-01 UTC.
  package var seconds: Double

  package init(seconds: Double) { self.seconds = seconds }

  private var local: Int64 {
    let shifted = (seconds + Day.shanghaiOffset).rounded(.down)
    return shifted.isFinite && abs(shifted) < 1e14 ? Int64(shifted) : 0
  }

  /// The calendar day there.
  package var day: Day { Day(shanghai: seconds) }

  /// `15:42`.
  package var clock: String {
    let minute = ((local % 86_400) + 86_400) % 86_400 / 60
    let (h, m) = (minute / 60, minute % 60)
    return (h < 10 ? "0" : "") + String(h) + ":" + (m < 10 ? "0" : "") + String(m)
  }

  /// `2026-11-20 15:42`.
  package var dateAndClock: String { day.iso + " " + clock }

  /// `11-20 15:42`.
  package var stamp: String { day.monthDay + " " + clock }

  /// Seconds until the clock shows the next minute, above 0.
  package var secondsToNextMinute: Double {
    let into = seconds.truncatingRemainder(dividingBy: 60)
    return 60 - (into < 0 ? into + 60 : into)
  }
}

/// How long ago something was, in at most eight cells.
package enum Age {
  /// `刚刚`, `37分`, `1时15分`, `3天`; never negative, so that a clock that jumps back shows no nonsense.
  package static func text(seconds: Double, _ language: Language) -> String {
    let clamped = seconds.isFinite ? min(max(0, seconds), 1e10) : 0
    let minutes = Int(clamped / 60)
    if minutes < 1 { return language == .zh ? "刚刚" : "now" }
    if minutes < 60 { return language == .zh ? "\(minutes)分" : "\(minutes)m" }
    let hours = minutes / 60
    if hours < 24 {
      let rest = minutes % 60
      return language == .zh ? "\(hours)时\(rest < 10 ? "0" : "")\(rest)分" : "\(hours)h\(rest < 10 ? "0" : "")\(rest)m"
    }
    return days(hours / 24, language)
  }

  /// `今天`, `3天`.
  package static func days(_ days: Int, _ language: Language) -> String {
    if days <= 0 { return language == .zh ? "今天" : "today" }
    return language == .zh ? "\(days)天" : "\(days)d"
  }
}
