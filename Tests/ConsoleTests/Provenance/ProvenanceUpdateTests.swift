import Console
import Policy
import Screen
import Testing

@Suite("Where a figure comes from")
struct ProvenanceUpdateTests {
  private static let figure = Figure.counted(item: SmallYear.training, district: SmallYear.pudong)

  private static func file(_ path: String, _ value: Int64, rows: Int = 1) -> SourceFile {
    SourceFile(
      path: path, table: "progress", encoding: "utf-8", rows: rows, value: .count(value), previous: nil, sha256: nil,
      size: 10, modified: Clock.now, stale: nil)
  }

  private static func found(_ files: [SourceFile], _ figure: Figure = figure, asOf: Day = Clock.today) -> Event {
    .traced(Provenance(figure: figure, asOf: asOf, files: files))
  }

  private func loaded(_ count: Int64 = 10, files: [String] = ["a.csv", "b.csv"], after: Double = 0) throws -> Loaded {
    try SmallYear.loaded(counts: [SmallYear.pudong: count], files: files, after: after)
  }

  /// The district page of Pudong with the provenance of its trainings open, and two files found.
  private func open(_ columns: Int = 100, _ rows: Int = 30) throws -> Session {
    var session = Session(try loaded(), .district, columns, rows)
    session.state.district = SmallYear.pudong
    session.state.lists[.targets, default: ListState()].selected = SmallYear.training.rawValue
    session.send(.resized(Size(columns: columns, rows: rows)))
    try session.press("i")
    session.send(Self.found([Self.file("a.csv", 3), Self.file("b.csv", 7)]))
    return session
  }

  private func request(_ first: Int = 0, filter: String = "", path: String = "b.csv") -> SourceRowsRequest {
    SourceRowsRequest(figure: Self.figure, path: path, asOf: Clock.today, filter: filter, first: first)
  }

  private func rows(_ request: SourceRowsRequest, total: Int) -> Event {
    let last = min(total, request.first + request.limit)
    return .rowsRead(
      SourceRows(
        request: request, headers: ["日期", "人次"],
        rows: (min(request.first, last)..<last).map {
          SourceRow(line: $0 + 2, cells: ["2026-03-05", "n\($0)"], standing: .counts)
        }, total: total, counting: total, value: .count(7), isChanged: false, withheld: []))
  }

  // MARK: Which figure

  @Test("i asks for the figure under the cursor as of the day shown")
  func asks() throws {
    var session = Session(try SampleYear.loaded(), .overview, asOf: Clock.today - 3)
    let district = try #require(session.state.loaded?.district(DistrictCode(rawValue: session.selected ?? "")))
    let worst = try #require(district.worstItem)
    try session.press("i")
    #expect(
      session.effects == [.trace(.counted(item: worst.id, district: district.district.code), asOf: Clock.today - 3)])
    #expect(session.text.contains("正在查找来源"))
  }

  @Test("every pane but those of the data page has figures")
  func panes() throws {
    for page in Page.allCases {
      for pane in page.panes {
        var session = Session(try SampleYear.loaded(), page)
        // A section is no figure; an item is one, and so is a district's part of it.
        if page == .measures {
          session.press(.character("/"))
          session.press(.paste("M01.01"))
          session.press(.enter)
        }
        session.state.focus[page] = pane
        session.send(.resized(session.state.size))
        try session.press("i")
        let row = session.selected ?? ""
        let expected: Figure? =
          switch pane {
          case .districts, .tiles: session.state.figureUnderCursor
          case .measures: .counted(item: ItemID(rawValue: row), district: DistrictCode(rawValue: "310000"))
          case .parts:
            .counted(item: ItemID(rawValue: "M01.01"), district: DistrictCode(rawValue: row))
          case .targets, .trend:
            session.state.currentDistrict.map { .counted(item: ItemID(rawValue: row), district: $0.district.code) }
          case .grades, .institutions: .institution(row)
          case .bases: .base(row)
          case .funding, .projects: .project(row)
          case .senders, .files, .problems: nil
          // Without a docket there are no cases.
          case .queue, .promises, .timeline: nil
          }
        #expect((expected != nil) == (page != .data && page != .triage))
        #expect(session.effects == (expected.map { [.trace($0, asOf: Clock.today)] } ?? []), "\(pane)")
        if case .provenance(let shown) = session.state.overlay {
          #expect(shown.figure == expected)
          #expect(
            session.state.loaded.map { FormulaWriter(language: .zh, loaded: $0, provenance: nil).lines(shown.figure) }
              != [])
        } else {
          #expect(page == .data || page == .triage)
        }
      }
    }
  }

  @Test("it is in the menu, so that F9, arrows and Enter reach it, and not in the key bar")
  func menu() throws {
    var session = Session(try SampleYear.loaded(), .institutions, 200, 40)
    #expect(!session.text.contains("溯源"))
    try session.press("F9")
    let lines = MenuLines(session.state, MenuState(.palette)).lines
    let index = try #require(lines.firstIndex { $0.choice == .action(.provenance) })
    for _ in 0..<index { session.press(.down) }
    session.press(.enter)
    guard case .provenance = session.state.overlay else {
      Issue.record("not opened")
      return
    }
  }

  @Test("i in a row's details leads to its figure, and in a file's does nothing but stay")
  func details() throws {
    var session = Session(try SampleYear.loaded(), .bases)
    try session.press("Enter i")
    guard case .provenance(let shown) = session.state.overlay else {
      Issue.record("not opened")
      return
    }
    #expect(shown.figure == .base(session.selected ?? ""))
    session = Session(try SampleYear.loaded(), .data)
    try session.press("Enter i")
    #expect(session.effects.isEmpty)
  }

  // MARK: Files

  @Test("files come by what they give, the first is selected, Enter asks for its rows")
  func files() throws {
    var session = try open()
    let (a, b) = (session.lines.firstIndex { $0.contains("a.csv") }, session.lines.firstIndex { $0.contains("b.csv") })

    #expect(try #require(b) < #require(a))
    session.press(.enter)
    #expect(session.effects.last == .readRows(request()))
    #expect(session.text.contains("正在读取"))
  }

  @Test("how far the reading of rows is, is told, as long as they are waited for")
  func advances() throws {
    var session = try open()
    session.press(.enter)
    session.send(.rowsAdvanced(request(), share: 0.427))
    #expect(session.text.contains("正在读取 42%"))
    session.send(.rowsAdvanced(request(path: "a.csv"), share: 0.9))
    #expect(session.text.contains("正在读取 42%"))
    session.send(rows(request(), total: 3))
    session.send(.rowsAdvanced(request(), share: 0.9))
    #expect(!session.text.contains("正在读取") && !session.text.contains("90%"))
    try session.press("Esc Enter")
    #expect(!session.text.contains("42%"))
  }

  @Test("the cursor moves over formula and files, and stays at the ends")
  func cursor() throws {
    var session = try open()
    func cursor() -> ProvenanceState.Cursor? {
      guard case .provenance(let shown) = session.state.overlay else { return nil }
      return shown.cursor
    }
    try session.press("j")
    #expect(cursor() == .file("a.csv"))
    try session.press("j j G")
    #expect(cursor() == .file("a.csv"))
    try session.press("g k")
    #expect(cursor() == .line(0))
    session.press(.enter)
    #expect(session.effects == [.trace(Self.figure, asOf: Clock.today)])
    try session.press("G k")
    #expect(cursor() == .file("b.csv"))
    try session.press("k")
    guard case .line? = cursor() else {
      Issue.record("not in the formula")
      return
    }
  }

  @Test("a click selects a file, a second one opens it")
  func mouse() throws {
    var session = try open()
    let row = try #require(session.lines.firstIndex { $0.contains(" a.csv") })
    session.press(.click(Point(column: 10, row: row)))
    #expect(session.effects.count == 1)
    session.press(.click(Point(column: 10, row: row)))
    #expect(session.effects.last == .readRows(request(path: "a.csv")))
  }

  @Test("files of another figure or another day come too late")
  func late() throws {
    var session = try open()
    let before = session.text
    session.send(Self.found([Self.file("late.csv", 1)], .institution("I1")))
    session.send(Self.found([Self.file("late.csv", 1)], asOf: Clock.today - 1))
    #expect(session.text == before)
    try session.press("Esc")
    let page = session.text
    session.send(Self.found([Self.file("late.csv", 1)]))
    #expect(session.text == page)
  }

  @Test("escape, q and i close it", arguments: ["Esc", "q", "i", "F10"])
  func close(_ key: String) throws {
    var session = try open()
    try session.press(key)
    #expect(session.state.overlay == nil)
  }

  // MARK: A new snapshot

  @Test("a new snapshot is shown at once, and the files are looked for again")
  func follows() throws {
    var session = try open()
    session.send(.snapshotArrived(try loaded(12, after: 10)))
    #expect(session.state.waitingCount == 0)
    #expect(session.effects.count == 2)
    #expect(session.effects.last == .trace(Self.figure, asOf: Clock.today))
    // Until they are found, what is listed is said to be of another moment.
    #expect(session.text.contains("与画面不符"))
    session.send(Self.found([Self.file("a.csv", 5), Self.file("b.csv", 7)]))
    #expect(!session.text.contains("与画面不符"))
    #expect(session.text.contains("7 + 5"))
  }

  @Test("while refresh is paused it waits")
  func paused() throws {
    var session = try open()
    try session.press("Esc Z i")
    session.send(.snapshotArrived(try loaded(12, after: 10)))
    #expect(session.state.waitingCount == 1)
    #expect(session.effects.count == 2)
  }

  @Test("rows are read again where their file moved, and only then")
  func rowsFollow() throws {
    var session = try open()
    session.press(.enter)
    session.send(rows(request(), total: 5))
    let count = session.effects.count
    session.send(.snapshotArrived(try loaded(10, after: 10)))
    #expect(session.effects.count == count + 1)
    let moved = try loaded(10, after: 20)
    var snapshot = moved.snapshot
    snapshot.files[1].size = 20
    session.send(.snapshotArrived(Loaded(snapshot: snapshot, board: moved.board)))
    #expect(session.effects.suffix(2) == [.trace(Self.figure, asOf: Clock.today), .readRows(request())])
  }

  // MARK: Rows

  @Test("rows of another question come too late")
  func lateRows() throws {
    var session = try open()
    session.press(.enter)
    session.send(rows(request(filter: "x"), total: 5))
    session.send(rows(request(path: "a.csv"), total: 5))
    #expect(session.text.contains("正在读取"))
    session.send(rows(request(), total: 5))
    #expect(!session.text.contains("正在读取"))
    #expect(session.text.contains("1-5/5"))
  }

  @Test("scrolling beyond the rows at hand asks for those around, once")
  func pages() throws {
    var session = try open()
    session.press(.enter)
    session.send(rows(request(), total: 5_000))
    let count = session.effects.count
    try session.press("PgDn j j k")
    #expect(session.effects.count == count)
    try session.press("G")
    let last = try #require(session.effects.last)
    guard case .readRows(let asked) = last else {
      Issue.record("\(last)")
      return
    }
    #expect(asked.first + asked.limit >= 5_000)
    try session.press("k k")
    #expect(session.effects.count == count + 1)
    session.send(rows(asked, total: 5_000))
    #expect(session.text.contains("n4990"))
    #expect(session.text.contains("/5,000"))
    try session.press("G")
    #expect(session.text.contains("n4999"))
    try session.press("g")
    #expect(session.effects.last == .readRows(request()))
    session.send(rows(request(), total: 5_000))
    #expect(session.text.contains("n0 "))
  }

  @Test("a filter is asked for on Enter; Esc clears it, then goes back, then closes")
  func filter() throws {
    var session = try open()
    session.press(.enter)
    session.send(rows(request(), total: 50))
    try session.press("j j /")
    session.type("n3")
    #expect(session.effects.last == .readRows(request()))
    session.press(.enter)
    #expect(session.effects.last == .readRows(request(filter: "n3")))
    session.send(rows(request(filter: "n3"), total: 2))
    #expect(session.text.contains("1-2/2"))
    try session.press("/ x Esc")
    #expect(session.effects.last == .readRows(request(filter: "n3")))
    try session.press("Esc")
    #expect(session.effects.last == .readRows(request()))
    session.send(rows(request(), total: 50))
    let count = session.effects.count
    try session.press("Esc")
    #expect(session.text.contains("来源文件 2"))
    #expect(session.effects.count == count)
    try session.press("Esc")
    #expect(session.state.overlay == nil)
  }

  @Test("leaving while rows are read stops the reading")
  func stops() throws {
    var session = try open()
    session.press(.enter)
    try session.press("Esc")
    #expect(session.effects.last == .stopReading)
    session.send(rows(request(), total: 5))
    #expect(session.text.contains("来源文件 2"))
  }

  @Test("why rows cannot be read is said")
  func failure() throws {
    var session = try open()
    session.press(.enter)
    session.send(.rowsNotRead(request(), reason: "No such file or directory"))
    #expect(session.text.contains("无法读取: No such file or directory"))
    #expect(!session.text.contains("正在读取"))
    try session.press("j G l h Esc Esc")
    #expect(session.state.overlay == nil)
  }

  @Test("that the file changed, and which columns are withheld, is said", arguments: Language.allCases)
  func changed(_ language: Language) throws {
    var session = try open()
    session.state.settings.language = language
    session.press(.enter)
    session.send(
      .rowsRead(
        SourceRows(
          request: request(), headers: ["日期"],
          rows: [
            SourceRow(line: 2, cells: ["2026-03-05"], standing: .superseded),
            SourceRow(line: 9, cells: ["x"], standing: .refused(.badDate)),
          ], total: 2, counting: 0, value: nil, isChanged: true, withheld: ["备注"])))
    for word in [ProvenanceWord.changed, .superseded, .counting] {
      #expect(session.text.contains(word.phrase.text(language).string), "\(word)")
    }
    #expect(session.text.contains(language(ProblemWords.short(.badDate)).string))
    session.send(.resized(Size(columns: 200, rows: 40)))
    #expect(session.text.contains(ProvenanceWord.withheld.phrase.text(language).string + ": 备注"))
  }
}
