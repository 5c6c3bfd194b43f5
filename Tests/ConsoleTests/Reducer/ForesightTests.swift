import Policy
import Screen
import Testing

@testable import Console

@Suite("What the next key will come to")
struct ForesightTests {
  private static let keys: [Key] = [
    .down, .up, .pageDown, .pageUp, .home, .end, .character("j"), .character("k"), .wheel(1), .wheel(-1), .tab, .enter,
    .escape, .character("1"), .character("2"), .character("4"), .character("5"), .character("6"), .character("8"),
    .character("]"), .character("-"), .character("z"), .character(" "), .character("s"), .character("7"),
    .character("3"), .character("<"), .character("."), .character("?"),
  ]

  @Test("followed, it is what the key comes to when it is pressed later", arguments: Page.allCases)
  func same(_ page: Page) throws {
    let loaded = try SampleYear.loaded()
    var followed = 0
    for (seed, size) in [(80, 24), (140, 40)].enumerated() {
      var random = Seeded(UInt64(seed) &* 389 &+ UInt64(page.number))
      var session = Session(loaded, page, size.0, size.1)
      session.open(KeptDocket(following: loaded))
      for step in 0..<40 {
        let key = ForesightTests.keys.randomElement(using: &random) ?? .down
        guard let foresight = session.state.foresee(key) else {
          session.press(key)
          // Back to where keys are foreseen, behind every message.
          if session.state.foresee(.down) == nil {
            session.wait(11)
            session.press(.escape)
            session.press(.character(page == .map ? "1" : Character(String(page.number))))
          }
          continue
        }
        // As late as it may be, and by no tick or by several.
        let last = foresight.end - 0.001
        for part in 1...Int.random(in: 1...3, using: &random) where last > session.state.now {
          session.wait((last - session.state.now) / Double(part))
        }
        var ahead = session.state
        let didFollow = ahead.follow(foresight)
        #expect(didFollow, "\(page), step \(step)")
        var pressed = session.state
        #expect(update(&pressed, .keyPressed(key)) == foresight.effects, "\(page), step \(step)")
        followed += 1
        // What was drawn before the key is what is to be drawn behind it.
        let isDrawn = ConsoleView(foresight.state).frame() == ConsoleView(pressed).frame()
        #expect(isDrawn, "\(page) \(size), step \(step), \(key)")
        guard isDrawn, isSame(ahead, pressed, "\(page) \(size), step \(step), \(key)") else { return }
        // And what is told of the case that is looked at comes, or does not come yet.
        if Bool.random(using: &random) { session.press(key) } else { session.state = ahead }
      }
    }
    #expect(followed > 12, "\(page): \(followed)")
  }

  private func isSame(_ one: ConsoleState, _ other: ConsoleState, _ place: String) -> Bool {
    let frames = (ConsoleView(one).frame(), ConsoleView(other).frame())
    #expect(frames.0.plainText() == frames.1.plainText(), "\(place)")
    #expect(one.now == other.now && one.lastInput == other.lastInput, "\(place)")
    #expect(one.page == other.page && one.lists == other.lists && one.focus == other.focus, "\(place)")
    #expect(one.revision == other.revision && one.turn == other.turn, "\(place)")
    #expect(one.holdsBackOrder == other.holdsBackOrder && one.quietEnd == other.quietEnd, "\(place)")
    return frames.0 == frames.1
  }

  @Test("it holds for the state it was made of alone, and only until something may come of the time")
  func ends() throws {
    let loaded = try SmallYear.loaded(counts: [SmallYear.pudong: 10])
    var session = Session(loaded)
    try session.press("j")
    let foresight = try #require(session.state.foresee(.down))
    #expect(foresight.state.selectedRow(of: .districts) != session.selected)
    let before = session.state
    session.wait(0.5)
    var followed = session.state
    let did = followed.follow(foresight)
    #expect(did)
    let again = followed.follow(foresight)
    #expect(!again, "a key that comes twice")
    let others: [Event] = [
      .keyPressed(.up), .snapshotArrived(loaded), .resized(Size(columns: 90, rows: 30)),
      .clockTicked(before.now + 60), .clockTicked(before.now - 1), .resumed,
    ]
    for event in others {
      var state = before
      _ = update(&state, event)
      let (turn, frame) = (state.turn, ConsoleView(state).frame())
      let didFollow = state.follow(foresight)
      #expect(!didFollow, "\(event)")
      #expect(state.turn == turn && ConsoleView(state).frame() == frame, "\(event)")
    }
  }

  @Test("nothing is foreseen of keys that may do more, nor while time itself may change something")
  func refused() throws {
    var session = Session(try SmallYear.loaded(counts: [SmallYear.pudong: 10]))
    try session.press("j")
    for key: Key in [.character("s"), .character("E"), .character("L"), .character("/"), .character("<"), .function(5)]
    {
      #expect(session.state.foresee(key) == nil, "\(key)")
    }
    // Help lies over the page behind it.
    #expect(session.state.foresee(.character("?")) == nil)
    var told = session.state
    told.toast = Toast("a", until: told.now + 1)
    #expect(told.foresee(.down) == nil)
    // Rows that wait for their order move as soon as a person rests.
    var held = session.state
    held.holdsBackOrder = true
    #expect(held.foresee(.down)?.end == held.lastInput + ConsoleState.holdSeconds)
    _ = update(&held, .clockTicked(held.lastInput + ConsoleState.holdSeconds - 0.01))
    #expect(held.foresee(.down) != nil)
  }

  @Test("who is to know which case is looked at is told when the key was pressed, not before")
  func cases() throws {
    let loaded = try SampleYear.loaded()
    var session = Session(loaded, .triage)
    session.open(KeptDocket(following: loaded))
    session.wait(1)
    try session.press("j")
    let (here, foresight) = (session.state.triage.looked, try #require(session.state.foresee(.down)))
    let next = try #require(foresight.state.triage.looked)
    #expect(next != here && session.state.triage.looked == here)
    #expect(foresight.effects == [.lookAt(next), .loadCase(next)])
    // Rows are gone through for who rests on a case: a key after that finds other facts.
    for _ in 0..<20 where session.state.wantedGap == nil { try session.press("j") }
    try #require(session.state.wantedGap != nil)
    let rest = session.state.lastInput + ConsoleState.restSeconds
    #expect(session.state.foresee(.up)?.end == rest)
    #expect(session.state.isQuiet(until: rest - 0.01) && !session.state.isQuiet(until: rest))
  }
}
