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
