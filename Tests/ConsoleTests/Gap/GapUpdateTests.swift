import Console
import Foundation
import Policy
import Screen
import Testing

@Suite("The parts of a gap")
struct GapUpdateTests {
  private static let ask = Effect.breakDown(SmallYear.training, in: SmallYear.pudong, asOf: Clock.today)

  private static func breakdown(_ count: Int64, asOf: Day = Clock.today, in district: DistrictCode = SmallYear.pudong)
    -> Breakdown
  {
    var breakdown = Breakdown(item: SmallYear.training, district: district, asOf: asOf, months: 12)
    breakdown.totals[10] = count
    breakdown.institutions = ["J000": breakdown.totals]
    return breakdown
  }

  private func loaded(_ count: Int64 = 10, after: Double = 0) throws -> Loaded {
    try SmallYear.loaded(counts: [SmallYear.pudong: count], institutions: ["J000", "J001"], after: after)
  }

  /// The district page of Pudong with the gap of its trainings open.
  private func open(_ columns: Int = 100, _ rows: Int = 30) throws -> Session {
    var session = Session(try loaded(), .district, columns, rows)
    session.state.district = SmallYear.pudong
    session.state.lists[.targets, default: ListState()].selected = SmallYear.training.rawValue
    session.send(.resized(Size(columns: columns, rows: rows)))
    try session.press("E")
    return session
  }

  private func shown(_ session: Session) throws -> GapState {
    guard case .gap(let shown) = session.state.overlay else { throw Missing() }
    return shown
  }

  private struct Missing: Error {}

  // MARK: Which figure

  @Test("E asks for what rows brought to the figure under the cursor, as of the day shown")
  func asks() throws {
    var session = Session(try SampleYear.loaded(), .overview, asOf: Clock.today - 3)
    let district = try #require(session.state.loaded?.district(DistrictCode(rawValue: session.selected ?? "")))
    let worst = try #require(district.worstItem)
    try session.press("E")
    #expect(session.effects == [.breakDown(worst.id, in: district.district.code, asOf: Clock.today - 3)])
    #expect(session.text.contains("差距分解"))
    // Months are known at once.
    #expect(session.text.contains("2026-01"))
    try session.press("Tab")
    #expect(session.text.contains("正在细分"))
  }

  @Test("panes without counted figures, and items without a target, say so")
  func refuses() throws {
    var session = Session(try SampleYear.loaded(), .district)
    try session.press("Tab E")
    #expect(session.state.overlay == nil)
    #expect(session.text.contains("请选中一项指标"))
    session = Session(try loaded(), .district)
    session.state.district = SmallYear.pudong
    let item = try #require(session.state.loaded?.district(SmallYear.pudong)?.items.first { $0.target == nil })
    session.state.lists[.targets, default: ListState()].selected = item.id.rawValue
    try session.press("E")
    #expect(session.state.overlay == nil && session.effects == [])
    #expect(session.text.contains("该项没有目标"))
    // Details of such an item lead to a page that says the same.
    try session.press("Enter E")
    #expect(session.effects == [])
    #expect(session.text.contains("该项没有目标"))
  }

  @Test("details of an item lead on to it")
  func details() throws {
    var session = try open()
    try session.press("Esc Enter E")
    #expect(try shown(session).item == SmallYear.training)
    #expect(session.effects.last == Self.ask)
  }

  // MARK: What comes

  @Test("what comes fills the splits; what comes too late is dropped")
  func receives() throws {
    var session = try open()
    session.send(.brokenDown(Self.breakdown(10, asOf: Clock.today - 1)))
    session.send(.brokenDown(Self.breakdown(10, in: SmallYear.jingan)))
    #expect(try shown(session).isDividing)
    session.send(.brokenDown(Self.breakdown(10)))
    #expect(try !shown(session).isDividing)
    let explanation = try #require(try shown(session).explanation)
    #expect(explanation.splits.map(\.split) == [.month, .institution, .occupation, .group])
    try session.press("Tab")
    #expect(session.text.contains("学校J001  J001"))
    #expect(session.text.contains("从无"))
    try session.press("Esc")
    session.send(.brokenDown(Self.breakdown(10)))
    #expect(session.state.overlay == nil)
  }

  @Test("past months that changed stand beside the gap: those of its item and place, before and after it is divided")
  func revisions() throws {
    var session = try open()
    let question = try #require(session.state.loaded).revisionsQuestion(SmallYear.pudong)
    func revision(_ item: ItemID, _ after: Int64) throws -> Revision {
      Revision(
        version: 2, at: 0, key: TargetKey(district: SmallYear.pudong, item: item),
        month: Month(of: try #require(Day(year: 2026, month: 3, day: 1))), before: 1_234, after: after,
        parts: [Revision.Part(path: "progress/late.csv", difference: after - 1_234)])
    }
    var list = RevisionList(question: question, keptSince: 0, total: 2)
    list.revisions = [try revision(SmallYear.training, 4_321), try revision(ItemID(rawValue: "M02.01"), 777)]
    var other = list
    other.question.district = SmallYear.jingan
    session.send(.revisionsFound(other))
    #expect(try shown(session).explanation?.facts.revisions == nil)
    session.send(.revisionsFound(list))
    session.send(.brokenDown(Self.breakdown(10)))
    #expect(try shown(session).explanation?.facts.revisions?.map(\.after) == [4_321])
    try session.press("Tab Tab Tab Tab")
    #expect(session.text.contains("历史修订"))
    #expect(session.text.contains("2026-03  1,234 -> 4,321  progress/late.csv"))
  }

  @Test("new records are asked about again, and what is shown stands until they are divided")
  func follows() throws {
    var session = try open()
    session.send(.brokenDown(Self.breakdown(10)))
    session.send(.snapshotArrived(try loaded(25, after: 60)))
    #expect(session.effects == [Self.ask, Self.ask])
    #expect(try shown(session).explanation?.gap.actual == 10)
    #expect(session.text.contains("正在细分"))
    session.send(.brokenDown(Self.breakdown(25)))
    #expect(try shown(session).explanation?.gap.actual == 25)
    #expect(!session.text.contains("正在细分"))
  }

  @Test("leaving while it is read gives the reading up")
  func leaves() throws {
    for key in ["Esc", "q", "E", "F10"] {
      var session = try open()
      try session.press(key)
      #expect(session.state.overlay == nil)
      #expect(session.effects == [Self.ask, .stopReading])
    }
    var session = try open()
    session.send(.brokenDown(Self.breakdown(10)))
    try session.press("i")
    #expect(
      session.effects.last == .trace(.counted(item: SmallYear.training, district: SmallYear.pudong), asOf: Clock.today))
    guard case .provenance = session.state.overlay else { throw Missing() }
  }

  // MARK: Keys

  @Test("Tab and the arrows go round the splits, and the cursor begins anew")
  func turns() throws {
    var session = try open()
    session.send(.brokenDown(Self.breakdown(10)))
    var tabs: [GapState.Tab] = []
    for key in ["j", "Tab", "Right", "l", "Tab", "Tab"] {
      try session.press(key)
      tabs.append(try shown(session).tab)
    }
    let splits: [GapState.Tab] = [.split(.month), .split(.institution), .split(.occupation), .split(.group)]
    #expect(tabs == splits + [.facts, .split(.month)])
    #expect(try shown(session).cursor == 0)
    try session.press("S-Tab")
    #expect(try shown(session).tab == .facts)
    try session.press("h Left")
    #expect(try shown(session).tab == .split(.occupation))
  }

  @Test("the cursor stays among the rows")
  func cursor() throws {
    var session = try open(80, 24)
    session.send(.brokenDown(Self.breakdown(10)))
    try session.press("G")
    #expect(try shown(session).cursor == 10)
    try session.press("Down PgDn Space")
    #expect(try shown(session).cursor == 10)
    session.press(.wheel(Int.min))
    session.press(.wheel(-3))
    #expect(try shown(session).cursor == 0)
    try session.press("End PgUp g Up")
    #expect(try shown(session).cursor == 0)
  }

  @Test("a click turns to a split, and selects a row")
  func clicks() throws {
    var session = try open(80, 24)
    session.send(.brokenDown(Self.breakdown(10)))
    func place(of text: String) throws -> Point {
      let row = try #require(session.lines.firstIndex { $0.contains(text) })
      let range = try #require(session.lines[row].range(of: text))
      let left = String(session.lines[row][..<range.lowerBound])
      return Point(column: DisplayWidth().width(of: SafeText(left)), row: row)
    }
    session.press(.click(try place(of: "按机构")))
    #expect(try shown(session).tab == .split(.institution))
    session.press(.click(try place(of: "J001")))
    #expect(try shown(session).cursor == 1)
    session.press(.click(try place(of: "J000")))
    #expect(try shown(session).cursor == 0)
  }

  @Test("y copies what is shown, with numbers in full")
  func copies() throws {
    var session = try open()
    session.send(.brokenDown(Self.breakdown(10)))
    try session.press("Tab y")
    guard case .copy(let text) = session.effects.last else { throw Missing() }
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "浦东新区  M01.01 补贴性职业技能培训  2026-11-20")
    #expect(lines[1].contains("，差 "))
    #expect(lines[2] == "机构\t应完成\t完成\t差距\t最近")
    #expect(lines[3].hasPrefix("学校J000  J000\t"))
    #expect(lines.last?.hasPrefix("合计\t") == true)
    try session.press("S-Tab S-Tab y")
    guard case .copy(let facts) = session.effects.last else { throw Missing() }
    #expect(facts.contains("仅供参考\n"))
  }
}
