import Policy
import Testing

/// Whatever stands in a docket, in whatever order, a case comes of it.
@Suite struct CaseFoldingPropertyTests {
  private static func deed(_ numbers: inout Numbers, before entry: Int) -> Deed {
    let day = Day(number: 20_500 + Int32.random(in: 0..<300, using: &numbers))
    let level = EscalationLevel.allCases.randomElement(using: &numbers) ?? .none
    let deeds: [Deed] = [
      .opened(lagging, items: [training], previous: nil), .itemsChanged([training]), .recovered, .relapsed,
      .snoozeEnded, .deadlinePassed(limit: day, to: level), .acknowledged, .assigned(to: "丙组"), .noted,
      .followedUp(next: day), .urged, .snoozed(until: day), .sentForReview, .returned, .closed(bySelf: false),
      .escalated(to: level), .committed(Commitment(item: training, value: 5, due: day)), .extensionAsked(until: day),
      .extensionGranted(until: day), .extensionRefused, .decided, .recovered, .relapsed, .snoozed(until: day),
      .undone(Int.random(in: 0...max(1, entry), using: &numbers)),
    ]
    return deeds.randomElement(using: &numbers) ?? .noted
  }

  private static func entries(_ numbers: inout Numbers, undo: Bool) throws -> [DocketEntry] {
    var entries = try Entries()
    let actors = [Actor.system, groupA, groupB]
    for _ in 0..<Int.random(in: 0..<40, using: &numbers) {
      let deed = deed(&numbers, before: entries.all.count)
      if case .undone = deed, !undo { continue }
      // Days run backwards too: machines have wrong clocks.
      let on = Day(number: 20_500 + Int32.random(in: 0..<300, using: &numbers))
      entries.add(deed, actors.randomElement(using: &numbers) ?? .system, on: on)
    }
    return entries.all
  }

  @Test(arguments: 0..<400) func `any history folds, and stays whole`(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    let history = try Self.entries(&numbers, undo: true)
    for entries in [history, history.shuffled(using: &numbers), history.filter { _ in Bool.random(using: &numbers) }] {
      guard let own = Case(entries: entries) else {
        #expect(!entries.contains { Case(opening: $0) != nil })
        continue
      }
      #expect((own.state == .snoozed) == (own.snoozedUntil != nil))
      #expect((own.state == .snoozed) == (own.resumes != nil))
      #expect(own.resumes != .snoozed && own.resumes != .closed)
      #expect((own.closedAt != nil) == (own.state == .closed) && (own.closedBy != nil) == !own.isLive)
      #expect(own.recoveredFrom == nil || own.isRecovered && own.state == .review)
      #expect(own.pauses.allSatisfy { $0.from < $0.until })
      #expect(own.lastByOther == nil || own.lastByOther?.name != own.lastByPerson?.name)
      #expect(!own.isAwakened || own.state != .snoozed)
    }
  }

  @Test(arguments: 0..<200) func `one entry more is the same as folding anew`(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    let history = try Self.entries(&numbers, undo: false)
    var step = try #require(Case(entries: Array(history.prefix(1))))
    for (place, entry) in history.enumerated().dropFirst() {
      step.apply(entry)
      #expect(step == Case(entries: Array(history.prefix(place + 1))))
    }
  }

  @Test(arguments: 0..<200) func `an undo leaves what would be without the entry`(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    let history = try Self.entries(&numbers, undo: true)
    let own = try #require(Case(entries: history))
    guard let newest = own.undoable else { return }
    let undo = DocketEntry(
      number: history.count + 1, caseNumber: 1, at: newest.at, actor: .person(newest.name), deed: .undone(newest.entry))
    // Without it and whatever took back what was taken back before.
    var with = try #require(Case(entries: history + [undo]))
    let without = try #require(Case(entries: history.filter { $0.number != newest.entry }))
    #expect(with.lastEntry == undo.number)
    #expect(with.lastByPerson?.entry == undo.number)
    with.lastEntry = without.lastEntry
    with.lastByPerson = without.lastByPerson
    with.lastByOther = without.lastByOther
    #expect(with == without)
  }
}
