import Toml

/// Reads `[[measure.item]]` and `[[closing]]`.
enum ItemReader {
  /// The most that a target may be (`data-directory.md`, Values).
  static let largestTarget: Int64 = 1_000_000_000_000

  /// The item; its id is empty where it cannot be read.
  static func item(_ fields: Fields, isClosing: Bool) -> Item {
    let kind = kind(fields, isClosing: isClosing)
    let label = fields.bilingual("label") ?? Bilingual(zh: "", en: "")
    var item = Item(
      id: ItemID(rawValue: fields.text("id") ?? ""), kind: kind ?? .counted,
      basis: fields.choice("basis", default: .plan), label: label,
      short: Bilingual(
        zh: fields.textIfPresent("short_zh") ?? ShortName.cut(label.zh),
        en: fields.textIfPresent("short_en") ?? ShortName.cut(label.en)))
    item.unit = fields.textIfPresent("unit") ?? ""
    item.level = fields.choice("level", default: .both)
    item.split = fields.flag("split", default: false)
    item.target = fields.wholeIfPresent("target", in: 0...largestTarget)
    // The rules know floors only: another comparison would be judged wrongly in silence.
    if let comparison = fields.textIfPresent("op"), comparison != ">=" {
      fields.note("op", .notOneOf(allowed: [">="], found: comparison))
    }
    item.parent = fields.textIfPresent("parent").map { ItemID(rawValue: $0) }
    item.dimensions = fields.textsIfPresent("dims") ?? []
    item.recurring = fields.flag("recurring", default: false)
    item.people = fields.flag("people", default: false)
    item.note = fields.textIfPresent("note")
    item.goal = fields.textIfPresent("goal_zh")
    item.rule = fields.bilingualIfPresent("rule")
    item.steps = fields.textsIfPresent("steps") ?? []
    item.baselines = baselines(fields)
    readStages(fields, kind, into: &item)
    readDue(fields, kind, into: &item)
    readProfile(fields, kind, into: &item)
    ignoreProse(fields)
    if let kind { PlanAdvice.keysWithoutEffect(fields, kind) }
    return item
  }

  /// The kind; nil where it cannot be read, and then nobody knows which other keys belong to the item.
  private static func kind(_ fields: Fields, isClosing: Bool) -> ItemKind? {
    guard isClosing else { return fields.choice("kind") }
    let kind = fields.choice("kind", default: ItemKind.milestone)
    if kind != .milestone {
      fields.note("kind", .notOneOf(allowed: [ItemKind.milestone.rawValue], found: kind.rawValue))
    }
    return .milestone
  }

  /// A register moves through its stages; a base may list its own, which the funding rules fix anyway.
  private static func readStages(_ fields: Fields, _ kind: ItemKind?, into item: inout Item) {
    let stages = fields.textsIfPresent("stages")
    item.stagesBasis = fields.choice("stages_basis", default: .assumed)
    guard kind == .register else { return }
    guard fields.table.has("stages") else { return fields.note("stages", .missing(expected: .list)) }
    if let stages, stages.isEmpty { fields.note("stages", .empty) }
    item.stages = stages ?? []
  }

  /// Only a milestone is asked for a due day.
  private static func readDue(_ fields: Fields, _ kind: ItemKind?, into item: inout Item) {
    guard kind == .milestone else { return fields.table.ignore("due", "due_basis") }
    item.due = fields.day("due")
    item.dueBasis = fields.choice("due_basis", default: .assumed)
  }

  /// Twelve shares in percent that never fall and end with 100. Only a counted item is forecast.
  private static func readProfile(_ fields: Fields, _ kind: ItemKind?, into item: inout Item) {
    // For a reader of the file, like the sources of baselines.
    fields.table.ignore("profile_source")
    guard kind == .counted else { return fields.table.ignore("profile") }
    guard let shares = fields.someHundredthsIfPresent("profile", in: 0...10_000), !shares.isEmpty else { return }
    guard shares.count == 12, shares.last == 10_000, shares == shares.sorted() else {
      return fields.note("profile", .profileOutOfOrder)
    }
    item.profile = shares.map { Double($0) / 10_000 }
  }

  private static func baselines(_ fields: Fields) -> [Baseline] {
    (fields.tablesIfPresent("baseline") ?? []).map { entry in
      Baseline(
        period: entry.text("period") ?? "", value: entry.number("value") ?? 0, unit: entry.textIfPresent("unit"),
        source: entry.textIfPresent("source") ?? "")
    }
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
