import Console
import Screen
import Testing

@Suite("The table of actions")
struct ActionTableTests {
  @Test("every action stands in it once")
  func whole() {
    #expect(
      ActionTable.all.map(\.action).sorted { $0.rawValue < $1.rawValue }
        == Action.allCases.sorted { $0.rawValue < $1.rawValue })
  }

  @Test("every action has a key, or stands in the palette")
  func reachable() throws {
    for page in Page.allCases {
      let state = Session(try SmallYear.loaded(), page).state
      let palette = MenuLines(state, MenuState(.palette)).lines.map(\.choice)
      for spec in ActionTable.all where spec.keys.isEmpty { #expect(palette.contains(.action(spec.action))) }
    }
  }

  @Test("everything but moving stands in the palette, on every page")
  func palette() throws {
    let movement: Set<Action> = [.up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .previousPane]
    for page in Page.allCases {
      let state = Session(try SmallYear.loaded(), page).state
      let palette = Set(MenuLines(state, MenuState(.palette)).lines.map(\.choice))
      for action in Action.allCases where !movement.contains(action) { #expect(palette.contains(.action(action))) }
    }
  }

  @Test("no key does two things, and no label stands twice on a page", arguments: Page.allCases)
  func keys(_ page: Page) {
    let specs = ActionTable.all.filter { $0.pages?.contains(page) ?? true }
    let keys = specs.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    let labels = keys.map(\.label)
    #expect(Set(labels).count == labels.count)
    #expect(!labels.contains(""))
  }

  @Test("every key finds its own action")
  func found() {
    for spec in ActionTable.all {
      for key in spec.keys { #expect(ActionTable.spec(for: key)?.action == spec.action) }
    }
  }

  @Test("names and summaries are there in both languages, names short and different on each page")
  func words() {
    let widths = DisplayWidth()
    for spec in ActionTable.all {
      #expect(Wordings.faults(in: spec.name) == [])
      #expect(Wordings.faults(in: spec.summary) == [])
      #expect(widths.width(of: SafeText(spec.name.zh)) <= 10, "\(spec.action)")
      #expect(widths.width(of: SafeText(spec.name.en)) <= 12, "\(spec.action)")
    }
    for page in Page.allCases {
      let specs = ActionTable.all.filter { $0.pages?.contains(page) ?? true }
      #expect(Set(specs.map { $0.name(on: page).zh }).count == specs.count)
      #expect(Set(specs.map { $0.name(on: page).en }).count == specs.count)
      for spec in specs {
        #expect(Wordings.faults(in: spec.name(on: page)) == [])
        #expect(Wordings.faults(in: spec.summary(on: page)) == [])
        #expect(widths.width(of: SafeText(spec.name(on: page).zh)) <= 10, "\(spec.action)")
        #expect(widths.width(of: SafeText(spec.name(on: page).en)) <= 12, "\(spec.action)")
      }
    }
  }

  @Test("the keys that people know from the contract do what it says")
  func contract() {
    let expected: [(Key, Action)] = [
      (.character("?"), .help), (.function(1), .help), (.function(2), .pages), (.character("/"), .find),
      (.function(3), .find), (.character("n"), .findNext), (.character("N"), .findPrevious), (.character("f"), .filter),
      (.function(4), .filter), (.character("R"), .rescan), (.function(5), .rescan), (.character("s"), .sort),
      (.function(6), .sort), (.character("t"), .asOf), (.function(7), .asOf), (.character("<"), .dayBack),
      (.character(">"), .dayForward), (.character("."), .live), (.character("x"), .export), (.function(8), .export),
      (.character(":"), .palette), (.control("p"), .palette), (.function(9), .palette), (.character("q"), .back),
      (.function(10), .back), (.enter, .open), (.escape, .back), (.tab, .nextPane),
      (.character("["), .previousDistrict),
      (.character("]"), .nextDistrict), (.character("+"), .zoom), (.character(" "), .mark),
      (.character("-"), .lastPage),
      (.character("Z"), .pause), (.character("y"), .copy), (.character("M"), .mouse), (.control("l"), .redraw),
      (.control("z"), .suspend), (.character("1"), .openOverview), (.character("2"), .openDistrict),
      (.character("3"), .openMap), (.character("4"), .openInstitutions), (.character("5"), .openBases),
      (.character("6"), .openMeasures), (.character("7"), .openTriage),
      (.character("8"), .openData),
      (.character("g"), .top), (.home, .top), (.character("G"), .bottom), (.end, .bottom), (.pageUp, .pageUp),
      (.pageDown, .pageDown), (.character("j"), .down), (.character("k"), .up), (.character("h"), .left),
      (.character("l"), .right), (.character("i"), .provenance), (.character("b"), .chart),
      (.character("V"), .chartForm),
      (.character("p"), .whatIf), (.character("d"), .changes), (.character("v"), .revisions),
      (.character("E"), .explain), (.character("a"), .acknowledge), (.character("o"), .assign),
      (.character("m"), .note),
      (.character("z"), .snooze), (.character("w"), .followUp), (.character("e"), .escalate),
      (.character("c"), .strikeOff), (.character("u"), .undo),
    ]
    for (key, action) in expected { #expect(ActionTable.spec(for: key)?.action == action, "\(key.label)") }
    // `d` never deletes, and no letter without a meaning does anything.
    for letter in "rABCDFIJKLOPQSTUWXY" { #expect(ActionTable.spec(for: .character(letter)) == nil, "\(letter)") }
  }

  @Test("what cannot be done now is said, never silently refused")
  func told() throws {
    for page in Page.allCases {
      for spec in ActionTable.all {
        var session = Session(nil, page)
        guard case .disabled(let reason) = session.state.availability(of: spec.action), let key = spec.keys.first else {
          continue
        }
        session.press(key)
        #expect(session.state.toast?.text == reason.text(.zh), "\(page) \(spec.action)")
      }
    }
  }
}
