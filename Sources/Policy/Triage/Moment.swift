/// A point in time in whole milliseconds since 1970-01-01 UTC. Shown in Asia/Shanghai, whatever the machine's zone is.
public struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public var milliseconds: Int64

  /// So many milliseconds after 1970-01-01 UTC.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// So many seconds after 1970-01-01 UTC, cut to a whole millisecond; what is no number, or too far, is held.
  public init(seconds: Double) {
    let value = (seconds * 1000).rounded(.down)
    milliseconds = value.isNaN ? 0 : Int64(exactly: min(max(value, -9e15), 9e15)) ?? 0
  }

  /// Seconds since 1970-01-01 UTC.
  public var seconds: Double { Double(milliseconds) / 1000 }

  /// The day in Shanghai.
  public var day: Day { Day(shanghai: seconds) }

  /// Earlier moments come first.
  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
}
