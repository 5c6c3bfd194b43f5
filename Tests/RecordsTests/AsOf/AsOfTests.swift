import Policy
import Reports
import Testing

@testable import Records

/// Going back to a day and never having gone beyond it are the same.
@Suite struct AsOfTests {
  /// The report without the counts of problems: rows that are not there have none, and what is refused or told because of
  /// another row may come later.
  private static func report(_ files: [String: String], on day: Day) throws -> String {
    var read = try snapshot(files)
    read.problems = []
    return BoardReport.json(board: Board(plan: read.plan, facts: read.facts, asOf: day), snapshot: read)
  }

  @Test(
    "As of a day, the report is byte for byte that of a directory that holds only what was dated through that day",
    arguments: 0..<40 as Range<UInt64>)
  func goingBack(_ seed: UInt64) throws {
    let plan = try Plan.builtIn()
    let directory = DatedDirectory(seed: seed, plan: plan)
    let whole = directory.written()
    var random = SeededGenerator(seed &+ 1_000)
    let some = plan.periodStart + random.number(0..<plan.periodDays)
    for day in [plan.periodStart, some, plan.periodEnd - random.number(0..<60)] {
      let back = try Self.report(whole, on: day)
      let then = try Self.report(directory.written(through: day), on: day)
      #expect(back == then, "seed \(seed), \(day.iso)\(Self.difference(back, then))")
    }
  }

  @Test("The directories differ, and so do the days: the test above could fail")
  func isNoTautology() throws {
    let plan = try Plan.builtIn()
    var reports: Set<String> = []
    for seed in 0..<10 as Range<UInt64> {
      let directory = DatedDirectory(seed: seed, plan: plan)
      let middle = plan.periodStart + plan.periodDays / 2
      #expect(directory.written(through: middle) != directory.written())
      let back = try Self.report(directory.written(through: middle), on: plan.periodEnd)
      let now = try Self.report(directory.written(), on: plan.periodEnd)
      reports.formUnion([back, now])
    }
    #expect(reports.count >= 18)
  }

  /// The first place at which two texts part.
  private static func difference(_ a: String, _ b: String) -> String {
    guard let place = zip(a.utf8, b.utf8).enumerated().first(where: { $1.0 != $1.1 })?.offset else { return "" }
    let from = max(0, place - 160)
    func part(_ text: String) -> String { String(decoding: text.utf8.dropFirst(from).prefix(260), as: UTF8.self) }
    return ":\n\(part(a))\n\(part(b))"
  }
}
