import Docket
import Policy
import Testing

@Suite("Cases in the store")
struct CasesTests {
  @Test("whatever is done, the store does what the docket in memory does", arguments: 0..<24 as Range<UInt64>)
  func sameAsInMemory(_ seed: UInt64) throws {
    var numbers = Seeded(seed)
    let place = try Place()
    var store = try place.open()
    var memory = DocketLedger()
    let rule = try Orders.rule()
    for step in 0..<120 {
      let moment = Orders.at(step)
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        var deeds = (0..<Int.random(in: 1...4, using: &numbers)).map { _ -> SystemDeed in
          let opened = Orders.opening(Int.random(in: 1...5, using: &numbers))
          return Orders.opening(
            Int(opened.subject.district.rawValue).map { $0 - 310_100 } ?? 1,
            after: memory.closed[opened.subject]?.number)
        }
        // Also of one that another console has struck off meanwhile.
        if let own = memory.state.cases.randomElement(using: &numbers) {
          deeds.append(Orders.follow(own, own.isRecovered ? .relapsed : .recovered))
        }
        memory.keep(deeds, at: moment)
        try store.keep(deeds, at: moment)
      } else {
        let actor = Actor.person(Orders.names.randomElement(using: &numbers) ?? "甲组")
        let orders = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
          Orders.order(&numbers, cases: memory.state.cases.count)
        }
        let wanted = orders.map { memory.act($0, by: actor, at: moment, rule) }
        #expect(try store.act(orders, by: actor, at: moment, rule) == wanted)
      }
      if Int.random(in: 0..<30, using: &numbers) == 0 { store = try place.open() }
    }
    #expect(try store.docket() == memory.state)
    #expect(try store.entries() == memory.entries)
    #expect(try store.closedCases() == memory.closed)
    #expect(try store.verify() == .whole(entries: memory.entries.count))
    #expect(memory.entries.count > 40)
    // What was kept makes the same docket again.
    #expect(DocketLedger(try store.entries()) == memory)
  }

  @Test("of two consoles that notice the same thing one opens the case")
  func twoNotice() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let (one, other) = (try place.open(), try place.open())
    let before = try other.changeMark()
    #expect(try one.keep([Orders.opening(1), Orders.opening(2)], at: Orders.at(0)) == 2)
    #expect(try other.keep([Orders.opening(2), Orders.opening(1)], at: Orders.at(1)) == 0)
    #expect(try other.docket().cases.map(\.number) == [1, 2])
    #expect(try other.changeMark() != before)
  }

  @Test("what another did since is told, and nothing is done")
  func conflict() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let (one, other) = (try place.open(), try place.open())
    let rule = try Orders.rule()
    try one.keep([Orders.opening(1)], at: Orders.at(0))
    _ = try other.act(
      [CaseOrder(caseNumber: 1, request: .acknowledge, seen: 1)], by: .person("乙组"), at: Orders.at(1), rule)
    let late = try one.act(
      [CaseOrder(caseNumber: 1, request: .snooze(until: Orders.today + 5), reason: "等", seen: 1)], by: .person("甲组"),
      at: Orders.at(2), rule)
    #expect(
      late == [.refused(.conflict(with: Case.PersonEntry(entry: 2, name: "乙组", at: Orders.at(1))))])
    #expect(try one.docket().lastEntry == 2)
  }

  @Test("a clock that goes back changes no order")
  func clock() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let store = try place.open()
    let rule = try Orders.rule()
    try store.keep([Orders.opening(1)], at: Orders.at(100))
    _ = try store.act([CaseOrder(caseNumber: 1, request: .acknowledge)], by: .person("甲组"), at: Orders.at(-9_000), rule)
    #expect(try store.entries(of: 1).map(\.number) == [1, 2])
    #expect(try store.docket().cases.map(\.state) == [.acknowledged])
    #expect(try store.verify() == .whole(entries: 2))
  }

  @Test("struck-off cases are told from a day on")
  func closedSince() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let store = try place.open()
    let rule = try Orders.rule()
    try store.keep([Orders.opening(1), Orders.opening(2)], at: Orders.at(0))
    let actor = Actor.person("甲组")
    for request in [CaseRequest.acknowledge, .review] {
      _ = try store.act([CaseOrder(caseNumber: 1, request: request)], by: actor, at: Orders.at(1), rule)
    }
    _ = try store.act([CaseOrder(caseNumber: 1, request: .close)], by: .person("乙组"), at: Orders.at(5), rule)
    #expect(try store.docket(closedSince: Orders.at(5)).cases.map(\.number) == [1, 2])
    #expect(try store.docket(closedSince: Orders.at(6)).cases.map(\.number) == [2])
    #expect(try store.docket().people.map(\.name) == ["乙组", "甲组"])
  }

  @Test("of many who acted the last are told")
  func manyPeople() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let store = try place.open()
    let rule = try Orders.rule()
    var memory = DocketLedger()
    try store.keep([Orders.opening(1)], at: Orders.at(0))
    memory.keep([Orders.opening(1)], at: Orders.at(0))
    let order = CaseOrder(caseNumber: 1, request: .note, reason: "说明")
    for number in 1...30 {
      let actor = Actor.person("第\(number)组")
      _ = try store.act([order], by: actor, at: Orders.at(number), rule)
      _ = memory.act(order, by: actor, at: Orders.at(number), rule)
    }
    #expect(try store.docket().people.map(\.name) == (11...30).reversed().map { "第\($0)组" })
    #expect(try store.docket() == memory.state)
  }

  @Test("a note of 64 KiB is kept whole, a longer one is refused")
  func longNote() throws {
    let place = try Place()
    defer { withExtendedLifetime(place) {} }
    let store = try place.open()
    let rule = try Orders.rule()
    try store.keep([Orders.opening(1)], at: Orders.at(0))
    let text = String(repeating: "字", count: 21_845) + "x"
    let outcomes = try store.act(
      [text, text + "y"].map { CaseOrder(caseNumber: 1, request: .note, reason: $0) }, by: .person("甲组"),
      at: Orders.at(1), rule)
    guard case .done(let entry) = outcomes[0] else { throw Absent() }
    #expect(entry.reason == text && outcomes[1] == .refused(.text(.tooLong(most: 65_536))))
    #expect(try store.entries(of: 1).last?.reason == text)
  }
}
