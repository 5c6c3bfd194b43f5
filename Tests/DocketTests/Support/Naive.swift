import Docket
import Policy

/// Every state that was ever known, kept whole: answers that need no cleverness.
struct Naive {
  var states: [Known] = []
  /// Of visits that ended: when, and how many states there were.
  var visits: [(ended: Double, states: Int)] = []

  func changes(_ question: ChangesQuestion) -> KnownChanges {
    guard let first = states.first, let last = states.last else { return KnownChanges(question: question) }
    var base: (at: Double?, state: Known?)
    switch question.base {
    case .day(let day):
      base = (day.endInShanghai, states.last { $0.at < day.endInShanghai })
    case .lastVisit:
      guard let visit = visits.last else { break }
      base = (visit.ended, visit.states == 0 ? nil : states[visit.states - 1])
    }
    let old = base.state ?? first
    let day = Day(shanghai: base.state == nil ? first.at : base.at ?? first.at)
    var answer = KnownChanges(
      question: question, keptSince: first.at, keptUntil: last.at, base: base.at, isSinceFirst: base.state == nil)
    for key in Known.keys {
      let (before, after) = (old.sum(key) { $0 <= question.asOf }, last.sum(key) { $0 <= question.asOf })
      let revised =
        last.sum(key) { $0 < day && $0 <= question.asOf } - old.sum(key) { $0 < day && $0 <= question.asOf }
      if before != after || revised != 0 {
        answer.figures.append(FigureChange(key: key, before: before, after: after, revised: revised))
      }
      if old.targets[key] != last.targets[key] {
        answer.targets.append(TargetChange(key: key, before: old.targets[key], after: last.targets[key]))
      }
    }
    return answer
  }

  /// Revisions, the newest first, without the files' parts.
  func revisions(_ rule: RevisionRule, _ district: DistrictCode?) -> [Revision] {
    var all: [Revision] = []
    for (old, new) in zip(states, states.dropFirst()) {
      let day = Day(shanghai: new.at)
      for number in 0..<12 {
        let month = Month(of: Known.firstDay.adding(months: number))
        guard rule.isClosed(month, on: day) else { continue }
        for key in Known.keys where district == nil || key.district == district {
          let before = old.sum(key) { Month(of: $0) == month }
          let after = new.sum(key) { Month(of: $0) == month }
          guard before != after else { continue }
          all.append(
            Revision(version: 0, at: new.at, key: key, month: month, before: before, after: after, parts: []))
        }
      }
    }
    return all.sorted { a, b in
      if a.at != b.at { return a.at > b.at }
      let (x, y) = (a.difference.magnitude, b.difference.magnitude)
      return x == y ? (a.month, a.key.district, a.key.item) < (b.month, b.key.district, b.key.item) : x > y
    }
  }

  /// What a file adds to a month's figure at a moment.
  func part(_ path: String, _ revision: Revision) -> Int64 {
    guard let index = states.firstIndex(where: { $0.at == revision.at }), index > 0 else { return 0 }
    func sum(_ state: Known) -> Int64 {
      (state.files[path] ?? [:]).reduce(0) { sum, entry in
        Known.key(entry.key) == revision.key && Month(of: Known.firstDay + entry.key.day) == revision.month
          ? sum + entry.value : sum
      }
    }
    return sum(states[index]) - sum(states[index - 1])
  }
}
