import Docket
import Policy
import Testing

@Suite("Cases in a store that cannot be written")
struct DocketTroubleTests {
  private let note = [CaseOrder(caseNumber: 1, request: .note, reason: "重要情况")]
  private let actor = Actor.person("甲组")

  @Test("a full disk: nothing of it is kept, and everything before is there")
  func full() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let store = try place.open()
    let rule = try Orders.rule()
    try store.keep([Orders.opening(1)], at: Orders.at(0))
    try store.leave(pages: 0)
    let long = String(repeating: "字", count: 20_000)
    #expect(throws: StoreTrouble.self) {
      for minute in 1..<40 {
        _ = try store.act(
          [CaseOrder(caseNumber: 1, request: .note, reason: long)], by: actor, at: Orders.at(minute), rule)
      }
    }
    guard case .whole(let kept) = try store.verify() else { throw Absent() }
    #expect(try store.docket().lastEntry == kept)
    try store.run("PRAGMA max_page_count = 1000000")
    _ = try store.act(note, by: actor, at: Orders.at(50), rule)
    #expect(try store.verify() == .whole(entries: kept + 1))
  }

  @Test("held by another: told, and done as soon as it is free")
  func busy() throws {
    let place = try Place()
    let other = try place.open()
    let store = try place.open(patience: 0.05)
    let rule = try Orders.rule()
    try store.keep([Orders.opening(1)], at: Orders.at(0))
    try other.hold {
      #expect(throws: StoreTrouble.busy(path: place.store)) {
        _ = try store.act(note, by: actor, at: Orders.at(1), rule)
      }
    }
    _ = try store.act(note, by: actor, at: Orders.at(2), rule)
    #expect(try store.docket().lastEntry == 2)
  }

  @Test("opened to ask, or of a newer version: it is read, and nothing is done")
  func readOnly() throws {
    let place = try Place()
    let rule = try Orders.rule()
    try place.open().keep([Orders.opening(1)], at: Orders.at(0))
    let asking = try place.open(.asking)
    try place.open().run("PRAGMA user_version = 99")
    let newer = try place.open()
    for store in [asking, newer] {
      #expect(try store.docket().cases.map(\.number) == [1])
      #expect(throws: StoreTrouble.readOnly(path: place.store)) {
        _ = try store.act(note, by: actor, at: Orders.at(1), rule)
      }
      #expect(throws: StoreTrouble.readOnly(path: place.store)) {
        try store.keep([Orders.opening(2)], at: Orders.at(1))
      }
    }
  }

  @Test("a store of before there were cases keeps its history, and has cases from now on")
  func older() throws {
    let place = try Place()
    let old = try place.open()
    try old.keepAll([Known.one(1), Known.one(2, at: Known.start + 1)])
    try old.run(
      """
      DROP TABLE entry; DROP TABLE case_head; DROP TABLE system_key; DROP TABLE person; PRAGMA user_version = 1
      """)
    let store = try place.open()
    #expect(try store.docket() == DocketState())
    try store.keep([Orders.opening(1)], at: Orders.at(0))
    #expect(try store.verify() == .whole(entries: 1))
    #expect(try store.sums() == old.sums() && !store.sums().isEmpty)
  }
}
