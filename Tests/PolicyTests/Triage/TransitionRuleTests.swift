import Policy
import Testing

@Suite struct TransitionRuleTests {
  let rule: TransitionRule

  init() throws { rule = try TransitionRule(try trainingPlan(), today: "2026-03-03") }

  @Test func `what needs a reason is refused without one, blanks are none`() throws {
    let review = try caseStanding(.review, handler: "乙组")
    let working = try caseStanding(.working, handler: "甲组")
    for request in [CaseRequest.note, .decide, .escalate(to: .red), .snooze(until: try day("2026-03-04"))] {
      #expect(rule.refusal(request, " \n　", on: working) == .needsReason)
      #expect(rule.refusal(request, "教师离岗", on: working) == nil)
    }
    #expect(rule.refusal(.return, on: review) == .needsReason)
    #expect(rule.refusal(.close, on: review) == nil)
    #expect(rule.refusal(.close, on: review, by: groupB) == .needsReason)
    let own = try rule.deed(.close, reason: " 无人可核 ", on: review, by: groupB)
    #expect(own == TransitionRule.Allowed(deed: .closed(bySelf: true), reason: "无人可核"))
  }

  @Test func `a text that cannot be taken is refused with its fault`() throws {
    let own = try caseStanding(.working, handler: "甲组")
    #expect(rule.refusal(.note, "电话 13800138000", on: own) == .text(.personal))
    #expect(rule.refusal(.followUp(next: nil), "一\u{1B}[2J", on: own) == .text(.controlCharacter))
    #expect(rule.refusal(.assign(to: " "), on: own) == .name(.empty))
    #expect(rule.refusal(.note, "好", on: own, by: .person("甲\n组")) == .name(.controlCharacter))
  }

  @Test func `a snooze ends after today and within sixty days of the period's end`() throws {
    let own = try caseStanding(.new, handler: nil)
    #expect(rule.latest == (try day("2027-03-01")))
    #expect(
      rule.refusal(.snooze(until: try day("2026-03-03")), "缓", on: own)
        == .dateInPast(earliest: try day("2026-03-04")))
    #expect(rule.refusal(.snooze(until: try day("2026-03-04")), "缓", on: own) == nil)
    #expect(rule.refusal(.snooze(until: rule.latest), "缓", on: own) == nil)
    #expect(rule.refusal(.snooze(until: rule.latest + 1), "缓", on: own) == .dateTooFar(latest: rule.latest))
    #expect(
      rule.refusal(.followUp(next: try day("2026-03-03")), on: own) == .dateInPast(earliest: try day("2026-03-04")))
    #expect(rule.refusal(.followUp(next: nil), on: own) == nil)
  }

  @Test func `an extension is asked for until the limit has passed, and beyond it`() throws {
    var entries = try Entries(on: "2026-03-02")
    entries.add(.acknowledged)
    let own = try #require(entries.folded)
    // Fifteen working days after Monday 2 March.
    let limit = try day("2026-03-23")
    let onTime = try TransitionRule(try trainingPlan(), today: "2026-03-23")
    let late = try TransitionRule(try trainingPlan(), today: "2026-03-24")
    #expect(onTime.refusal(.askExtension(until: limit + 1), "延", on: own) == nil)
    #expect(onTime.refusal(.askExtension(until: limit + 1), on: own) == .needsReason)
    #expect(rule.refusal(.askExtension(until: limit), "延", on: own) == .dateInPast(earliest: limit + 1))
    #expect(late.refusal(.askExtension(until: limit + 9), "延", on: own) == .pastLimit(limit))
    #expect(late.refusal(of: .askExtension, on: own, by: groupA) == .pastLimit(limit))
    #expect(onTime.refusal(.grantExtension(until: nil), on: own, by: groupB) == .notAsked)
    entries.add(.extensionAsked(until: limit + 9))
    let asked = try #require(entries.folded)
    #expect(
      try late.deed(.grantExtension(until: nil), reason: "", on: asked, by: groupB).deed
        == .extensionGranted(until: limit + 9))
    #expect(
      try late.deed(.grantExtension(until: limit + 5), reason: "", on: asked, by: groupB).deed
        == .extensionGranted(until: limit + 5))
    #expect(late.refusal(.refuseExtension, on: asked, by: groupB) == .needsReason)
  }

  @Test func `escalation goes up, one step or more, and ends`() throws {
    var own = try caseStanding(.working, handler: "甲组")
    #expect(rule.refusal(.escalate(to: .summons), "急", on: own) == nil)
    own.level = .yellow
    #expect(rule.refusal(.escalate(to: .yellow), "急", on: own) == .notHigher(than: .yellow))
    #expect(rule.refusal(.escalate(to: .none), "急", on: own) == .notHigher(than: .yellow))
    own.level = .summons
    #expect(rule.refusal(.escalate(to: .summons), "急", on: own) == .alreadyTopLevel)
    #expect(rule.refusal(of: .escalate, on: own, by: groupA) == .alreadyTopLevel)
  }

  @Test func `a promise can be judged by the records`() throws {
    let own = try caseStanding(.working, handler: "甲组")
    func promise(_ item: ItemID, _ value: Int64, _ due: String) throws -> DeedRefusal? {
      rule.refusal(.commit(Commitment(item: item, value: value, due: try day(due))), on: own)
    }
    #expect(try promise(training, 1, "2026-03-03") == nil)
    #expect(try promise(training, 1, "2026-03-02") == .dateInPast(earliest: try day("2026-03-03")))
    #expect(try promise(training, 1, "2026-12-31") == nil)
    #expect(try promise(training, 1, "2027-01-01") == .dateTooFar(latest: try day("2026-12-31")))
    #expect(try promise(training, 0, "2026-04-01") == .valueTooSmall)
    let other = ItemID(rawValue: "M09.09")
    #expect(try promise(other, 1, "2026-04-01") == .unknownItem(other))
  }

  @Test func `nobody is put in charge twice, but of a snoozed case`() throws {
    #expect(rule.refusal(.assign(to: "甲组 "), on: try caseStanding(.working, handler: "甲组")) == .sameHandler)
    #expect(rule.refusal(.assign(to: "甲组"), on: try caseStanding(.snoozed, handler: "甲组")) == nil)
  }

  @Test func `undo takes back one's own newest entry that stands`() throws {
    var entries = try Entries()
    #expect(rule.refusal(.undo, on: try #require(entries.folded)) == .nothingToUndo)
    let signed = entries.add(.acknowledged)
    let noted = entries.add(.noted, groupA, "一")
    entries.add(.itemsChanged([training]), .system)
    var own = try #require(entries.folded)
    #expect(try rule.deed(.undo, reason: "", on: own, by: groupA).deed == .undone(noted))
    guard case .notYourEntry(let theirs) = rule.refusal(.undo, on: own, by: groupB) else {
      Issue.record("another person's entry was taken back")
      return
    }
    #expect(theirs.entry == noted && theirs.name == "甲组")
    entries.add(.undone(noted))
    own = try #require(entries.folded)
    #expect(try rule.deed(.undo, reason: "", on: own, by: groupA).deed == .undone(signed))
    entries.add(.undone(signed))
    #expect(rule.refusal(.undo, on: try #require(entries.folded)) == .nothingToUndo)
  }

  @Test func `a striking-off is not taken back once the subject has a new case`() throws {
    var entries = try Entries()
    entries.add(.acknowledged, groupB)
    entries.add(.sentForReview, groupB)
    entries.add(.closed(bySelf: false))
    var own = try #require(entries.folded)
    #expect(rule.refusal(.undo, on: own) == nil)
    #expect(rule.refusal(.undo, on: own, successor: 9) == .succeeded(by: 9))
    let note = entries.add(.noted, groupA, "归档")
    own = try #require(entries.folded)
    #expect(try rule.deed(.undo, reason: "", on: own, by: groupA, successor: 9).deed == .undone(note))
  }

  @Test func `what changes the case is refused where another person acted since it was seen`() throws {
    var entries = try Entries()
    entries.add(.acknowledged)
    let seen = entries.add(.noted, groupA, "一")
    #expect(rule.refusal(.review, on: try #require(entries.folded), seen: 1) == nil)
    let theirs = entries.add(.urged, groupB)
    entries.add(.noted, groupA, "二")
    entries.add(.itemsChanged([training]), .system)
    let own = try #require(entries.folded)
    guard case .conflict(let other) = rule.refusal(.review, on: own, seen: seen) else {
      Issue.record("the other console's entry was not seen")
      return
    }
    #expect(other.entry == theirs && other.name == "乙组")
    #expect(rule.refusal(.review, on: own, seen: theirs) == nil)
    #expect(rule.refusal(.review, on: own) == nil)
    for request in [CaseRequest.note, .decide] { #expect(rule.refusal(request, "三", on: own, seen: seen) == nil) }
    #expect(rule.refusal(.urge, on: own, by: groupB, seen: 0) == nil)
  }

  @Test func `the console itself does nothing by this way`() throws {
    let own = try caseStanding(.new, handler: nil)
    #expect(rule.refusal(.note, "好", on: own, by: .system) == .personsOnly)
  }
}
