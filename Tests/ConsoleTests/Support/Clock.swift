import Console
import Policy

/// Moments that every test goes by; none of them reads a clock.
enum Clock {
  /// 2026-11-20 15:42 in Shanghai, in seconds since 1970-01-01 UTC.
  static let now = 20_777.0 * 86_400 + 7 * 3_600 + 42 * 60

  /// When the snapshot was read: a little before ``now``.
  static let readAt = now - 4

  /// 2026-11-20.
  static let today = Day(number: 20_777)

  /// Seconds between two clock readings of 00:00 in Shanghai.
  static let day = 86_400.0
}
