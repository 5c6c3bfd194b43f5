import Policy
import Screen
import Testing

@testable import Console

@Suite("Everything is done by F-keys, the menu, arrows and Enter, as an input method leaves them alone")
struct LetterlessTests {
  /// What keys of their own do that are no letters.
  private static func isLetterless(_ key: Key) -> Bool {
    switch key {
    case .character, .control, .paste, .click, .wheel: false
    default: true
    }
  }

  @Test(
    "every action of every page is done from the menu by arrows and Enter, and does what its key does",
    arguments: Page.allCases)
  func menu(_ page: Page) throws {
    let loaded = try SampleYear.loaded()
    var base = Session(loaded, page)
    base.open(KeptDocket(following: loaded))
    var done = 0
    for spec in ActionTable.all where base.state.availability(of: spec.action) != .absent {
      var byMenu = base
      byMenu.press(.function(9))
      guard case .menu(let menu) = byMenu.state.overlay else { throw Wrong("no menu") }
      let lines = MenuLines(byMenu.state, menu).lines
      guard let index = lines.firstIndex(where: { $0.choice == .action(spec.action) }) else {
        #expect(spec.keys.contains(where: LetterlessTests.isLetterless), "\(spec.action)")
        continue
      }
      for _ in 0..<index { byMenu.press(.down) }
      byMenu.press(.enter)
      // What only the menu has is no less in it.
      guard base.state.availability(of: spec.action) == .enabled, spec.action != .palette, let key = spec.keys.first
      else { continue }
      var byKey = base
      byKey.press(key)
      #expect(byMenu.frame == byKey.frame, "\(spec.action)")
      #expect(byMenu.effects == byKey.effects, "\(spec.action)")
      done += 1
    }
    #expect(done >= 20)
  }

  @Test("an order, a day, a page and an export are chosen by arrows")
  func choices() throws {
    var session = Session(try SampleYear.loaded())
    for key in [Key.function(6), .down, .down, .enter] { session.press(key) }
    #expect(session.state.list(.districts).sort == .code)
    for key in [Key.function(7), .down, .enter] { session.press(key) }
    #expect(session.state.asOf != nil)
    for key in [Key.function(2), .down, .down, .down, .enter] { session.press(key) }
    #expect(session.state.page != .overview)
    for key in [Key.function(8), .enter] { session.press(key) }
    #expect(session.effects.contains { if case .export = $0 { true } else { false } })
  }

  @Test("the program is left by F10 and F4, never by F10 twice nor by Enter")
  func leaving() throws {
    var session = Session(try SampleYear.loaded())
    for other in [Key.function(10), .enter] {
      session.press(.function(10))
      session.press(other)
      #expect(!session.effects.contains(.quit))
    }
    session.press(.function(10))
    session.press(.function(4))
    #expect(session.effects.contains(.quit))
  }

  private struct Wrong: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}
