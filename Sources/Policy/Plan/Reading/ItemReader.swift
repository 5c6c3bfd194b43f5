import Toml

/// Reads `[[measure.item]]` and `[[closing]]`.
enum ItemReader {
  /// The most that a target may be (`data-directory.md`, Values).
  static let largestTarget: Int64 = 1_000_000_000_000

  static func item(_ fields: Fields, isClosing: Bool) throws(PlanError) -> Item {
    let id = ItemID(rawValue: try fields.text("id"))
    let kind: ItemKind = try fields.choice("kind", default: isClosing ? .milestone : nil)
    if isClosing, kind != .milestone {
      throw fields.error("kind", .notOneOf(allowed: [ItemKind.milestone.rawValue], found: kind.rawValue))
    }
    let label = try fields.bilingual("label")
    var item = Item(
      id: id, kind: kind, basis: try fields.choice("basis", default: .plan), label: label,
      short: Bilingual(
        zh: try fields.textIfPresent("short_zh") ?? ShortName.cut(label.zh),
        en: try fields.textIfPresent("short_en") ?? ShortName.cut(label.en)))
    item.unit = try fields.textIfPresent("unit") ?? ""
    item.level = try fields.choice("level", default: .both)
    item.split = try fields.flag("split", default: false)
    item.target = try fields.wholeIfPresent("target", in: 0...largestTarget)
    // The rules know floors only: another comparison would be judged wrongly in silence.
    if let comparison = try fields.textIfPresent("op"), comparison != ">=" {
      throw fields.error("op", .notOneOf(allowed: [">="], found: comparison))
    }
    item.parent = try fields.textIfPresent("parent").map { ItemID(rawValue: $0) }
    item.dimensions = try fields.textsIfPresent("dims") ?? []
    item.recurring = try fields.flag("recurring", default: false)
    item.people = try fields.flag("people", default: false)
    item.note = try fields.textIfPresent("note")
    item.goal = try fields.textIfPresent("goal_zh")
    item.rule = try fields.bilingualIfPresent("rule")
    item.steps = try fields.textsIfPresent("steps") ?? []
    item.baselines = try baselines(fields)
    try readStages(fields, into: &item)
    try readDue(fields, into: &item)
    ignoreProse(fields)
    return item
  }

  /// A register moves through its stages; a base may list its own, which the funding rules fix anyway.
  private static func readStages(_ fields: Fields, into item: inout Item) throws(PlanError) {
    let stages = try fields.textsIfPresent("stages")
    item.stagesBasis = try fields.choice("stages_basis", default: .assumed)
    guard item.kind == .register else { return }
    guard let stages else { throw fields.error("stages", .missing(expected: .list)) }
    guard !stages.isEmpty else { throw fields.error("stages", .empty) }
    item.stages = stages
  }

  /// Only a milestone is asked for a due day; elsewhere the key means nothing and is told as unknown.
  private static func readDue(_ fields: Fields, into item: inout Item) throws(PlanError) {
    guard item.kind == .milestone else { return }
    item.due = try fields.day("due")
    item.dueBasis = try fields.choice("due_basis", default: .assumed)
  }

  private static func baselines(_ fields: Fields) throws(PlanError) -> [Baseline] {
    var baselines: [Baseline] = []
    for entry in try fields.tablesIfPresent("baseline") ?? [] {
      let period = try entry.text("period")
      let value = try entry.number("value")
      let unit = try entry.textIfPresent("unit")
      baselines.append(
        Baseline(period: period, value: value, unit: unit, source: try entry.textIfPresent("source") ?? ""))
    }
    return baselines
  }

  /// Keys that describe an item for a reader of the file and that no rule uses.
  private static func ignoreProse(_ fields: Fields) {
    fields.table.ignore(
      "groups_zh", "fields_zh", "counts_levels_zh", "consult_zh", "themes_zh", "triggers_zh", "ladder_zh",
      "pay_basis_zh", "grades", "grades_basis", "cycle_zh", "cycle_basis", "recurrence", "recurrence_basis",
      "tiers_source", "directions_zh", "tranches_zh", "tranches_basis", "tranche_shares")
    for key in fields.table.keys where key.hasPrefix("expected_") { fields.table.ignore(key) }
  }
}
