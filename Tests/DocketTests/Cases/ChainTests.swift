import Foundation
import GRDB
import Policy
import Testing

@testable import Docket

@Suite("The chain of entries")
struct ChainTests {
  private func filled() throws -> (Place, Store) {
    let place = try Place()
    let store = try place.open()
    let rule = try Orders.rule()
    try store.keep([Orders.opening(1), Orders.opening(2)], at: Orders.at(0))
    for (minute, request) in [CaseRequest.acknowledge, .note, .review, .undo].enumerated() {
      _ = try store.act(
        [CaseOrder(caseNumber: 1, request: request, reason: "说明")], by: .person("甲组"), at: Orders.at(minute), rule)
    }
    return (place, store)
  }

  @Test(
    "every column that is changed is found, at its entry",
    arguments: [
      "case_number = 2", "at = at + 1", "actor = '乙组'", "actor = NULL", "kind = 'urged'", "fields = '[[\"a\",\"b\"]]'",
      "reason = '改'", "hash = zeroblob(32)", "reason = reason || char(0) || '改'",
    ])
  func changed(_ change: String) throws {
    let (place, store) = try filled()
    defer { withExtendedLifetime(place) {} }
    try store.run("DROP TRIGGER entry_stands; UPDATE entry SET \(change) WHERE number = 4")
    #expect(try store.verify() == .broken(entry: 4, .text))
  }

  @Test("an entry that is taken out, put elsewhere or cut off is found")
  func removed() throws {
    for (sql, verdict) in [
      ("DELETE FROM entry WHERE number = 3", DocketVerdict.broken(entry: 3, .number)),
      ("DELETE FROM entry WHERE number = 1", .broken(entry: 1, .number)),
      ("UPDATE entry SET before = zeroblob(32) WHERE number = 5", .broken(entry: 5, .link)),
      (
        "UPDATE entry SET number = 99 WHERE number = 3; UPDATE entry SET number = 3 WHERE number = 4; "
          + "UPDATE entry SET number = 4 WHERE number = 99", .broken(entry: 3, .link)
      ),
      // The chain ends well before: the case knows more.
      ("DELETE FROM entry WHERE number = 6", .wrongCase(number: 1)),
    ] {
      let (place, store) = try filled()
      defer { withExtendedLifetime(place) {} }
      try store.run("DROP TRIGGER entry_stands; DROP TRIGGER entry_stays; " + sql)
      #expect(try store.verify() == verdict, "\(sql)")
    }
  }

  @Test("entries can be neither changed nor removed")
  func triggers() throws {
    let (place, store) = try filled()
    defer { withExtendedLifetime(place) {} }
    #expect(throws: DatabaseError.self) { try store.run("UPDATE entry SET reason = '' WHERE number = 1") }
    #expect(throws: DatabaseError.self) { try store.run("DELETE FROM entry WHERE number = 6") }
    #expect(try store.verify() == .whole(entries: 6))
  }

  @Test("a case that is not what its entries make of it is found; of another form it is made anew")
  func heads() throws {
    let (place, store) = try filled()
    defer { withExtendedLifetime(place) {} }
    let wanted = try store.docket()
    try store.run("UPDATE case_head SET head = x'63' WHERE number = 1")
    #expect(try store.docket() == wanted)
    #expect(try store.verify() == .wrongCase(number: 1))
    try store.run("DELETE FROM case_head WHERE number = 2")
    #expect(try store.verify() == .wrongCase(number: 1))
  }

  @Test("a subject has one living case, whatever is written")
  func oneLives() throws {
    let (place, store) = try filled()
    defer { withExtendedLifetime(place) {} }
    #expect(throws: DatabaseError.self) {
      try store.run(
        "INSERT INTO case_head SELECT 9, subject, 1, NULL, NULL, head FROM case_head WHERE number = 1")
    }
  }

  @Test("an entry's hash is what its description says")
  func hash() throws {
    // Computed apart, from the description in Docket.md.
    let row = EntryChain.Row(
      number: 1, caseNumber: 1, at: 1, actor: nil, kind: "noted", fields: "[]", reason: "")
    let hash = EntryChain.hash(row, before: EntryChain.origin)
    #expect(hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == ChainTests.apart)
    var other = row
    other.actor = ""
    #expect(EntryChain.hash(other, before: EntryChain.origin) != hash)
  }

  private static let apart = "067be55a3b3bfa2754e8c2ad9f376f5c8d333a0ce013173b608872c958a2687d"

  @Test("fields are read back as they were written")
  func fields() {
    let fields = [
      DeedFields.Field("subject", "310115\tproject\tB\"1\tP\\2"), DeedFields.Field("n", "行\n\u{1}\u{7f}末"),
    ]
    #expect(FieldsText.fields(FieldsText.text(fields)) == fields)
    #expect(FieldsText.fields("[]") == [])
    for broken in ["", "[", "[[\"a\"]]", "[[\"a\",\"b\"]", "[[\"a\",\"b\"]]x", "{}", "[[\"a\",\"\\q\"]]"] {
      #expect(FieldsText.fields(broken) == nil, "\(broken)")
    }
  }
}
