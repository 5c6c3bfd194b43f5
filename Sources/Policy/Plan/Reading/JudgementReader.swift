import Toml

/// Reads `[thresholds]`, `[triage]`, `[rubric]` and `[funding]`.
enum JudgementReader {
  /// `preset` names where to start (standard when absent); every other key replaces one value of it.
  static func thresholds(_ root: Fields) -> Thresholds {
    guard let fields = root.tableIfPresent("thresholds") else { return .standard }
    let before = fields.faults.count
    var thresholds =
      switch fields.choice("preset", default: Preset.standard) {
      case .standard: Thresholds.standard
      case .yinchuan: Thresholds.yinchuan
      }
    readBound("on_pace", of: fields, into: &thresholds.onPace)
    readBound("watch", of: fields, into: &thresholds.watch)
    readDays("silent_after_days", of: fields, into: &thresholds.silentAfterDays)
    readDays("stuck_after_days", of: fields, into: &thresholds.stuckAfterDays)
    readDays("due_soon_days", of: fields, into: &thresholds.dueSoonDays)
    readDays("month_closes_after_days", of: fields, into: &thresholds.revisions.closesAfterDays)
    if fields.faults.count == before, thresholds.watch.lead > thresholds.onPace.lead {
      fields.note(fields.table.has("watch") ? "watch" : "on_pace", .thresholdsOutOfOrder)
    }
    return thresholds
  }

  private enum Preset: String, CaseIterable {
    case standard, yinchuan
  }

  /// A lead is a share of a target: beyond ±1000 percentage points it says nothing, and exact comparison must not
  /// overflow.
  private static func readBound(_ key: String, of fields: Fields, into bound: inout Thresholds.Bound) {
    if let lead = fields.hundredthsIfPresent(key, in: -100_000...100_000) {
      bound.lead = PercentagePoints(hundredths: lead)
    }
    bound.inclusive = fields.flag(key + "_inclusive", default: bound.inclusive)
  }

  private static func readDays(_ key: String, of fields: Fields, into days: inout Int) {
    if let value = fields.wholeIfPresent(key, in: 0...3660) { days = Int(value) }
  }

  // MARK: Triage

  /// Working days, each at least one.
  static func triage(_ root: Fields) -> TriageRules {
    var rules = TriageRules()
    guard let fields = root.tableIfPresent("triage") else { return rules }
    func read(_ key: String, _ days: inout Int) {
      if let value = fields.wholeIfPresent(key, in: 1...366) { days = Int(value) }
    }
    read("acknowledge_days", &rules.acknowledgeDays)
    read("handle_days", &rules.handleDays)
    read("close_days", &rules.closeDays)
    read("opens_after_days", &rules.opensAfterDays)
    read("recovers_after_days", &rules.recoversAfterDays)
    return rules
  }

  // MARK: Rubric

  /// What the file says, and `standard` for what it leaves open; nil where that is wanted and there is none.
  static func rubric(_ root: Fields, standard: () -> Rubric?) -> Rubric? {
    guard let fields = root.tableIfPresent("rubric") else { return standard() }
    let before = fields.faults.count
    let tables = fields.tablesIfPresent("dimensions")
    let floors = fields.tableIfPresent("floors")
    let years = fields.wholeIfPresent("valid_years", in: 1...100)
    var rubric = Rubric(dimensions: [], floorA: 0, floorB: 0, floorC: 0, validYears: 0)
    if tables == nil || floors == nil || years == nil {
      guard let standard = standard() else { return nil }
      rubric = standard
    }
    if let tables { rubric.dimensions = dimensions(tables, of: fields) }
    if let years { rubric.validYears = Int(years) }
    if let floors { readFloors(floors, into: &rubric) }
    if fields.faults.count == before { PlanAdvice.unreachable(rubric, fields) }
    return rubric
  }

  private static func readFloors(_ fields: Fields, into rubric: inout Rubric) {
    let range: ClosedRange<Int64> = 0...10_000_000
    let a = fields.hundredths("A", in: range)
    let b = fields.hundredths("B", in: range)
    let c = fields.hundredths("C", in: range)
    if let a, let b, b > a { fields.note("B", .floorsOutOfOrder) }
    if let b, let c, c > b { fields.note("C", .floorsOutOfOrder) }
    rubric.floorA = Int(a ?? 0)
    rubric.floorB = Int(b ?? 0)
    rubric.floorC = Int(c ?? 0)
  }

  private static func dimensions(_ tables: [Fields], of rubric: Fields) -> [Rubric.Dimension] {
    var dimensions: [Rubric.Dimension] = []
    var lines: [String: Int] = [:]
    var isWhole = true
    for fields in tables {
      let name = fields.bilingual("name")
      let points = fields.whole("points", in: 0...10_000)
      guard let name, let points else {
        isWhole = false
        continue
      }
      if let first = lines[name.zh] { fields.note("name_zh", .duplicate(value: name.zh, firstLine: first)) }
      lines[name.zh] = lines[name.zh] ?? fields.line(of: "name_zh")
      dimensions.append(Rubric.Dimension(name: name, points: Int(points)))
    }
    if isWhole, !dimensions.contains(where: { $0.points > 0 }) { rubric.note("dimensions", .rubricWithoutPoints) }
    return dimensions
  }

  // MARK: Funding

  /// `[funding]`, else what the base items carry, else `standard`; nil where that is wanted and there is none.
  static func funding(_ root: Fields, baseItems: [Fields], standard: () -> FundingRules?) -> FundingRules? {
    var found = Funding()
    if let fields = root.tableIfPresent("funding") { found.fill(from: fields, levels: "base_levels") }
    // Read in any case, so that a wrong value in the item is told although `[funding]` wins.
    for item in baseItems { found.fill(from: item, levels: "base_levels_zh") }
    if let rules = found.whole { return rules }
    guard let standard = standard() else { return nil }
    return FundingRules(
      tiers: found.tiers ?? standard.tiers,
      maxProjectsPerBaseYear: found.maxProjects ?? standard.maxProjectsPerBaseYear,
      evaluationGraceDays: found.graceDays ?? standard.evaluationGraceDays,
      idleAfterMonths: found.idleMonths ?? standard.idleAfterMonths,
      costLines: found.costLines ?? standard.costLines, baseLevels: found.baseLevels ?? standard.baseLevels)
  }
}
