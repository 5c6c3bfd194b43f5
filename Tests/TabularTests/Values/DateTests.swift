import Tabular
import Testing

struct DateTests {
  @Test(arguments: [
    ("2026-03-05", 2026, 3, 5), ("2026-3-5", 2026, 3, 5), ("2026-03-5", 2026, 3, 5), ("2026-3-05", 2026, 3, 5),
    ("2026/3/5", 2026, 3, 5), ("2026/03/05", 2026, 3, 5), ("2026.3.5", 2026, 3, 5), ("2026.03.05", 2026, 3, 5),
    ("2026年3月5日", 2026, 3, 5), ("2026年03月05日", 2026, 3, 5), ("20260305", 2026, 3, 5), ("2026-12-31", 2026, 12, 31),
    ("20241231", 2024, 12, 31), ("2024-02-29", 2024, 2, 29), ("2000-2-29", 2000, 2, 29), ("0001-01-01", 1, 1, 1),
    ("9999-12-31", 9999, 12, 31), ("２０２６-０３-０５", 2026, 3, 5), ("２０２６年３月５日", 2026, 3, 5), ("２０２６０３０５", 2026, 3, 5),
    ("2026年１0月1日", 2026, 10, 1),
  ])
  func reads(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    let date = DateText.parse(text)
    #expect(date != nil)
    #expect(date == CivilDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    "", "2026", "2026-03", "2026-3-", "-2026-3-5", "26-3-5", "02026-3-5", "2026-003-05", "2026-3-005", "2026-3/5",
    "2026/3-5",
    "2026.3-5", "2026-3.5", "2026年3月5", "2026年3-5", "2026年3月5号", "2026年3日5月", "2026-3-5日", "2026 3 5", "2026-3-5 ",
    " 2026-3-5", "2026- 3-5", "2026-3-5T00:00", "2026-03-05 08:00", "2026-03-05Z", "5/3/2026", "03-05-2026", "202635",
    "2026035", "202603055", "20260305x", "２０２６－０３－０５", "2026—03—05", "二〇二六年三月五日", "2026-00-05", "2026-13-05",
    "2026-03-00", "2026-03-32", "2026-04-31", "2026-02-29", "1900-02-29", "2100-02-29", "20260229", "20261301",
    "20260100",
    "0000-01-01", "+2026-3-5", "2026-+3-5", "2026,3,5", "2026-3-5-", "46086", "today", "é", "2026年", "2026年3月",
    "2026-3-é",
  ])
  func refuses(_ text: String) {
    #expect(DateText.parse(text) == nil)
  }

  /// 400 years of the Gregorian calendar have 146,097 days, wherever they begin.
  @Test(arguments: [1, 1601, 1983])
  func everyRealDayAndNoOther(_ first: Int) {
    var days = 0
    for year in first..<(first + 400) {
      for month in 0...13 {
        for day in 0...32 where CivilDate(year: year, month: month, day: day) != nil { days += 1 }
      }
    }
    #expect(days == 146_097)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    #expect(CivilDate(year: .max, month: .min, day: .max) == nil)
  }

  @Test func everyFormOfADayIsTheSameDay() {
    for month in 1...12 {
      for day in 1...31 {
        let date = CivilDate(year: 2024, month: month, day: day)
        let long = (month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)")
        for text in [
          "2024-\(month)-\(day)", "2024/\(long.0)/\(day)", "2024.\(month).\(long.1)", "2024年\(month)月\(day)日",
          "2024\(long.0)\(long.1)",
        ] {
          #expect(DateText.parse(text) == date)
        }
      }
    }
  }
}
