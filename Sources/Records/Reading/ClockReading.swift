import Glibc

/// A point in time: a monotonic clock to measure by, and the wall's to tell people.
struct ClockReading: Hashable, Sendable {
  /// Nanoseconds of a clock that never goes back.
  var uptime: Int64
  /// Seconds since 1970-01-01 UTC.
  var wall: Double

  /// The system's clocks now.
  static var now: ClockReading {
    ClockReading(uptime: nanoseconds(CLOCK_MONOTONIC), wall: Double(nanoseconds(CLOCK_REALTIME)) / 1_000_000_000)
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
