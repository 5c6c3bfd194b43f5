import Docket
import GRDB
import Policy
import PseudoTerminal

/// What the docket costs with 10,000 cases and 1,000,000 entries: to open it, to act, to verify it.
enum DocketSpeed {
  static let cases = 10_000
  private static let entries = 1_000_000
  private static let acts = 200

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    do {
      return [try measure(bench)]
    } catch let trouble as StoreTrouble {
      throw Bench.Trouble.cannot("the docket: \(trouble)")
    }
  }

  /// A docket of ``cases`` living cases.
  static func filled(_ path: String, _ bench: Bench) throws -> DocketState {
    do {
      let store = try open(path, bench)
      try openCases(store)
      return try store.docket()
    } catch let trouble as StoreTrouble {
      throw Bench.Trouble.cannot("the docket: \(trouble)")
    }
  }

  private static func measure(_ bench: Bench) throws -> MarkdownTable {
    let plan = try Plan.builtIn()
    let rule = TransitionRule(plan: plan, calendar: WorkCalendar(plan.calendar), today: plan.periodEnd - 41)
    let path = bench.folder + "/docket.store"
    let start = Clock.now
    try fill(path, bench, rule)
    let filling = Clock.now - start

    var opening: [Double] = []
    for _ in 0..<max(3, bench.options.readingRuns) {
      opening.append(
        try seconds {
          let store = try open(path, bench)
          guard try store.docket().cases.count == cases else { throw Bench.Trouble.cannot("cases are missing") }
        })
    }
    let store = try open(path, bench)
    var acting: [Double] = []
    for number in 0..<acts {
      let order = CaseOrder(caseNumber: number * 47 % cases + 1, request: .note, reason: "核实")
      acting.append(try seconds { _ = try store.act([order], by: .person("丙组"), at: moment(entries + number), rule) })
    }
    let inserting = try rows(bench)
    var count = 0
    var verifying: [Double] = []
    var chaining: [Double] = []
    for _ in 0..<3 {
      verifying.append(
        try seconds {
          guard case .whole(let whole) = try store.verify() else { throw Bench.Trouble.cannot("the chain is broken") }
          count = whole
        })
      if let chain = try ChainScript.seconds(path, entries: count, bench) { chaining.append(chain) }
    }

    var table = MarkdownTable("Docket, 10,000 cases, 1,000,000 entries", ["what", "ms (least–most)", "goal"])
    let opened = Spread(opening)
    table.add(["open it, every living case", Words.milliseconds(opened), goal(opened.median, 0.150)])
    let acted = Spread(acting)
    table.add(["one deed, on the disk", Words.milliseconds(acted), goal(acted.median, 0.020)])
    table.add(["one row of as many bytes by SQLite alone, on the disk", Words.milliseconds(Spread(inserting)), ""])
    let verified = Spread(verifying)
    let rate = Double(count) / verified.median
    table.add([
      "verify, \(Words.rows(Int(rate))) entries/s", Words.milliseconds(verified),
      "≥ 200,000/s: \(Words.verdict(rate >= 200_000))",
    ])
    if !chaining.isEmpty {
      table.add(["the chain alone, no case, by a script in Python", Words.milliseconds(Spread(chaining)), ""])
      table.note("verify takes \(Words.fixed(verified.median / Spread(chaining).median, 2)) of the script's time.")
    }
    table.note(
      "In this process; a deed is \(Words.fixed(acted.median / Spread(inserting).median, 2)) of the row's time. The docket was "
        + "made by the same code in \(Words.fixed(filling, 0)) s, and takes \(Words.fixed(Double(Files.size(path)) / 1e6, 0)) MB."
    )
    return table
  }

  private static func goal(_ value: Double, _ limit: Double) -> String {
    "≤ \(Words.milliseconds(limit, 0)) ms: \(Words.verdict(value <= limit))"
  }

  private static func open(_ path: String, _ bench: Bench) throws -> Store {
    try Store.open(path, outside: bench.folder + "/nowhere", for: .keeping, at: 0)
  }

  private static func moment(_ step: Int) -> Moment { Moment(milliseconds: 1_790_000_000_000 + Int64(step) * 1_000) }

  /// Cases of places that do not exist; then notes, and follow-ups in between, by two groups.
  private static func fill(_ path: String, _ bench: Bench, _ rule: TransitionRule) throws {
    let store = try open(path, bench)
    try openCases(store)
    var done = cases
    let batch = 10_000
    while done < entries {
      let orders = (0..<min(batch, entries - done)).map { index -> CaseOrder in
        let number = (done + index) * 7 % cases + 1
        let request: CaseRequest = index % 9 == 0 ? .followUp(next: nil) : .note
        return CaseOrder(caseNumber: number, request: request, reason: "电话核实，已催办第 \(index) 次")
      }
      let name = done / batch % 2 == 0 ? "甲组" : "乙组"
      _ = try store.act(orders, by: .person(name), at: moment(done), rule)
      let now = try store.docket().lastEntry
      // Refused follow-ups of the other group make none.
      guard now > done else { throw Bench.Trouble.cannot("nothing was done") }
      done = now
    }
  }

  private static func openCases(_ store: Store) throws {
    let deeds = (0..<cases).map { place in
      let subject = CaseSubject(DistrictCode(rawValue: "\(400_000 + place)"), .lagging)
      return SystemDeed(
        deed: .opened(subject, items: [ItemID(rawValue: "M01.01")], previous: nil), subject: subject, caseNumber: nil,
        key: SystemDeed.key(subject, after: nil, ordinal: 1), day: moment(place).day)
    }
    try store.keep(deeds, at: moment(0))
  }

  /// What the disk alone costs: a row of like size in a table of its own, with the same settings.
  private static func rows(_ bench: Bench) throws -> [Double] {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: bench.folder + "/rows.store", configuration: configuration)
    try queue.write { try $0.execute(sql: "CREATE TABLE row (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)") }
    return try (0..<acts).map { _ in
      try seconds { try queue.write { try $0.execute(sql: "INSERT INTO row (bytes) VALUES (zeroblob(400))") } }
    }
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = Clock.now
    try work()
    return Clock.now - start
  }
}
