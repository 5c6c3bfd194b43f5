import Console
import Policy
import Screen
import Testing

@Suite("Whatever is pressed")
struct RandomKeysTests {
  /// Keys of every kind: what the table knows, what it does not, text, mouse, paste.
  private static func key(_ random: inout Seeded, _ size: Size) -> Key {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<9: return ActionTable.all.randomElement(using: &random)?.keys.randomElement(using: &random) ?? .enter
    case 9, 10: return .character("abcdefghijklmnopqrstuvwxyz浦东金1234567890-".randomElement(using: &random) ?? "a")
    case 11:
      return .click(
        Point(
          column: .random(in: -2...size.columns + 2, using: &random),
          row: .random(in: -2...size.rows + 2, using: &random)))
    case 12: return .wheel(Int.random(in: -5...5, using: &random))
    case 13: return .paste(["浦东", "pd\n\u{1B}[A", "", "2026-08-31"].randomElement(using: &random) ?? "")
    case 14: return .function(Int.random(in: 0...13, using: &random))
    case 15: return .control("abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "a")
    case 16: return [.backspace, .delete, .backTab].randomElement(using: &random) ?? .delete
    case 17: return .enter
    case 18: return .escape
    default: return [.down, .up, .pageDown, .pageUp, .home, .end].randomElement(using: &random) ?? .down
    }
  }

  /// What must hold after every key.
  private static func broken(_ state: ConsoleState, _ loaded: Loaded) -> String? {
    guard let shown = state.loaded, shown.snapshot.readAt == loaded.snapshot.readAt else { return "data changed" }
    if shown.snapshot.files != loaded.snapshot.files { return "files changed" }
    for pane in state.page.panes {
      let rows = state.rows(of: pane)
      let list = state.list(pane)
      if let index = list.index(in: rows) {
        if !rows.indices.contains(index) { return "\(pane): selection outside" }
      } else if !rows.isEmpty {
        return "\(pane): nothing selected"
      }
      if list.offset < 0 || list.offset > max(0, rows.count - 1) {
        return "\(pane): offset \(list.offset) of \(rows.count)"
      }
    }
    if !state.page.panes.contains(state.focusedPane) { return "focus elsewhere" }
    if Set(state.districtOrder).count != shown.board.districts.count { return "districts lost" }
    if state.asOf != nil, state.asOf != shown.board.asOf { return "another day's board" }
    return nil
  }

  @Test("forty people press sixty keys each", arguments: Page.allCases)
  func keys(_ page: Page) throws {
    let loaded = try SampleYear.loaded()
    for seed in 0..<8 {
      var random = Seeded(UInt64(seed) &* 31 &+ UInt64(page.number))
      let size = Size(columns: .random(in: 1...140, using: &random), rows: .random(in: 1...45, using: &random))
      let settings = ConsoleSettings(
        language: Language.allCases.randomElement(using: &random) ?? .zh,
        glyphs: GlyphSet.allCases.randomElement(using: &random) ?? .full,
        ambiguousWidth: Int.random(in: 1...2, using: &random))
      var session = Session(loaded, page, size.columns, size.rows, settings: settings)
      if seed.isMultiple(of: 2) { session.open(KeptDocket(following: loaded)) }
      var pressed: [Key] = []
      for step in 0..<60 {
        let key = RandomKeysTests.key(&random, session.state.size)
        pressed.append(key)
        session.press(key)
        if step % 11 == 10 { session.wait(Double.random(in: 0...8, using: &random)) }
        if let wrong = RandomKeysTests.broken(session.state, loaded) {
          Issue.record("seed \(seed) on \(page): \(wrong) after \(pressed)")
          break
        }
        let wrong = faults(of: session.frame, size: session.state.size)
        if let first = wrong.first {
          Issue.record("seed \(seed) on \(page): \(first) after \(pressed)")
          break
        }
      }
      // A snapshot's facts are values: the first one still gives the same board.
      #expect(session.state.loaded?.snapshot.facts.progress == loaded.snapshot.facts.progress)
    }
  }

  @Test("thousands of keys on a small year, with snapshots, sizes and days between them")
  func storm() throws {
    let years = try [
      SmallYear.loaded(counts: [SmallYear.pudong: 10], institutions: SmallYear.ids(0..<30), files: ["a.csv", "b.csv"]),
      SmallYear.loaded(counts: [SmallYear.pudong: 90], institutions: SmallYear.ids(20..<25), after: 10),
      SmallYear.loaded(
        counts: [SmallYear.jingan: 7], problems: [Problem(path: "x", line: 3, code: .badDate, detail: "?")], after: 20),
      SmallYear.loaded(after: 30),
    ]
    for seed in 0..<15 {
      var random = Seeded(UInt64(seed) &+ 900)
      var session = Session(years[0], Page.allCases.randomElement(using: &random) ?? .overview, 80, 24)
      var count = 0.0
      for step in 0..<160 {
        switch Int.random(in: 0..<24, using: &random) {
        case 0:
          var snapshot = (years.randomElement(using: &random) ?? years[0]).snapshot
          count += 1
          snapshot.readAt += 100 + count
          session.send(.snapshotArrived(Directories.loaded(snapshot)))
        case 1:
          session.send(
            .resized(Size(columns: .random(in: 0...150, using: &random), rows: .random(in: 0...50, using: &random))))
        case 2: session.wait(Double.random(in: 0...90_000, using: &random))
        case 3: session.send(.dataMissing(.notADirectory))
        default: session.press(RandomKeysTests.key(&random, session.state.size))
        }
        let shown = try #require(session.state.loaded)
        if let wrong = RandomKeysTests.broken(session.state, shown)
          ?? faults(of: session.frame, size: session.state.size).first
        {
          Issue.record("seed \(seed), step \(step): \(wrong)")
          break
        }
      }
    }
  }

  @Test("the same keys give the same frames")
  func again() throws {
    let loaded = try SampleYear.loaded()
    var frames: [Frame] = []
    for _ in 0..<2 {
      var random = Seeded(77)
      var session = Session(loaded)
      for _ in 0..<80 { session.press(RandomKeysTests.key(&random, session.state.size)) }
      frames.append(session.frame)
    }
    #expect(frames[0] == frames[1])
  }
}
