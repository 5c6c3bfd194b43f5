import Console
import Glibc
import Policy

/// The wall clock, read in one place.
enum Clock {
  /// Now, as the docket says it.
  static var moment: Moment { Moment(seconds: now) }

  /// Seconds since 1970-01-01 UTC.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of a clock that only goes forward.
  static var uptime: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Today in Shanghai.
  static var today: Day { ShanghaiTime(seconds: now).day }
}
