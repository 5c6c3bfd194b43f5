import Policy
import Testing

@Suite struct DayTests {
  @Test func `days round-trip through their text over four centuries`() throws {
    var expected = try day("1900-01-01").number
    for year in 1900...2300 {
      for month in 1...12 {
        for date in 1...Day.length(ofMonth: month, year: year) {
          let day = try #require(Day(year: year, month: month, day: date))
          guard day.number == expected, day.civil == (year, month, date) else {
            Issue.record("\(year)-\(month)-\(date)")
            return
          }
          expected += 1
        }
      }
    }
    #expect(try day("1970-01-01").number == 0)
    #expect(try day("2026-11-20").weekday == 5)
    #expect(try day("2026-11-20").iso == "2026-11-20")
    #expect(try day("2026-11-20").monthDay == "11-20")
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "2026-01-01 ", "", "+026-01-01"])
  func `what is no day is none`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `months keep the day or take the last of the month`() throws {
    #expect(try day("2024-08-31").adding(months: 6).iso == "2025-02-28")
    #expect(try day("2023-08-31").adding(months: 6).iso == "2024-02-29")
    #expect(try day("2026-12-15").adding(months: 1).iso == "2027-01-15")
    #expect(try day("2026-01-31").adding(months: -2).iso == "2025-11-30")
    #expect(try day("2024-02-29").adding(years: 1).iso == "2025-02-28")
    #expect(try day("2024-02-29").adding(years: 4).iso == "2028-02-29")
  }

  @Test func `arithmetic is held at the ends`() throws {
    let today = try day("2026-01-01")
    for count in [Int.max, Int.max / 2, 1_000_000] {
      #expect(today.adding(months: count) == .last)
      #expect(today.adding(years: count) == .last)
      #expect(today.adding(months: -count) == .first)
      #expect(today.adding(years: -count) == .first)
    }
    #expect(today.adding(months: .min) == .first)
    #expect((today + Int.max).number == .max)
    #expect((today - Int.max).number == .min)
    #expect((today - Int.min).number == .max)
    #expect((Day(number: .max) + 1).number == .max)
    #expect(Day.first.iso == "0001-01-01")
    #expect(Day.last.iso == "9999-12-31")
  }
}
