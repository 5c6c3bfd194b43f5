import Policy
import Testing

@Suite struct CaseFoldingTests {
  @Test func `a case goes its way`() throws {
    var entries = try Entries()
    #expect(entries.folded?.state == .new)
    entries.add(.acknowledged)
    #expect(entries.folded?.state == .acknowledged)
    #expect(entries.folded?.handler == "甲组")
    let next = try day("2026-03-09")
    entries.add(.followedUp(next: next))
    #expect(entries.folded?.state == .working)
    #expect(entries.folded?.nextLook == next)
    entries.add(.sentForReview)
    #expect(entries.folded?.state == .review)
    entries.add(.returned, groupB, "材料不全")
    #expect(entries.folded?.state == .returned)
    entries.add(.followedUp(next: nil))
    #expect(entries.folded?.nextLook == nil)
    entries.add(.sentForReview)
    let last = entries.add(.closed(bySelf: false), groupB)
    let own = try #require(entries.folded)
    #expect(own.state == .closed && !own.isLive && own.closedBy == last && own.closedAt == entries.all.last?.at)
    #expect(own.lastByPerson?.name == "乙组" && own.lastByOther?.name == "甲组")
    #expect(own.systemEntries == 1)
  }

  @Test func `who was put in charge stays it when another signs`() throws {
    var entries = try Entries()
    entries.add(.assigned(to: "丙组"))
    #expect(entries.folded?.state == .new)
    entries.add(.acknowledged)
    #expect(entries.folded?.handler == "丙组")
    #expect(entries.folded?.acknowledgedAt == entries.all.last?.at)
  }

  @Test func `following up a new case signs for it`() throws {
    var entries = try Entries()
    entries.add(.followedUp(next: nil), groupB)
    #expect(entries.folded?.handler == "乙组")
    #expect(entries.folded?.acknowledgedAt == entries.all.last?.at)
  }

  @Test func `a snooze leads back to where the case stood, on top until somebody acts`() throws {
    var entries = try Entries()
    entries.add(.acknowledged)
    let (from, until) = (try day("2026-03-04"), try day("2026-03-10"))
    entries.add(.snoozed(until: until), groupA, "新班开班", on: from)
    #expect(entries.folded?.state == .snoozed)
    #expect(entries.folded?.resumes == .acknowledged)
    #expect(entries.folded?.snoozedUntil == until)
    entries.add(.snoozeEnded, .system, on: until + 2)
    var own = try #require(entries.folded)
    #expect(own.state == .acknowledged && own.isAwakened && own.resumes == nil && own.snoozedUntil == nil)
    #expect(own.pauses == [Case.Pause(from: from, until: until)])
    entries.add(.itemsChanged([]), .system)
    #expect(entries.folded?.isAwakened == true)
    entries.add(.noted, groupB, "看到")
    own = try #require(entries.folded)
    #expect(!own.isAwakened)
  }

  @Test func `putting somebody in charge ends a snooze early`() throws {
    var entries = try Entries()
    let from = try day("2026-03-04")
    entries.add(.snoozed(until: from + 30), groupA, "等", on: from)
    entries.add(.assigned(to: "乙组"), groupA, on: from + 3)
    let own = try #require(entries.folded)
    #expect(own.state == .new && !own.isAwakened && own.handler == "乙组")
    #expect(own.pauses == [Case.Pause(from: from, until: from + 3)])
  }

  @Test(arguments: [Deed.acknowledged, .followedUp(next: nil), .sentForReview])
  func `what clears goes to review, and what comes back to where it was`(_ deed: Deed) throws {
    var entries = try Entries()
    entries.add(deed)
    let before = try #require(entries.folded)
    entries.add(.recovered, .system)
    let cleared = try #require(entries.folded)
    #expect(cleared.state == .review && cleared.isRecovered)
    entries.add(.relapsed, .system)
    let back = try #require(entries.folded)
    #expect(back.state == before.state && !back.isRecovered && back.recoveredFrom == nil)
  }

  @Test func `what clears while it is snoozed is snoozed no longer`() throws {
    var entries = try Entries()
    let from = try day("2026-03-04")
    entries.add(.acknowledged)
    entries.add(.snoozed(until: from + 30), groupA, "等", on: from)
    entries.add(.recovered, .system, on: from + 5)
    #expect(entries.folded?.state == .review)
    #expect(entries.folded?.pauses == [Case.Pause(from: from, until: from + 5)])
    entries.add(.relapsed, .system)
    #expect(entries.folded?.state == .acknowledged)
  }

  @Test func `a relapse leaves a case alone that people have moved on`() throws {
    var entries = try Entries()
    entries.add(.recovered, .system)
    entries.add(.returned, groupB, "再看")
    entries.add(.relapsed, .system)
    #expect(entries.folded?.state == .returned)
    #expect(entries.folded?.isRecovered == false)
  }

  @Test func `levels only rise`() throws {
    var entries = try Entries()
    let limit = try day("2026-03-05")
    entries.add(.escalated(to: .red), groupA, "急")
    entries.add(.deadlinePassed(limit: limit, to: .reminder), .system)
    entries.add(.escalated(to: .yellow))
    #expect(entries.folded?.level == .red)
    #expect(entries.folded?.passedLimit == limit)
  }

  @Test func `promises and extensions are kept`() throws {
    var entries = try Entries()
    let until = try day("2026-05-01")
    let promise = Commitment(item: training, value: 80, due: until)
    let number = entries.add(.committed(promise))
    entries.add(.extensionAsked(until: until))
    #expect(entries.folded?.askedExtension == until)
    #expect(entries.folded?.promises.map(\.commitment) == [promise])
    #expect(entries.folded?.promises.map(\.entry) == [number])
    entries.add(.extensionRefused, groupB)
    #expect(entries.folded?.askedExtension == nil)
    #expect(entries.folded?.extendedTo == nil)
    entries.add(.extensionAsked(until: until))
    entries.add(.extensionGranted(until: until + 1), groupB)
    #expect(entries.folded?.extendedTo == until + 1)
    #expect(entries.folded?.askedExtension == nil)
    entries.add(.undone(number))
    #expect(entries.folded?.promises == [])
  }

  @Test func `an entry that was taken back is as if it had never been`() throws {
    var entries = try Entries()
    entries.add(.acknowledged)
    let before = try #require(entries.folded)
    let review = entries.add(.sentForReview)
    entries.add(.itemsChanged([training]), .system)
    let undo = entries.add(.undone(review))
    var own = try #require(entries.folded)
    #expect(own.state == .acknowledged && own.since == before.since)
    #expect(own.lastEntry == undo && own.lastByPerson?.entry == undo && own.undoable == before.undoable)
    // To take back what took back has no effect.
    entries.add(.undone(undo))
    own = try #require(entries.folded)
    #expect(own.state == .acknowledged)
  }

  @Test func `the console's own entries cannot be taken back`() throws {
    var entries = try Entries()
    let cleared = entries.add(.recovered, .system)
    entries.add(.undone(cleared))
    entries.add(.undone(1))
    entries.add(.undone(99))
    #expect(entries.folded?.state == .review)
  }

  @Test func `without an opening there is no case`() throws {
    var entries = try Entries()
    entries.add(.acknowledged)
    #expect(Case(entries: []) == nil)
    #expect(Case(entries: Array(entries.all.dropFirst())) == nil)
    #expect(Case(entries: entries.all.reversed())?.state == .new)
  }
}
