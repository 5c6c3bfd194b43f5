import Policy

/// A docket in memory: takes each key once, as the store does.
struct SmallDocket {
  var entries: [DocketEntry] = []
  private(set) var keys: Set<String> = []
  private(set) var refused = 0
  /// The last day that was tended.
  private(set) var tended: Day?

  var cases: [Case] {
    Set(entries.map(\.caseNumber)).sorted().compactMap { number in
      Case(entries: entries.filter { $0.caseNumber == number })
    }
  }

  var live: [Case] { cases.filter(\.isLive) }

  var closed: [CaseSubject: Case] {
    Dictionary(cases.filter { !$0.isLive }.map { ($0.subject, $0) }, uniquingKeysWith: { $1 })
  }

  func due(_ upkeep: DocketUpkeep, on day: Day) -> [SystemDeed] {
    upkeep.deeds(today: day, since: tended, live: live, closed: closed)
  }

  mutating func tend(_ upkeep: DocketUpkeep, on day: Day) {
    append(due(upkeep, on: day))
    tended = day
  }

  mutating func append(_ deeds: [SystemDeed]) {
    for own in deeds {
      guard keys.insert(own.key).inserted else {
        refused += 1
        continue
      }
      let present = live.first { $0.subject == own.subject }?.number
      let next = (entries.map(\.caseNumber).max() ?? 0) + 1
      append(own.deed, .system, to: own.caseNumber ?? present ?? next, on: own.day)
    }
  }

  mutating func append(_ deed: Deed, _ actor: Actor, to number: Int, on day: Day) {
    entries.append(
      DocketEntry(number: entries.count + 1, caseNumber: number, at: noon(day), actor: actor, deed: deed))
  }
}
