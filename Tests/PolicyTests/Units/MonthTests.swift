import Policy
import Testing

@Suite("Months, and days in Shanghai")
struct MonthTests {
  @Test("a month holds its days and no others", arguments: [-719_162, -1, 0, 59, 20_454, 20_777, 2_932_896] as [Int32])
  func days(_ number: Int32) {
    let day = Day(number: number)
    let month = Month(of: day)
    #expect(month.first <= day && day <= month.last)
    #expect(Month(of: month.last) == month)
    #expect(month.first.civil.day == 1)
    if month.first > .first { #expect(Month(of: month.first - 1).number == month.number - 1) }
  }

  @Test("a month is written by year and number")
  func written() {
    #expect(Month(of: Day(number: 20_777)).iso == "2026-11")
    #expect(Month(of: Day(number: 20_454)).last.iso == "2026-01-31")
  }

  @Test("months beyond the calendar are held at its ends", arguments: [Int32.min, -13, 11, 200_000, Int32.max])
  func beyond(_ number: Int32) {
    let month = Month(number: number)
    #expect(month.first >= .first && month.last <= .last)
  }

  @Test("the day in Shanghai begins eight hours before that of UTC")
  func shanghai() {
    let midnight = 20_777.0 * 86_400
    #expect(Day(shanghai: midnight) == Day(number: 20_777))
    #expect(Day(shanghai: midnight + 16 * 3_600 - 1) == Day(number: 20_777))
    #expect(Day(shanghai: midnight + 16 * 3_600) == Day(number: 20_778))
    #expect(Day(number: 20_777).endInShanghai == midnight + 16 * 3_600)
    #expect(Day(shanghai: -8 * 3_600 - 1) == Day(number: -1))
    #expect(Day(shanghai: .nan) == Day(number: 0) && Day(shanghai: .infinity) == Day(number: 0))
  }
}
