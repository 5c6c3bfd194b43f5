import Console
import Policy
import Screen
import Testing

@Suite("Figures as people read them")
struct FormatTests {
  @Test(
    "counts are grouped by three, at the ends of their range too",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (-1_200, "-1,200"), (562_165, "562,165"),
      (Int64.max, "9,223,372,036,854,775,807"), (Int64.min, "-9,223,372,036,854,775,808"),
    ])
  func counts(_ value: Int64, _ text: String) { #expect(Format.count(value) == text) }

  @Test(
    "ratios are percent with one decimal",
    arguments: [(nil, "--"), (0, "0.0"), (0.865, "86.5"), (1.2345, "123.5"), (-0.05, "-5.0"), (12.5, "1,250.0")])
  func percents(_ ratio: Double?, _ text: String) { #expect(Format.percent(ratio) == text) }

  @Test("what is no number is told as none", arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
  func nonsense(_ value: Double) {
    #expect(Format.percent(value) == "--")
    #expect(Format.decimal(value, places: 2) == "--")
    #expect(!Format.rate(value).contains("inf"))
    #expect(!Format.multiple(value).contains("nan"))
    #expect(!Format.lead(value).contains("nan"))
  }

  @Test(
    "leads carry their sign, zero none",
    arguments: [(1.44, "+1.4"), (-22.3, "-22.3"), (0.04, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-0.05, "-0.1")])
  func leads(_ points: Double, _ text: String) { #expect(Format.lead(points) == text) }

  @Test("a short count takes at most nine cells", arguments: Language.allCases)
  func short(_ language: Language) {
    let widths = DisplayWidth()
    for value: Int64 in [
      0, 9_999_999, -9_999_999, 10_000_000, 123_456_789, 9_000_000_000, 10_000_000_000, 999_900_000_000,
    ] {
      #expect(widths.width(of: SafeText(Format.short(value, language))) <= 9, "\(value)")
    }
    for value: Int64 in [9_999_999_999, -9_999_999_999, .max, .min] {
      #expect(widths.width(of: SafeText(Format.short(value, language))) <= 9, "\(value)")
    }
  }

  @Test("a zero has no sign anywhere")
  func zero() {
    #expect(Format.percent(-0.0001) == "0.0")
    #expect(Format.decimal(-0.04, places: 1) == "0.0")
  }

  @Test(
    "money keeps its two decimals",
    arguments: [(126_000, "1,260.00"), (-5, "-0.05"), (0, "0.00"), (100_000_001, "1,000,000.01")])
  func money(_ hundredths: Int64, _ text: String) { #expect(Format.money(Money(hundredths: hundredths)) == text) }

  @Test("scores", arguments: [(8_750, "87.5"), (9_000, "90"), (9_005, "90.05"), (0, "0")])
  func scores(_ hundredths: Int, _ text: String) { #expect(Format.score(hundredths) == text) }

  @Test(
    "sizes",
    arguments: [
      (0, "0 B"), (999, "999 B"), (1_000, "1.0 KB"), (18_200, "18.2 KB"), (511_000_000, "511.0 MB"),
      (Int64.max, "9,223,372,036.9 GB"),
    ])
  func sizes(_ bytes: Int64, _ text: String) { #expect(Format.bytes(bytes) == text) }

  @Test(
    "ages take at most eight cells and are never negative",
    arguments: [
      (-5, "刚刚"), (59, "刚刚"), (60, "1分"), (3_599, "59分"), (3_600, "1时00分"), (86_399, "23时59分"), (86_400, "1天"),
    ])
  func ages(_ seconds: Double, _ text: String) {
    #expect(Age.text(seconds: seconds, .zh) == text)
    for value in [Double.nan, .infinity, -.infinity, 1e18] { #expect(Age.text(seconds: value, .en).count <= 8) }
  }

  @Test(
    "the clock is Shanghai's",
    arguments: [
      (Clock.now, "2026-11-20", "15:42"), (0, "1970-01-01", "08:00"), (Clock.now + 8 * 3_600, "2026-11-20", "23:42"),
      (Clock.now + 9 * 3_600, "2026-11-21", "00:42"), (-1, "1970-01-01", "07:59"), (-30_000, "1969-12-31", "23:40"),
    ])
  func clock(_ seconds: Double, _ day: String, _ clock: String) {
    #expect(ShanghaiTime(seconds: seconds).day.iso == day)
    #expect(ShanghaiTime(seconds: seconds).clock == clock)
  }
}
