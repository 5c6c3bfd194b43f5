import Console
import Policy
import Screen
import Testing

@Suite("Every window, from one cell to a wall")
struct SizeTests {
  /// Languages, signs and widths in turn, so that over many sizes all of them meet all pages and overlays.
  private static let settings: [ConsoleSettings] = {
    var all: [ConsoleSettings] = []
    for glyphs in GlyphSet.allCases {
      for language in Language.allCases {
        for width in [1, 2] {
          all.append(ConsoleSettings(language: language, glyphs: glyphs, ambiguousWidth: width))
        }
      }
    }
    return all
  }()

  /// A frame of every page under overlays at `size`; what is wrong with them. One setting is tried for each pair, the next
  /// one for the next.
  /// - Parameter share: each page is tried under one overlay of so many, the next page and the next turn under the next
  ///   ones: every overlay meets every size on some pages, and every page at some sizes.
  private func sweep(
    _ states: [ConsoleState], _ overlays: [Overlay?], _ size: Size, _ turn: inout Int, oneOf share: Int = 1
  ) -> [String] {
    var wrong: [String] = []
    for (place, base) in states.enumerated() {
      var state = base
      _ = update(&state, .resized(size))
      let first = (place + turn) % share
      for overlay in overlays.indices.lazy.filter({ $0 % share == first }).map({ overlays[$0] }) {
        state.overlay = overlay
        state.settings = SizeTests.settings[turn % SizeTests.settings.count]
        // Never in step with pages and overlays.
        turn += 5
        let found = faults(of: ConsoleView(state).frame(), size: size)
        if !found.isEmpty {
          wrong.append("\(state.page) \(size) \(state.settings) \(String(describing: overlay)): \(found[0])")
        }
      }
    }
    return wrong
  }

  private func states(_ loaded: Loaded?) -> [ConsoleState] {
    Page.allCases.map { Session(loaded, $0).state } + cases(loaded)
  }

  /// The queue with its docket, and a meeting at its beginning and at its end.
  private func cases(_ loaded: Loaded?) -> [ConsoleState] {
    guard let loaded else { return [] }
    var session = Session(loaded, .triage)
    session.open(KeptDocket(following: loaded))
    let queue = session.state
    session.press(.character("H"))
    let meeting = session.state
    session.press(.end)
    return [queue, meeting, session.state]
  }

  @Test("all sizes from 1x1 to 30x12")
  func smallest() throws {
    let loaded = try SampleYear.loaded()
    let states = states(loaded)
    let overlays = Overlays.all(loaded)
    var turn = 0
    var wrong: [String] = []
    for columns in 1...30 {
      for rows in 1...12 { wrong += sweep(states, overlays, Size(columns: columns, rows: rows), &turn, oneOf: 4) }
    }
    #expect(wrong == [])
  }

  /// Around every size at which something is left out, and far beyond.
  private static let spread: [(Int, Int)] = {
    var all: [(Int, Int)] = []
    // Every second pair, as on a chessboard: each width meets half of the heights, its neighbour the other half.
    for (column, columns) in [39, 40, 41, 47, 53, 60, 66, 79, 80, 99, 100, 109, 110, 111, 132].enumerated() {
      for (row, rows) in [7, 8, 9, 10, 13, 17, 24, 25, 26, 27].enumerated() where (column + row) % 2 == 0 {
        all.append((columns, rows))
      }
    }
    return all
  }()

  @Test("the sizes around those at which parts are left out")
  func middle() throws {
    let loaded = try SampleYear.loaded()
    let states = states(loaded)
    let overlays = Overlays.all(loaded)
    var turn = 0
    var wrong: [String] = []
    for size in SizeTests.spread {
      wrong += sweep(states, overlays, Size(columns: size.0, rows: size.1), &turn, oneOf: 13)
    }
    #expect(wrong == [])
  }

  @Test("very large and very odd windows")
  func largest() throws {
    let states = states(try SampleYear.loaded())
    var turn = 0
    var wrong: [String] = []
    for (columns, rows) in [(500, 200), (500, 8), (40, 200), (200, 60), (1, 200), (500, 1)] {
      wrong += sweep(states, [nil, .menu(MenuState(.help))], Size(columns: columns, rows: rows), &turn)
    }
    #expect(wrong == [])
  }

  @Test("without records, in every size")
  func nothing() throws {
    var loading = Session(nil).state
    var missing = loading
    var long = loading
    _ = update(&missing, .dataMissing(.unreadable(String(repeating: "出错了 error ", count: 40))))
    long.settings.directory = String(repeating: "很深的目录/", count: 60)
    _ = update(&long, .dataMissing(.noDirectory))
    loading.settings.notice = String(repeating: "提示 notice ", count: 30)
    let empty = Session(try EmptyYear.loaded()).state
    var turn = 0
    var wrong: [String] = []
    for (columns, rows) in [(1, 1), (2, 3), (20, 5), (40, 8), (41, 9), (60, 10), (80, 24), (120, 36), (200, 60)] {
      for page in Page.allCases {
        let states = [loading, missing, long, empty].map {
          var state = $0
          state.page = page
          return state
        }
        wrong += sweep(states, [nil, .confirmQuit] + Overlays.menus, Size(columns: columns, rows: rows), &turn)
      }
    }
    #expect(wrong == [])
  }

  @Test("zoomed panes, in every size")
  func zoomed() throws {
    let loaded = try SampleYear.loaded()
    var turn = 0
    var wrong: [String] = []
    for page in Page.allCases {
      for pane in page.panes {
        var state = Session(loaded, page).state
        state.focus[page] = pane
        state.zoomed = true
        for (columns, rows) in [(40, 8), (44, 9), (60, 16), (80, 24), (120, 36), (200, 60)] {
          wrong += sweep([state], [nil, .menu(MenuState(.sort))], Size(columns: columns, rows: rows), &turn)
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("a window too small for pages can still be left, and shows that it asks")
  func leaving() throws {
    for (columns, rows) in [(1, 1), (20, 3), (39, 7), (200, 5)] {
      var session = Session(try SampleYear.loaded(), .overview, columns, rows)
      let before = session.text
      try session.press("q")
      if columns >= 20 {
        #expect(session.text != before)
      }
      try session.press("y")
      #expect(session.effects == [.quit])
    }
  }

  @Test("a small window tells why there is nothing")
  func smallTrouble() {
    var session = Session(nil, .overview, 38, 5)
    session.send(.dataMissing(.noDirectory))
    #expect(!session.text.contains("正在读取"))
  }
}
