import Console
import Policy
import Screen
import Testing

@Suite("What is remembered of the pictures before")
struct FrameMemoryTests {
  private static let moves: [Key] = [
    .down, .up, .pageDown, .pageUp, .home, .end, .character("j"), .character("k"), .wheel(1), .wheel(-1),
  ]

  /// Mostly moves, so that much is remembered; between them whatever else a person does.
  private static func step(_ session: inout Session, _ random: inout Seeded) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<11: session.press(moves.randomElement(using: &random) ?? .down)
    case 11, 12: session.press(.tab)
    case 13, 14: session.wait([0.3, 1, 4, 61].randomElement(using: &random) ?? 1)
    case 15:
      session.press(
        [.enter, .character("]"), .character("-"), .character(" ")].randomElement(using: &random) ?? .enter)
    case 16: session.press(.escape)
    case 17: session.press(.character("12456781212".randomElement(using: &random) ?? "1"))
    default: session.press(ActionTable.all.randomElement(using: &random)?.keys.first ?? .down)
    }
  }

  @Test("a picture drawn with it is the picture drawn anew", arguments: Page.allCases)
  func same(_ page: Page) throws {
    let loaded = try SampleYear.loaded()
    for (seed, size) in [(80, 24), (120, 36), (200, 60), (90, 14)].enumerated() {
      var random = Seeded(UInt64(seed) &* 977 &+ UInt64(page.number))
      var session = Session(
        loaded, page, size.0, size.1, settings: ConsoleSettings(language: seed == 1 ? .en : .zh))
      session.open(KeptDocket(following: loaded))
      let memory = FrameMemory()
      for step in 0..<45 {
        FrameMemoryTests.step(&session, &random)
        if !isSame(session, memory, "page \(page), \(size), step \(step)") { break }
      }
    }
  }

  @Test("new figures, boards of other days, sizes and cases are in the next picture")
  func news() throws {
    let years = try [
      SmallYear.loaded(counts: [SmallYear.pudong: 10], institutions: SmallYear.ids(0..<30), files: ["a.csv", "b.csv"]),
      SmallYear.loaded(counts: [SmallYear.pudong: 90], institutions: SmallYear.ids(20..<25), after: 10),
    ]
    for seed in 0..<4 {
      var random = Seeded(UInt64(seed) &+ 41)
      var session = Session(years[0], Page.allCases.randomElement(using: &random) ?? .overview, 120, 36)
      let memory = FrameMemory()
      for step in 0..<60 {
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
          var snapshot = years[step % 2].snapshot
          snapshot.readAt += 100 + Double(step)
          session.send(.snapshotArrived(Directories.loaded(snapshot)))
        case 1:
          session.send(
            .resized(Size(columns: .random(in: 60...150, using: &random), rows: .random(in: 10...50, using: &random))))
        case 2: session.press(.character("<"))
        case 3: session.press(.character("L"))
        default: FrameMemoryTests.step(&session, &random)
        }
        if !isSame(session, memory, "seed \(seed), step \(step)") { break }
      }
    }
  }

  @Test("moving draws two rows anew, not the page")
  func isUsed() throws {
    var session = Session(try SampleYear.loaded(), .overview, 120, 36)
    let before = session.state.revision
    for key in FrameMemoryTests.moves { session.press(key) }
    session.wait(0.5)
    #expect(session.state.revision == before)
    session.press(.character("s"))
    #expect(session.state.revision > before)
  }

  /// Whether the picture drawn with the memory is the one drawn anew; says where it is not.
  private func isSame(_ session: Session, _ memory: FrameMemory, _ place: String) -> Bool {
    let (remembered, anew) = (ConsoleView(session.state, memory: memory).frame(), session.frame)
    if remembered != anew { Issue.record("\(place): \(differences(remembered, anew))") }
    return remembered == anew
  }

  private func differences(_ one: Frame, _ other: Frame) -> String {
    let (left, right) = (one.plainText().split(separator: "\n"), other.plainText().split(separator: "\n"))
    return zip(left, right).enumerated().filter { $0.element.0 != $0.element.1 }.prefix(3)
      .map { "\n\($0.offset) \($0.element.0)\n\($0.offset) \($0.element.1)" }.joined()
  }
}
