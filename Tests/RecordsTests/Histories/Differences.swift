import Policy

@testable import Records

/// What two snapshots of the same directory do not agree on.
struct Differences {
  let shown: Snapshot
  let cold: Snapshot
  /// The cold read was of a copy: times of files are not compared.
  let areOtherFiles: Bool

  /// One line for each disagreement; empty where there is none.
  func list() -> [String] { facts() + files() + problems() + boards() }

  /// Facts alone, which two directories with other names may share.
  func facts() -> [String] {
    let (a, b) = (shown.facts, cold.facts)
    var found: [String] = []
    func check<Value: Equatable>(_ name: String, _ one: Value, _ other: Value) {
      if one != other { found.append("\(name): shown \(Self.short(one)), cold \(Self.short(other))") }
    }
    check("districts", a.districts, b.districts)
    check("calendar", a.calendar, b.calendar)
    check("targets", a.targets, b.targets)
    if a.progress != b.progress { found += progress(a.progress, b.progress) }
    check("milestones", a.milestones, b.milestones)
    check("registers", a.registers, b.registers)
    check("institutions", a.institutions, b.institutions)
    check("scores", a.scores, b.scores)
    check("findings", a.findings, b.findings)
    check("bases", a.bases, b.bases)
    check("projects", a.projects, b.projects)
    check("events", a.events, b.events)
    check("payments", a.payments, b.payments)
    check("spending", a.spending, b.spending)
    check("sample", a.sample, b.sample)
    return found
  }

  private func progress(_ a: ProgressTotals, _ b: ProgressTotals) -> [String] {
    var found = ["progress differs"]
    if a.counts != b.counts {
      let cells = zip(a.counts, b.counts).enumerated().filter { $1.0 != $1.1 }
      found.append("counts: \(cells.prefix(5).map { "cell \($0) shown \($1.0) cold \($1.1)" })")
    }
    if a.reported != b.reported { found.append("reported differs") }
    let names = Set(a.trained.keys).union(b.trained.keys).sorted()
    for name in names where a.trained[name] != b.trained[name] {
      found.append("trained \(name): shown \(a.trained[name] ?? []), cold \(b.trained[name] ?? [])")
    }
    return found.map { Self.short($0) }
  }

  private func files() -> [String] {
    guard shown.files.map(\.path) == cold.files.map(\.path) else {
      return ["files: shown \(shown.files.map(\.path)), cold \(cold.files.map(\.path))"]
    }
    return zip(shown.files, cold.files).compactMap { shown, cold in
      var (a, b) = (shown, cold)
      if areOtherFiles {
        (a.modified, b.modified) = (0, 0)
        a.stale = nil
      }
      // A cache may know a file's rows without its hash.
      if a.sha256 == nil || b.sha256 == nil { (a.sha256, b.sha256) = (nil, nil) }
      return a == b ? nil : "file \(a.path): shown \(a), cold \(b)"
    }
  }

  private func problems() -> [String] {
    guard shown.problems != cold.problems else { return [] }
    let (a, b) = (Set(shown.problems), Set(cold.problems))
    let only = shown.problems.filter { !b.contains($0) }.prefix(5).map { "problem only shown: \($0)" }
    let lacks = cold.problems.filter { !a.contains($0) }.prefix(5).map { "problem only in a cold read: \($0)" }
    return only + lacks + [
      "problems: \(shown.problems.count) shown, \(cold.problems.count) in a cold read, or another order"
    ]
  }

  private func boards() -> [String] {
    [Day(year: 2026, month: 6, day: 30), Day(year: 2026, month: 11, day: 20)].compactMap { day in
      guard let day else { return nil }
      let a = Board(plan: shown.plan, facts: shown.facts, asOf: day)
      let b = Board(plan: cold.plan, facts: cold.facts, asOf: day)
      let isSame =
        a.sample == b.sample && a.pace == b.pace && a.workingDaysLeft == b.workingDaysLeft && a.city == b.city
        && a.districts == b.districts && a.institutions == b.institutions && a.bases == b.bases
        && a.measures == b.measures && a.closing == b.closing
      return isSame ? nil : "the board of \(day.iso) differs"
    }
  }

  private static func short(_ value: Any) -> String { String("\(value)".prefix(600)) }
}
