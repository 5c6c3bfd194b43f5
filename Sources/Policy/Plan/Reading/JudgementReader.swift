import Toml

/// Reads `[thresholds]`, `[rubric]` and `[funding]`.
enum JudgementReader {
  /// `preset` names where to start (standard when absent); every other key replaces one value of it.
  static func thresholds(_ root: Fields) throws(PlanError) -> Thresholds {
    guard let fields = try root.tableIfPresent("thresholds") else { return .standard }
    let preset: Preset = try fields.choice("preset", default: .standard)
    var thresholds =
      switch preset {
      case .standard: Thresholds.standard
      case .yinchuan: Thresholds.yinchuan
      }
    try readBound("on_pace", of: fields, into: &thresholds.onPace)
    try readBound("watch", of: fields, into: &thresholds.watch)
    try readDays("silent_after_days", of: fields, into: &thresholds.silentAfterDays)
    try readDays("stuck_after_days", of: fields, into: &thresholds.stuckAfterDays)
    try readDays("due_soon_days", of: fields, into: &thresholds.dueSoonDays)
    guard thresholds.watch.lead <= thresholds.onPace.lead else {
      throw fields.error(fields.table.has("watch") ? "watch" : "on_pace", .thresholdsOutOfOrder)
    }
    return thresholds
  }

  private enum Preset: String, CaseIterable {
    case standard, yinchuan
  }

  /// A lead is a share of a target: beyond ±1000 percentage points it says nothing, and exact comparison must not
  /// overflow.
  private static func readBound(
    _ key: String, of fields: Fields, into bound: inout Thresholds.Bound
  ) throws(PlanError) {
    if let lead = try fields.hundredthsIfPresent(key, in: -100_000...100_000) {
      bound.lead = PercentagePoints(hundredths: lead)
    }
    bound.inclusive = try fields.flag(key + "_inclusive", default: bound.inclusive)
  }

  private static func readDays(_ key: String, of fields: Fields, into days: inout Int) throws(PlanError) {
    if let value = try fields.wholeIfPresent(key, in: 0...3660) { days = Int(value) }
  }

  // MARK: Rubric

  /// What the file says, and `standard` for what it leaves open.
  static func rubric(_ root: Fields, standard: () throws(PlanError) -> Rubric) throws(PlanError) -> Rubric {
    guard let fields = try root.tableIfPresent("rubric") else { return try standard() }
    let dimensions = try fields.tablesIfPresent("dimensions")
    let floors = try fields.tableIfPresent("floors")
    let years = try fields.wholeIfPresent("valid_years", in: 1...100)
    var rubric: Rubric
    if dimensions == nil || floors == nil || years == nil {
      rubric = try standard()
    } else {
      rubric = Rubric(dimensions: [], floorA: 0, floorB: 0, floorC: 0, validYears: 0)
    }
    if let dimensions { rubric.dimensions = try readDimensions(dimensions, of: fields) }
    if let years { rubric.validYears = Int(years) }
    if let floors {
      rubric.floorA = try floor("A", of: floors)
      rubric.floorB = try floor("B", of: floors)
      rubric.floorC = try floor("C", of: floors)
      if rubric.floorB > rubric.floorA { throw floors.error("B", .floorsOutOfOrder) }
      if rubric.floorC > rubric.floorB { throw floors.error("C", .floorsOutOfOrder) }
    }
    return rubric
  }

  private static func floor(_ grade: String, of fields: Fields) throws(PlanError) -> Int {
    guard let floor = try fields.hundredthsIfPresent(grade, in: 0...10_000_000) else {
      throw fields.error(grade, .missing(expected: .number))
    }
    return Int(floor)
  }

  private static func readDimensions(_ tables: [Fields], of rubric: Fields) throws(PlanError) -> [Rubric.Dimension] {
    var dimensions: [Rubric.Dimension] = []
    var lines: [String: Int] = [:]
    for fields in tables {
      let name = try fields.bilingual("name")
      if let first = lines[name.zh] { throw fields.error("name_zh", .duplicate(value: name.zh, firstLine: first)) }
      lines[name.zh] = fields.line(of: "name_zh")
      dimensions.append(Rubric.Dimension(name: name, points: Int(try fields.whole("points", in: 0...10_000))))
    }
    guard dimensions.contains(where: { $0.points > 0 }) else { throw rubric.error("dimensions", .rubricWithoutPoints) }
    return dimensions
  }

  // MARK: Funding

  /// `[funding]`, else what the base items carry, else `standard`.
  static func funding(
    _ root: Fields, baseItems: [Fields], standard: () throws(PlanError) -> FundingRules
  ) throws(PlanError) -> FundingRules {
    let fields = try root.tableIfPresent("funding")
    var found = Funding()
    if let fields { try found.fill(from: fields, levels: "base_levels") }
    // Read in any case, so that a wrong value in the item is told although `[funding]` wins.
    for item in baseItems { try found.fill(from: item, levels: "base_levels_zh") }
    if let rules = found.whole { return rules }
    let standard = try standard()
    return FundingRules(
      tiers: found.tiers ?? standard.tiers,
      maxProjectsPerBaseYear: found.maxProjects ?? standard.maxProjectsPerBaseYear,
      evaluationGraceDays: found.graceDays ?? standard.evaluationGraceDays,
      idleAfterMonths: found.idleMonths ?? standard.idleAfterMonths,
      costLines: found.costLines ?? standard.costLines, baseLevels: found.baseLevels ?? standard.baseLevels)
  }
}
