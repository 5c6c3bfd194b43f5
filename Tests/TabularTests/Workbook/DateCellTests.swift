import Testing
import WrittenWorkbooks

@testable import Tabular

/// Numbers that a cell's style shows as a date.
struct DateCellTests {
  private static func value(_ serial: String, _ format: Int, own: [Int: String] = [:], is1904: Bool = false) -> String {
    var book = WrittenBook.table(
      [], WrittenBook.cell("<c s=\"1\"><v>\(serial)</v></c>"), styles: WrittenBook.styles([0, format], own: own))
    if is1904 { book.properties = "<workbookPr date1904=\"1\"/>" }
    return ReadBook(book).rows.first?.fields.first ?? "nothing"
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"), ("36526", "2000-01-01"),
    ("46086", "2026-03-05"), ("46086.0", "2026-03-05"), ("2958465", "9999-12-31"), ("0", "1900-01-00"),
    ("46086.5", "2026-03-05T12:00"), ("46086.520833333336", "2026-03-05T12:30"),
    ("46086.00001157", "2026-03-05T00:00:01"),
    ("46086.9999999", "2026-03-06"), ("2958466", "2958466"), ("-1", "-1"), ("1e300", "1e300"), ("x", "x"),
  ])
  func daysAreCountedFrom1900WithTheDayThatNeverWas(_ serial: String, _ date: String) {
    #expect(Self.value(serial, 14) == (serial == "1e300" ? "1" + String(repeating: "0", count: 300) : date))
  }

  @Test(arguments: [("0", "1904-01-01"), ("60", "1904-03-01"), ("44624", "2026-03-05"), ("2957003", "9999-12-31")])
  func daysAreCountedFrom1904WhereTheWorkbookSaysSo(_ serial: String, _ date: String) {
    #expect(Self.value(serial, 14, is1904: true) == date)
  }

  @Test func everyDayIsTheOneAfterTheDayBefore() {
    var (year, month, day) = (1900, 3, 1)
    for serial in 61...2_958_465 {
      let expected = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      // All of the first and last centuries, and every day of 997 in between.
      if serial < 73_050 || serial > 2_920_000 || serial % 997 == 0 {
        #expect(SerialDate.text(Double(serial), .from1900) == expected)
        #expect(SerialDate.text(Double(serial - 1_462), .from1904) == (serial < 1_462 ? nil : expected))
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      day += 1
      if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
        (month, day) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [14, 15, 16, 17, 22, 27, 31, 36, 50, 57, 58]) func formatsThatEveryWorkbookHas(_ id: Int) {
    #expect(Self.value("46086", id) == "2026-03-05")
  }

  @Test(arguments: [0, 1, 2, 4, 9, 11, 12, 37, 40, 44, 48, 49, 59, 163]) func formatsOfNumbers(_ id: Int) {
    #expect(Self.value("46086", id) == "46086")
  }

  @Test(arguments: [
    "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\\-mm\\-dd;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "D/M/YY",
    "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "\"于\"yyyy",
  ])
  func formatsOfItsOwnThatShowDates(_ code: String) {
    #expect(Self.value("46086", 176, own: [176: code]) == "2026-03-05", "\(code)")
  }

  @Test(arguments: [
    "General", "#,##0", "0.00_);[Red](0.00)", "\"days\"0", "0\\d", "[$¥-804]#,##0.00", "@", "0.00E+00", "0_d", "*d0",
    "0;yyyy", "[>=100]0", "\"未闭合 yyyy",
  ])
  func formatsOfItsOwnThatShowNumbers(_ code: String) {
    #expect(Self.value("46086", 176, own: [176: code]) == "46086", "\(code)")
  }

  @Test func aFormatOfItsOwnWinsOverTheOneThatEveryWorkbookHas() {
    #expect(Self.value("46086", 14, own: [14: "0.00"]) == "46086")
  }

  @Test func aStyleThatIsNotThereShowsANumber() {
    #expect(ReadBook(.table([], WrittenBook.cell("<c s=\"7\"><v>46086</v></c>"))).cells == [["46086"]])
    #expect(ReadBook(.table([], WrittenBook.cell("<c s=\"-1\"><v>46086</v></c>"))).cells == [["46086"]])
  }

  @Test func datesThatAreWrittenOutLoseOnlyMidnight() {
    func value(_ text: String) -> String {
      ReadBook(.table([], WrittenBook.cell("<c t=\"d\"><v>\(text)</v></c>"))).rows.first?.fields.first ?? "nothing"
    }
    #expect(value("2026-03-05") == "2026-03-05")
    #expect(value("2026-03-05T00:00:00") == "2026-03-05")
    #expect(value("2026-03-05T00:00:00.000Z") == "2026-03-05")
    #expect(value("2026-03-05T10:30:00") == "2026-03-05T10:30:00")
  }
}
