import Toml

/// Looks for what a plan may say, but hardly means. Nothing here forbids to use the plan.
enum PlanAdvice {
  // MARK: Items

  /// Keys that are known, and that an item of this kind has no use for.
  static func keysWithoutEffect(_ fields: Fields, _ kind: ItemKind) {
    let keys: [(key: String, kinds: Set<ItemKind>)] = [
      ("target", [.counted]), ("op", [.counted]), ("due", [.milestone]), ("due_basis", [.milestone]),
      ("recurring", [.milestone]), ("people", [.register]), ("stages", [.register, .base]),
      ("stages_basis", [.register, .base]), ("profile", [.counted]),
    ]
    for (key, kinds) in keys where !kinds.contains(kind) && fields.table.has(key) {
      fields.note(key, .noEffect(on: kind))
    }
  }

  /// Items that cannot be told apart, or whose target or due day goes nowhere.
  static func items(_ items: [(item: Item, fields: Fields)], in head: PlanHead) {
    var labels: [ItemKind: FirstLines] = [:]
    var shorts = FirstLines()
    for (item, fields) in items {
      // Files name an item by its label, and a table takes items of one kind.
      let sameLabel = labels[item.kind, default: FirstLines()].note(item.label.zh, fields, "label_zh")
      let sameShort = shorts.note(item.short.zh, fields, "short_zh")
      // One name that stands twice is told once.
      if let line = sameLabel {
        fields.note("label_zh", .sameName(item.label.zh, firstLine: line))
      } else if let line = sameShort {
        fields.note("short_zh", .sameShortName(item.short.zh, firstLine: line))
      }
      let columns = ShortName.width(item.short.zh)
      if columns > ShortName.columns { fields.note("short_zh", .tooWide(columns: columns)) }
      if item.split, item.level == .city { fields.note("split", .splitOfCity) }
      if item.kind == .counted, item.target != nil, item.level == .district, !item.split {
        fields.note("target", .targetWithoutSplit)
      }
      let period = head.period
      if let due = item.due, head.isPeriodKnown, due < period.start || due > period.end {
        fields.note("due", .dueOutsidePeriod(start: period.start, end: period.end))
      }
    }
  }

  // MARK: Districts

  /// Districts that cannot be told apart, by name or on the map.
  static func districts(_ districts: [(district: District, fields: Fields)], in head: PlanHead) {
    var names = FirstLines()
    _ = names.note(head.cityName.zh, head.fields, "city_name_zh")
    var shorts = FirstLines()
    var tiles: [Tile: (name: String, line: Int)] = [:]
    let isMapped = districts.contains { $0.district.tileRow != nil && $0.district.tileColumn != nil }
    for (district, fields) in districts {
      let sameName = names.note(district.name, fields, "name")
      let sameShort = shorts.note(district.short, fields, "short")
      if let line = sameName {
        fields.note("name", .sameName(district.name, firstLine: line))
      } else if let line = sameShort {
        fields.note("short", .sameShortName(district.short, firstLine: line))
      }
      switch (district.tileRow, district.tileColumn) {
      case (let row?, let column?):
        let tile = Tile(row: row, column: column)
        if let first = tiles[tile] {
          fields.note("tile_row", .tileTaken(by: first.name, firstLine: first.line))
        } else {
          tiles[tile] = (district.name, fields.line(of: "tile_row"))
        }
      // A value that cannot be used has been told of.
      case (.some, nil) where !fields.table.has("tile_col"): fields.note("tile_row", .halfATile)
      case (nil, .some) where !fields.table.has("tile_row"): fields.note("tile_col", .halfATile)
      case (nil, nil) where isMapped: fields.note("tile_row", .noTile)
      default: break
      }
    }
  }

  private struct Tile: Hashable {
    var row: Int
    var column: Int
  }

  /// Residents are the weight of a suggested split (<doc:TargetsRule>).
  static func populations(
    _ districts: [(district: District, fields: Fields)], items: [(item: Item, fields: Fields)]
  ) {
    let split = items.first {
      $0.item.kind == .counted && $0.item.split && $0.item.level != .city && ($0.item.target ?? 0) > 0
    }
    guard let split, !districts.isEmpty else { return }
    let isUnknown: (District) -> Bool = { ($0.population ?? 0) == 0 }
    if districts.allSatisfy({ isUnknown($0.district) }) {
      split.fields.note("split", .splitWithoutPopulation)
    } else {
      for (district, fields) in districts where isUnknown(district) { fields.note("population", .noPopulation) }
    }
  }

  /// A former code leads files of old to a present district.
  static func formerCodes(_ head: PlanHead, _ districts: [District]) {
    guard !districts.isEmpty, let fields = head.fields.tableIfPresent("former_codes") else { return }
    let codes = Set(districts.map(\.code))
    for (former, code) in head.formerCodes {
      if codes.contains(former) {
        fields.note(former.rawValue, .formerCodeInUse)
      } else if !codes.contains(code), code != head.city {
        fields.note(former.rawValue, .formerCodeWithoutDistrict(code.rawValue))
      }
    }
  }

  // MARK: Judgement

  /// Dimensions that give nothing, and floors that nobody can reach.
  static func unreachable(_ rubric: Rubric, _ fields: Fields) {
    for (dimension, table) in zip(rubric.dimensions, fields.tablesIfPresent("dimensions") ?? [])
    where dimension.points == 0 { table.note("points", .dimensionWithoutPoints) }
    let total = rubric.dimensions.reduce(0) { $0 + $1.points } * 100
    guard rubric.floorA > total else { return }
    if let floors = fields.tableIfPresent("floors") {
      floors.note("A", .floorAboveTotal(total: total))
    } else {
      fields.note("dimensions", .floorAboveTotal(total: total))
    }
  }
}

/// Where each name stood first.
private struct FirstLines {
  private var lines: [String: Int] = [:]

  /// The line on which the name stood before; nil where it is new, which is kept, or empty.
  mutating func note(_ name: String, _ fields: Fields, _ key: String) -> Int? {
    guard !name.isEmpty else { return nil }
    if let line = lines[name] { return line }
    lines[name] = fields.line(of: key)
    return nil
  }
}
