import Records

/// A cheap look at a file or a folder before a dear one into it: the dear one is due where the cheap one saw a change.
///
/// Two changes may leave the same times if they follow each other closely, and a file system of another machine may tell of
/// them late. So the dear look is also due while the times are young, and now and then without any reason.
struct Glance: Sendable {
  let path: String
  private var seen: FileIdentity?
  private var looked: Double?

  /// Times that are younger than this, in seconds, may stand for more than one change.
  private static let young = 2.0
  /// So long, in seconds, nothing is believed that was not looked into.
  private static let longest = 5.0

  init(at path: String) { self.path = path }

  /// Whether it should be looked into. Then it is taken to be.
  ///
  /// What cannot be looked at is as if it were not there.
  /// - Parameters:
  ///   - now: seconds since 1970-01-01 UTC, as the file's times are.
  ///   - uptime: seconds of a clock that only goes forward.
  mutating func isDue(now: Double, uptime: Double = Clock.uptime) -> Bool {
    let identity = (try? SmallFile.identity(at: path)) ?? nil
    let isYoung = identity.map { abs(now - $0.modifiedSeconds) < Glance.young } ?? false
    let isLong = looked.map { uptime - $0 >= Glance.longest } ?? true
    guard identity != seen || isYoung || isLong else { return false }
    seen = identity
    looked = uptime
    return true
  }
}
