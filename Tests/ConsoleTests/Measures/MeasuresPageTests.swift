import Console
import Policy
import Screen
import Testing

@Suite("Moving in the plan's tree")
struct MeasuresPageTests {
  private func session(_ columns: Int = 120, _ rows: Int = 36) throws -> Session {
    Session(try SampleYear.loaded(), .measures, columns, rows)
  }

  @Test("right opens, enters and at last goes to the details; left goes back and folds")
  func arrows() throws {
    var session = try session()
    #expect(session.selected == "§1")
    try session.press("Right")
    #expect(session.selected == "#1")
    try session.press("Right Right")
    #expect(session.selected == "M01.01")
    try session.press("Right")
    #expect(session.state.focusedPane == .parts)
    try session.press("Left")
    #expect(session.state.focusedPane == .measures && session.selected == "M01.01")
    try session.press("Left")
    #expect(session.selected == "#1")
    try session.press("Left")
    #expect(!session.state.rows(of: .measures).contains("M01.01"))
    try session.press("Left Left")
    #expect(session.selected == "§1" && !session.state.rows(of: .measures).contains("#1"))
  }

  @Test("what is open stays open on other pages and as of other days")
  func remembered() throws {
    var session = try session()
    try session.press("j Enter 1 t")
    session.type("6-30")
    try session.press("Enter 6")
    #expect(session.state.rows(of: .measures).contains("M01.11"))
    #expect(session.state.loaded?.board.asOf.iso == "2026-06-30")
    #expect(session.selected == "#1")
  }

  @Test("a find opens what it needs, Esc folds it again, and the next match folds the last")
  func find() throws {
    var session = try session()
    let before = session.state.rows(of: .measures)
    try session.press("/")
    session.type("实训")
    #expect(session.selected == "M10.04")
    try session.press("Esc")
    #expect(session.state.rows(of: .measures) == before)
    try session.press("/")
    session.type("首席")
    try session.press("Enter")
    let first = try #require(session.selected)
    try session.press("n")
    let second = try #require(session.selected)
    #expect(first.prefix(3) != second.prefix(3))
    #expect(!session.state.rows(of: .measures).contains(first))
    try session.press("N")
    #expect(session.selected == first)
  }

  @Test("a branch that a find opened is folded by hand like any other")
  func foldsFound() throws {
    var session = try session()
    try session.press("/")
    session.type("M10.04")
    try session.press("Enter Left Left")
    #expect(session.selected == "#10")
    #expect(!session.state.rows(of: .measures).contains("M10.04"))
  }

  @Test("a filter shows what matches with what it belongs to, folded or not")
  func filter() throws {
    var session = try session()
    try session.press("f")
    session.type("滞留")
    try session.press("Enter")
    let rows = session.state.rows(of: .measures)
    #expect(rows.contains("M10.04") && rows.contains("#10") && rows.contains("§3"))
    #expect(!rows.contains("M10.02"))
    #expect(session.selected == "M01.04")
    try session.press("Home")
    try session.press("Enter")
    #expect(session.state.toast?.text == "筛选时全部展开")
    try session.press("Esc")
    #expect(!session.state.rows(of: .measures).contains("M10.04"))
  }

  @Test("another row of the tree begins its details at their first row")
  func follows() throws {
    var session = try session()
    try session.press("/")
    session.type("M10.04")
    try session.press("Enter Tab j j j")
    #expect(session.state.list(.parts).selected == session.state.rows(of: .parts)[3])
    try session.press("S-Tab j")
    let parts = session.state.rows(of: .parts)
    #expect(session.selected == "M10.05" && session.state.selectedRow(of: .parts) == parts[0])
    #expect(session.state.list(.parts).offset == 0)
  }

  @Test("details drill down: section, measure, item, district's page")
  func drills() throws {
    var session = try session()
    try session.press("Tab")
    #expect(session.selected?.hasPrefix("#") == true)
    try session.press("s")
    session.type("次序")
    try session.press("Enter g Enter")
    #expect(session.state.selectedRow(of: .measures) == "#1" && session.selected == "M01.01")
    try session.press("Enter")
    #expect(session.state.selectedRow(of: .measures) == "M01.01")
    let district = try #require(session.selected)
    try session.press("Enter")
    #expect(session.state.page == .district && session.state.district?.rawValue == district)
    #expect(session.state.focusedPane == .targets && session.selected == "M01.01")
    try session.press("-")
    #expect(session.state.page == .measures && session.selected == district)
  }

  @Test("institutions and bases open their pages")
  func links() throws {
    for (id, page) in [("M08.01", Page.institutions), ("M10.01", .bases)] {
      var session = try session()
      try session.press("/")
      session.type(id)
      try session.press("Enter Enter")
      #expect(session.state.page == page)
    }
  }

  @Test("in a small window an item's details take the page, and back gives it back")
  func small() throws {
    var session = try session(80, 24)
    try session.press("j Enter j Enter")
    #expect(session.state.zoomed && session.state.focusedPane == .parts)
    try session.press("Esc")
    #expect(!session.state.zoomed && session.selected == "M01.01")
    try session.press("q")
    #expect(session.state.page == .overview)
  }

  @Test("entries that are stuck come first, then the oldest; what is finished last")
  func entries() throws {
    let loaded = try SampleYear.loaded()
    for item in loaded.snapshot.plan.items where item.kind == .register {
      var session = Session(loaded, .measures, 120, 36)
      session.press(.character("/"))
      session.press(.paste(item.id.rawValue))
      session.press(.enter)
      let entries = Registers(
        of: item, plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: loaded.board.asOf
      ).entries(of: item)
      let known = Dictionary(entries.map { ($0.entry, $0) }, uniquingKeysWith: { a, _ in a })
      let listed = session.state.rows(of: .parts).compactMap { known[$0] }
      #expect(listed.count == entries.count)
      for (a, b) in zip(listed, listed.dropFirst()) {
        let (x, y) = (rank(a, item), rank(b, item))
        #expect(x < y || (x == y && a.days >= b.days), "\(item.id) \(a.entry) \(b.entry)")
      }
    }
  }

  private func rank(_ entry: RegisterEntry, _ item: Item) -> Int {
    entry.stuck ? 0 : entry.stage < item.stages.count - 1 ? 1 : 2
  }

  @Test("worst first: on every level of the tree the lights never get worse")
  func worstFirst() throws {
    var session = try session()
    try session.press("s")
    session.type("最差")
    try session.press("Enter")
    let board = try #require(session.state.loaded?.board)
    let plan = try #require(session.state.loaded?.snapshot.plan)
    var section: [Int] = []
    for row in session.state.rows(of: .measures) {
      guard let number = row.hasPrefix("#") ? Int(row.dropFirst()) : nil else {
        section = []
        continue
      }
      let status = try #require(board.measures.first { $0.number == number }?.status)
      section.append(status.urgency)
      #expect(section == section.sorted(), "\(row)")
    }
    #expect(session.state.rows(of: .measures).count { $0.hasPrefix("#") } == plan.measures.count)
  }

  @Test("copies say what the rows say")
  func copies() throws {
    var session = try session()
    try session.press("/")
    session.type("D00.01")
    try session.press("Enter y Tab y")
    let copies = session.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copies.count == 2)
    #expect(copies[0].contains("D00.01") && copies[0].contains("逾期"))
    #expect(copies[1].hasPrefix("青浦\tD00.01"))
  }
}
