import Docket
import Foundation
import Policy
import Testing

@Suite("What the store keeps and tells")
struct HistoryTests {
  private let all = RevisionsQuestion(district: nil, rule: RevisionRule())
  private let asOf = Day(number: 20_818)

  @Test("an empty store says that nothing is kept yet")
  func empty() throws {
    let place = try Place()
    let store = try place.open()
    let question = ChangesQuestion(base: .lastVisit, asOf: asOf)
    #expect(try store.changes(question) == KnownChanges(question: question))
    #expect(try store.revisions(all) == RevisionList(question: all))
  }

  @Test("where everything begins nothing has changed")
  func first() throws {
    let place = try Place()
    let store = try place.open()
    #expect(try store.keep(Known.one(5).totals()) { _ in true } == .version(1))
    let changes = try store.changes(ChangesQuestion(base: .lastVisit, asOf: asOf))
    #expect(changes.figures == [] && changes.files == 0 && changes.keptSince == Known.start)
    #expect(changes.isSinceFirst)
    #expect(try store.revisions(all).total == 0)
  }

  @Test("the same told again makes no version, by whoever tells it")
  func same() throws {
    let place = try Place()
    let (a, b) = (try place.open(), try place.open())
    #expect(try a.keep(Known.one(5).totals()) { _ in true } == .version(1))
    #expect(try a.keep(Known.one(5, at: Known.start + 9).totals()) { _ in true } == .nothingNew)
    #expect(try b.keep(Known.one(5, at: Known.start + 10).totals()) { _ in true } == .nothingNew)
  }

  @Test("a revision names file, month, and from what to what")
  func revision() throws {
    let place = try Place()
    let store = try place.open()
    try store.keepAll([Known.one(400), Known.one(380, at: Known.start + 60)])
    let revision = try #require(try store.revisions(all).revisions.first)
    #expect(revision.month.iso == "2026-03" && revision.before == 400 && revision.after == 380)
    #expect(revision.parts == [Revision.Part(path: "progress/a.csv", difference: -20)])
    #expect(revision.key == TargetKey(district: Known.districts[2], item: Known.items[0]))
    #expect(revision.at == Known.start + 60 && revision.version == 2)
  }

  @Test("a change of the running month is none, and of a month just over it is")
  func running() throws {
    let place = try Place()
    let store = try place.open()
    let december = 11 * 86_400.0
    try store.keepAll([
      Known.one(1, month: 11), Known.one(2, month: 11, at: Known.start + 60),
      Known.one(3, month: 11, at: Known.start + december),
    ])
    let found = try store.revisions(all).revisions
    #expect(found.map(\.before) == [2] && found.map(\.after) == [3])
    let graceful = RevisionsQuestion(district: nil, rule: RevisionRule(closesAfterDays: 1))
    #expect(try store.revisions(graceful).total == 0)
  }

  @Test("a file that only gets another name changes nothing")
  func renamed() throws {
    let place = try Place()
    let store = try place.open()
    try store.keepAll([Known.one(7), Known.one(7, path: "progress/b.csv", at: Known.start + 60)])
    let changes = try store.changes(ChangesQuestion(base: .lastVisit, asOf: asOf))
    #expect(changes.figures == [] && changes.files == 2)
    #expect(try store.revisions(all).total == 0)
  }

  @Test("a file that gets another name and another sum tells only of the sum")
  func renamedAndChanged() throws {
    let place = try Place()
    let store = try place.open()
    var first = Known.one(7)
    first.files["progress/c.csv"] = first.files["progress/a.csv"]?.mapValues { _ in 100 }
    var second = first
    second.at += 60
    second.files["progress/b.csv"] = second.files.removeValue(forKey: "progress/a.csv")
    second.files["progress/c.csv"] = second.files["progress/c.csv"]?.mapValues { _ in 104 }
    try store.keepAll([first, second])
    let parts = try store.revisions(all).revisions.map(\.parts)
    #expect(parts == [[Revision.Part(path: "progress/c.csv", difference: 4)]])
  }

  @Test("the last visit is the one before this one, and one that was killed does not count")
  func visits() throws {
    let place = try Place()
    let first = try place.open()
    try first.beginVisit(at: Known.start)
    try first.keepAll([Known.one(1)])
    try first.endVisit(at: Known.start + 10)
    let killed = try place.open()
    try killed.beginVisit(at: Known.start + 20)
    try killed.keepAll([Known.one(3, at: Known.start + 30)])
    let now = try place.open()
    try now.beginVisit(at: Known.start + 40)
    let changes = try now.changes(ChangesQuestion(base: .lastVisit, asOf: asOf))
    #expect(changes.base == Known.start + 10)
    #expect(changes.figures.map(\.difference) == [2])
    try now.endVisit(at: Known.start + 50)
    #expect(try now.changes(ChangesQuestion(base: .lastVisit, asOf: asOf)).base == Known.start + 10)
    let later = try place.open(.asking).changes(ChangesQuestion(base: .lastVisit, asOf: asOf))
    #expect(later.base == Known.start + 50 && later.figures == [])
  }

  @Test("sums at the ends of their type come and go without a trap")
  func extremes() throws {
    let place = try Place()
    let store = try place.open()
    try store.keepAll([Known.one(.max), Known.one(.min, at: Known.start + 1), Known.one(3, at: Known.start + 2)])
    let revisions = try store.revisions(all).revisions
    #expect(revisions.map(\.after) == [3, .min] && revisions.map(\.before) == [.min, .max])
    _ = try store.changes(ChangesQuestion(base: .lastVisit, asOf: asOf))
  }

  @Test("the store is its owner's alone")
  func owner() throws {
    let place = try Place()
    _ = try place.open()
    func mode(_ path: String) throws -> Int? {
      (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(try mode(place.store) == 0o600)
    #expect(try mode(URL(filePath: place.store).deletingLastPathComponent().path(percentEncoded: false)) == 0o700)
    #expect(place.names == ["a.store"])
  }
}

extension Store {
  func keepAll(_ states: [Known]) throws {
    for state in states { _ = try keep(state.totals()) { _ in true } }
  }
}
