import Policy

/// The plan as a tree: its sections with their measures and items, and the closing duties last. Nothing is left out: a
/// measure without a section stands by itself.
struct MeasureTree {
  /// Every row, those below another right after it.
  let rows: [MeasureRow]
  /// For each of them the place of the row above it in the tree; nil at the top.
  private let parents: [Int?]
  private let places: [String: Int]

  /// In the plan's order, or on each level the worst first.
  init(_ loaded: Loaded, sort: SortKey) {
    let plan = loaded.snapshot.plan
    var grower = Grower(loaded, worstFirst: sort == .worst)
    let known = Set(plan.sections.map(\.number))
    let sections = plan.sections.map { MeasureRow.section($0.number) }
    let alone = plan.measures.filter { !known.contains($0.section) }.map { MeasureRow.measure($0.number) }
    let duties: [MeasureRow] = plan.closing.isEmpty ? [] : [.duties]
    grower.grow(sections, below: nil)
    grower.grow(alone, below: nil)
    grower.grow(duties, below: nil)
    rows = grower.rows
    parents = grower.parents
    places = Dictionary(
      rows.enumerated().map { ($0.element.row, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows above one in the tree, the nearest first.
  func ancestors(of row: String) -> [MeasureRow] {
    var above: [MeasureRow] = []
    var place = places[row].flatMap { parents[$0] }
    while let parent = place {
      above.append(rows[parent])
      place = parents[parent]
    }
    return above
  }

  /// The first row below one; nil where there is none.
  func firstChild(of row: String) -> MeasureRow? {
    guard let place = places[row], rows.indices.contains(place + 1), parents[place + 1] == place else { return nil }
    return rows[place + 1]
  }

  /// The rows that are seen where only some branches are open.
  func visible(_ isOpen: (MeasureRow) -> Bool) -> [MeasureRow] {
    var shown = Array(repeating: false, count: rows.count)
    for place in rows.indices {
      shown[place] = parents[place].map { shown[$0] && isOpen(rows[$0]) } ?? true
    }
    return rows.indices.filter { shown[$0] }.map { rows[$0] }
  }

  /// The rows that match, and those above them, so that one sees where they belong.
  func holding(_ matches: (MeasureRow) -> Bool) -> [MeasureRow] {
    var kept = Array(repeating: false, count: rows.count)
    for place in rows.indices.reversed() {
      if !kept[place] { kept[place] = matches(rows[place]) }
      if kept[place], let parent = parents[place] { kept[parent] = true }
    }
    return rows.indices.filter { kept[$0] }.map { rows[$0] }
  }
}

/// Puts rows below each other.
private struct Grower {
  let loaded: Loaded
  let worstFirst: Bool
  private(set) var rows: [MeasureRow] = []
  private(set) var parents: [Int?] = []

  init(_ loaded: Loaded, worstFirst: Bool) {
    self.loaded = loaded
    self.worstFirst = worstFirst
  }

  mutating func grow(_ siblings: [MeasureRow], below parent: Int?) {
    for row in worstFirst ? loaded.worstFirst(siblings) : siblings {
      let place = rows.count
      rows.append(row)
      parents.append(parent)
      grow(loaded.children(of: row), below: place)
    }
  }
}

extension Loaded {
  /// The rows right below one of the tree, in the plan's order.
  func children(of row: MeasureRow) -> [MeasureRow] {
    let plan = snapshot.plan
    return switch row {
    case .section(let number): plan.measures.filter { $0.section == number }.map { .measure($0.number) }
    case .measure(let number): plan.measures.first { $0.number == number }?.items.map { .item($0.id) } ?? []
    case .duties: plan.closing.map { .item($0.id) }
    case .item: []
    }
  }

  /// Rows by their lights; those without one last.
  func worstFirst(_ rows: [MeasureRow]) -> [MeasureRow] {
    let ranks = rows.map { light(of: $0)?.urgency ?? .max }
    return rows.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { rows[$0] }
  }

  /// The light of a row of the tree: of a section and of the duties the worst of theirs. Nil where there is none, as of a
  /// register without a stuck entry.
  func light(of row: MeasureRow) -> Status? {
    switch row {
    case .measure(let number): return board.measures.first { $0.number == number }?.status
    case .item(let id):
      return measureItem(id)?.light ?? board.closing.first { $0.id == id }.flatMap { MeasureItem.milestone($0).light }
    case .section, .duties:
      let lights = children(of: row).compactMap { light(of: $0) }
      return lights.isEmpty ? nil : Status(silent: false, items: lights)
    }
  }
}
