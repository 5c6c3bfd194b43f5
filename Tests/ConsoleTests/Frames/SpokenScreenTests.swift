import Policy
import Screen
import Testing

@testable import Console

@Suite("The console for screen readers: sentences, the cursor at the selected one")
struct SpokenScreenTests {
  private func line(_ frame: Frame, _ row: Int) -> String {
    frame.plainText(trimmed: true).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[row]
  }

  @Test(
    "the cursor stands where the selected row's sentence begins, in any size",
    arguments: [(80, 24), (40, 8), (200, 60), (20, 3)])
  func cursor(columns: Int, rows: Int) throws {
    var session = Session(try SampleYear.loaded(), .overview, columns, rows)
    for steps in 0..<16 {
      let frame = SpokenScreen(session.state).frame()
      let point = try #require(frame.cursor)
      #expect(frame.bounds.contains(point))
      #expect(line(frame, point.row).hasPrefix("选中 "), "\(steps)")
      let name = session.state.districtLabel(session.selected.map { DistrictCode(rawValue: $0) }).string
      #expect(line(frame, point.row).contains(name))
      session.press(.down)
    }
  }

  @Test("in a menu it stands at the line that Enter runs")
  func menu() throws {
    var session = Session(try SampleYear.loaded())
    try session.press("F9 j")
    let frame = SpokenScreen(session.state).frame()
    let point = try #require(frame.cursor)
    #expect(line(frame, point.row).hasPrefix(">"))
  }

  @Test("no size brings it down", arguments: [(1, 1), (2, 1), (1, 2), (1000, 500)])
  func sizes(columns: Int, rows: Int) throws {
    for page in Page.allCases {
      let session = Session(try SampleYear.loaded(), page, columns, rows)
      let frame = SpokenScreen(session.state).frame()
      #expect(frame.size == Size(columns: columns, rows: rows))
    }
  }
}
