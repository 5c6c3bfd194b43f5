import Docket
import Policy
import Testing

@Suite("What was known when, against states kept whole")
struct HistoryPropertyTests {
  @Test("random histories give the answers of a naive recomputation", arguments: 0..<12)
  func random(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let place = try Place()
    var store = try place.open()
    var naive = Naive()
    var told: Known?
    var known = Known(at: Known.start, files: ["progress/0.csv": Known.random(&random)])
    for _ in 0..<25 {
      let kept = try store.keep(known.totals(since: told)) { _ in true }
      let isNew = naive.states.last.map { $0.files.real != known.files.real || $0.targets != known.targets } ?? true
      #expect((kept != .nothingNew) == isNew)
      if isNew { naive.states.append(known) }
      told = known
      switch Int.random(in: 0...5, using: &random) {
      case 0:
        // Another run of the program: it has told nothing yet.
        store = try place.open()
        told = nil
      case 1:
        try store.beginVisit(at: known.at + 1)
        try store.endVisit(at: known.at + 2)
        naive.visits.append((known.at + 2, naive.states.count))
        store = try place.open()
      default: break
      }
      known = known.next(&random)
    }
    try check(store, naive, &random)
    try check(try place.open(.asking), naive, &random)
  }

  private func check(_ store: Store, _ naive: Naive, _ random: inout Seeded) throws {
    let today = Day(shanghai: naive.states.last?.at ?? 0)
    var bases: [ChangesBase] = [.lastVisit, .day(Day(shanghai: Known.start) - 2)]
    for back in [0, 1, 3, 7] { bases.append(.day(today - back)) }
    for base in bases {
      for asOf in [Day(number: 20_818), Day(number: 20_454 + Int32.random(in: 0...364, using: &random))] {
        let question = ChangesQuestion(base: base, asOf: asOf)
        var answer = try store.changes(question)
        // Which files moved is held by an example.
        answer.files = 0
        #expect(answer == naive.changes(question))
      }
    }
    for district in [nil, Known.districts[2]] {
      for grace in [0, 40] {
        let rule = RevisionRule(closesAfterDays: grace)
        let list = try store.revisions(RevisionsQuestion(district: district, rule: rule))
        let plain = list.revisions.map { revision in
          var revision = revision
          revision.parts = []
          revision.version = 0
          return revision
        }
        #expect(plain == naive.revisions(rule, district))
        #expect(list.total == plain.count)
        for revision in list.revisions {
          #expect(revision.parts.reduce(0) { $0 + $1.difference } == revision.difference)
          #expect(revision.parts.allSatisfy { naive.part($0.path, revision) == $0.difference })
        }
        let few = try store.revisions(RevisionsQuestion(district: district, rule: rule, limit: 3))
        #expect(few.revisions == Array(list.revisions.prefix(3)))
        #expect(few.total == list.total)
      }
    }
  }
}

extension [String: [Known.Spot: Int64]] {
  /// Without files that give nothing: nobody can tell them from files that are not there.
  fileprivate var real: Self { filter { !$0.value.isEmpty } }
}
