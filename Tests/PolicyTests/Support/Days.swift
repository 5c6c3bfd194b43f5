import Policy
import Testing

/// A day written as `YYYY-MM-DD`; fails the test where it is none.
func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "not a day: \(iso)") }

/// The State Council's calendar of 2026, as the built-in plan carries it.
func calendar2026() throws -> [CalendarEntry] {
  let holidays = [
    "2026-01-01", "2026-01-02", "2026-01-03", "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
    "2026-02-20", "2026-02-21", "2026-02-22", "2026-02-23", "2026-04-04", "2026-04-05", "2026-04-06", "2026-05-01",
    "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25",
    "2026-09-26", "2026-09-27", "2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06",
    "2026-10-07",
  ]
  let workdays = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
  return try holidays.map { CalendarEntry(day: try day($0), kind: .holiday, name: "放假") }
    + workdays.map { CalendarEntry(day: try day($0), kind: .workday, name: "上班") }
}

/// SplitMix64: the same numbers in every run.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
