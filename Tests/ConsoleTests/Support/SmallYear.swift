import Console
import Policy

/// A year of a few rows, made in memory, for tests of what changes between two snapshots.
enum SmallYear {
  static let training = ItemID(rawValue: "M01.01")
  static let pudong = DistrictCode(rawValue: "310115")
  static let jingan = DistrictCode(rawValue: "310106")

  /// The built-in plan with counts per district, all on 2026-11-19, and institutions by id.
  ///
  /// With `done` every other district has reached every target, so that those in `counts` stand as they are told to.
  /// `after` is how many seconds later than ``Clock/readAt`` it was read.
  static func loaded(
    counts: [DistrictCode: Int64] = [:], institutions: [String] = [], problems: [Problem] = [], files: [String] = [],
    done: Bool = false, after: Double = 0
  ) throws -> Loaded {
    let plan = try Plan.builtIn()
    var progress = ProgressTotals(plan: plan, districts: plan.districts)
    let day = Day(number: 20_776) - plan.periodStart
    for code in done ? plan.districts.map(\.code) : [] {
      guard let district = progress.index(of: code) else { continue }
      for item in progress.items.indices where counts[code] == nil || progress.items[item] != training {
        progress.add(district: district, item: item, day: day, count: 10_000_000)
      }
    }
    for (code, count) in counts {
      guard let district = progress.index(of: code), let item = progress.index(of: training) else { continue }
      progress.add(district: district, item: item, day: day, count: count)
    }
    var facts = Facts(
      districts: plan.districts, calendar: WorkCalendar(plan.calendar), progress: progress)
    facts.institutions = institutions.map {
      Institution(id: $0, name: "学校\($0)", district: pudong, kind: nil, licensedUntil: nil)
    }
    let reports = (files.isEmpty ? ["progress.csv"] : files).map {
      FileReport(
        path: $0, table: "progress", encoding: "utf-8", rows: 1, rejected: 0, sha256: nil, size: 10,
        modified: Clock.now - 600, districts: [])
    }
    let snapshot = Snapshot(
      plan: plan, facts: facts, files: reports, problems: problems, readAt: Clock.readAt + after)
    return Directories.loaded(snapshot)
  }

  /// `count` ids: `J000`, `J001` …
  static func ids(_ range: Range<Int>) -> [String] {
    range.map { "J" + String(repeating: "0", count: 3 - String($0).utf8.count) + String($0) }
  }
}
