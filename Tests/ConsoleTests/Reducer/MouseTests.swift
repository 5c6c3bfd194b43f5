import Console
import Policy
import Screen
import Testing

@Suite("The mouse does what keys do")
struct MouseTests {
  /// The cell where `text` begins on the screen.
  private func place(_ text: String, _ session: Session, row: Int? = nil) throws -> Point {
    let widths = DisplayWidth(ambiguous: session.state.settings.ambiguousWidth)
    for (index, line) in session.lines.enumerated() where row == nil || row == index {
      guard let range = line.firstRange(of: text) else { continue }
      return Point(column: widths.width(of: SafeText(String(line[..<range.lowerBound]))), row: index)
    }
    Issue.record("\(text) is not on the screen")
    return Point(column: 0, row: 0)
  }

  @Test("a click on a tab opens its page, in every size and language", arguments: Language.allCases)
  func tabs(_ language: Language) throws {
    for (columns, rows) in [(80, 24), (120, 36), (60, 16)] {
      for page in Page.allCases {
        var session = Session(
          try SampleYear.loaded(), page == .data ? .overview : .data, columns, rows,
          settings: ConsoleSettings(language: language))
        let name = columns < 100 ? page.tab : page.word.phrase
        let tab = try place("\(page.number)" + language(name).string, session)
        session.press(.click(Point(column: tab.column + 1, row: tab.row)))
        #expect(session.state.page == page)
      }
    }
  }

  @Test("a click on a row selects it and gives its list the focus; a second one opens it")
  func rows() throws {
    var session = Session(try SampleYear.loaded(), .district)
    session.state.district = SmallYear.pudong
    let rows = session.state.rows(of: .grades)
    let name = session.state.loaded?.board.institutions.first { $0.institution.id == rows[3] }?.institution.name ?? ""
    let point = try place(String(name.prefix(5)), session)
    session.press(.click(point))
    #expect(session.state.focusedPane == .grades)
    #expect(session.selected == rows[3])
    #expect(session.state.overlay == nil)
    session.press(.click(point))
    #expect(session.state.overlay == .detail(DetailState(.institution(rows[3]))))
  }

  @Test("every hint of the key bar acts as its key does", arguments: Page.allCases)
  func keyBar(_ page: Page) throws {
    let base = Session(try SampleYear.loaded(), page, 240, 40)
    let bar = base.lines[39]
    var hit = 0
    for spec in ActionTable.all {
      let name = base.state.language(spec.name(on: page)).string
      guard let key = spec.keys.first, bar.contains(key.label + name) else { continue }
      var clicked = base
      clicked.press(.click(try place(key.label + name, base, row: 39)))
      var pressed = base
      pressed.press(key)
      #expect(clicked.frame == pressed.frame, "\(spec.action)")
      #expect(clicked.effects == pressed.effects, "\(spec.action)")
      hit += 1
    }
    #expect(hit >= 10)
  }

  @Test("a click on a menu's line does it")
  func menu() throws {
    var session = Session(try SampleYear.loaded())
    try session.press("F2")
    session.press(.click(try place("打开机构", session)))
    #expect(session.state.page == .institutions)
    #expect(session.state.overlay == nil)
  }

  @Test("a click on a heading orders by its column, another makes it the second, again turns it round")
  func headings() throws {
    var session = Session(try SampleYear.loaded(), .institutions)
    session.press(.click(try place("得分", session)))
    #expect(session.state.list(.institutions).columns == [ColumnOrder("score")])
    session.press(.click(try place("级别", session)))
    #expect(session.state.list(.institutions).columns == [ColumnOrder("grade"), ColumnOrder("score")])
    session.press(.click(try place("级别", session)))
    #expect(
      session.state.list(.institutions).columns == [ColumnOrder("grade", descending: true), ColumnOrder("score")])
    let shown = session.state.loaded?.board.institutions ?? []
    let grades = session.state.rows(of: .institutions).compactMap { row in
      shown.first { $0.institution.id == row }?.grade
    }
    let order: [Grade] = [.a, .b, .c, .d, .ungraded]
    #expect(grades == grades.sorted { (order.firstIndex(of: $0) ?? 9) < (order.firstIndex(of: $1) ?? 9) })
    #expect(Set(grades) == Set(order))
    session.press(.click(try place("备注", session)))
    #expect(session.state.list(.institutions).columns.first?.code == "grade")
  }

  @Test("headings order in English and in small windows too", arguments: [(80, 24), (120, 36), (200, 60)])
  func headingsInEnglish(columns: Int, rows: Int) throws {
    var session = Session(
      try SampleYear.loaded(), .overview, columns, rows, settings: ConsoleSettings(language: .en))
    session.press(.click(try place("status", session, row: session.lines.lastIndex { $0.contains("status") })))
    #expect(session.state.list(.districts).columns == [ColumnOrder("status")])
    #expect(session.state.districtOrder.count == session.state.loaded?.board.districts.count)
  }

  @Test("clicks beside everything do nothing")
  func beside() throws {
    let base = Session(try SampleYear.loaded(), .overview, 80, 24)
    let border = Point(column: 79, row: 22)
    for point in [border, Point(column: -1, row: -1), Point(column: 10_000, row: 10_000), Point(column: 0, row: 23)] {
      var session = base
      session.press(.click(point))
      #expect(session.state.page == .overview)
      #expect(session.state.overlay == nil)
      #expect(session.selected == base.selected)
    }
  }

  @Test("the wheel in a list moves, in a menu moves, in details scrolls")
  func wheel() throws {
    var session = Session(try SampleYear.loaded())
    session.press(.wheel(2))
    #expect(session.selected == session.state.rows(of: .districts)[6])
    session.press(.wheel(-1))
    #expect(session.selected == session.state.rows(of: .districts)[3])
    try session.press("?")
    session.press(.wheel(2))
    #expect(session.state.overlay.flatMap(MouseTests.index) == 2)
  }

  private static func index(_ overlay: Overlay) -> Int? {
    if case .menu(let menu) = overlay { return menu.index }
    return nil
  }
}
