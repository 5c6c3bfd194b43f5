import Policy
import Testing

@Suite("Published points of the year before")
struct PublishedPointsTests {
  private func points(_ periods: [(String, Double, String?)], unit: String = "人次") throws -> [PublishedPoint] {
    var item = item("M01.01", target: 100)
    item.unit = unit
    item.baselines = periods.map { Baseline(period: $0.0, value: $0.1, unit: $0.2, source: "公报") }
    return item.publishedPoints(in: try plan(measures: [[item]]))
  }

  @Test("a span that begins a year before the period stands at the day a year after its end")
  func fits() throws {
    let points = try points([
      ("2025", 725_900, nil), ("2025-01..2025-06", 559_700, nil), ("2025 to about end-Oct", 679_200, "人次"),
      ("2025-01", 30_000, nil), ("2025-01..2025-02", 50_000, nil),
    ])
    #expect(points.map(\.day.iso) == ["2026-01-31", "2026-02-28", "2026-06-30", "2026-10-31", "2026-12-31"])
    #expect(points.map(\.value) == [30_000, 50_000, 559_700, 679_200, 725_900])
    #expect(points.map(\.isAbout) == [false, false, false, true, false])
    #expect(points.allSatisfy { $0.source == "公报" })
  }

  @Test("other years, other beginnings, other units and other words do not fit")
  func doesNotFit() throws {
    #expect(
      try points([
        ("2017", 1, nil), ("2024", 1, nil), ("2025-06", 1, nil), ("2025-02..2025-06", 1, nil), ("2026", 1, nil),
        ("2025-01..2025-06", 0.64, "占比"), ("", 1, nil), ("2025..2024", 1, nil), ("2025-13", 1, nil),
        ("about 2025", 1, nil),
        ("2025 to end-Foo", 1, nil), ("2025-01...2025-06", 1, nil), ("今年", 1, nil),
        ("2025 to about end-Oct ish", 1, nil),
      ]) == [])
  }

  @Test("of two figures for one day the first stands")
  func twice() throws {
    #expect(try points([("2025", 5, nil), ("2025-01..2025-12", 7, nil)]).map(\.value) == [5])
  }

  @Test("the built-in plan has them for what it counts")
  func builtIn() throws {
    let plan = try Plan.builtIn()
    let counted = plan.countedItems.filter { !$0.publishedPoints(in: plan).isEmpty }.map(\.id.rawValue)
    #expect(counted.contains("M01.01"))
    #expect(counted.contains("M02.01"))
    let first = try #require(plan.countedItems.first { $0.id == training })
    #expect(first.publishedPoints(in: plan).map(\.value) == [559_700, 679_200, 725_900])
  }
}
