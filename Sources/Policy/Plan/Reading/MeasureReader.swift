import Toml

/// Reads `[[section]]`, `[[measure]]` and `[[closing]]`, and checks what must be unique or exist across them.
struct MeasureReader {
  private(set) var sections: [PlanSection] = []
  private(set) var measures: [Measure] = []
  private(set) var closing: [Item] = []
  /// Every item with the table that it was read from, in the order of the text.
  private(set) var items: [(item: Item, fields: Fields)] = []

  private var sectionFields: [Int: Fields] = [:]
  private var measureLines: [Int: Int] = [:]
  private var itemLines: [ItemID: Int] = [:]
  /// Whether some section's number cannot be read: it may be the one that a measure names.
  private var hasLostSection = false
  private var hasLostItem = false

  init(_ root: Fields) {
    for fields in root.tables("section") ?? [] { readSection(fields) }
    if let tables = root.tables("measure") {
      if tables.isEmpty { root.note("measure", .empty) }
      for fields in tables { readMeasure(fields) }
    }
    for fields in root.tablesIfPresent("closing") ?? [] { closing.append(readItem(fields, isClosing: true)) }
    checkParents()
    let used = Set(measures.map(\.section))
    for (number, fields) in sectionFields where !used.contains(number) {
      fields.note("number", .sectionWithoutMeasures)
    }
  }

  /// The tables of the items with kind `base`, which may carry funding rules.
  var baseFields: [Fields] { items.filter { $0.item.kind == .base }.map(\.fields) }

  private mutating func readSection(_ fields: Fields) {
    // Each measure names its section; the list here is for the reader of the file.
    fields.table.ignore("measures")
    let title = fields.bilingual("title") ?? Bilingual(zh: "", en: "")
    guard let number = fields.whole("number", in: 1...999).map({ Int($0) }) else {
      hasLostSection = true
      return
    }
    if let first = sectionFields[number] {
      return fields.note("number", .duplicate(value: String(number), firstLine: first.line(of: "number")))
    }
    sectionFields[number] = fields
    sections.append(PlanSection(number: number, title: title))
  }

  private mutating func readMeasure(_ fields: Fields) {
    let number = fields.whole("number", in: 1...999).map { Int($0) }
    if let number {
      if let first = measureLines[number] {
        fields.note("number", .duplicate(value: String(number), firstLine: first))
      } else {
        measureLines[number] = fields.line(of: "number")
      }
    }
    let section = fields.whole("section", in: 1...999).map { Int($0) }
    if let section, sectionFields[section] == nil, !hasLostSection { fields.note("section", .unknownSection(section)) }
    var measure = Measure(
      number: number ?? 0, ordinal: fields.textIfPresent("ordinal_zh") ?? String(number ?? 0), section: section ?? 0,
      title: fields.bilingual("title") ?? Bilingual(zh: "", en: ""), summary: fields.bilingualIfPresent("summary"),
      level: fields.choice("level", default: .both), items: [])
    let tables = fields.tablesIfPresent("item") ?? []
    if tables.isEmpty, !fields.table.has("item") { fields.note("item", .measureWithoutItems) }
    for inner in tables { measure.items.append(readItem(inner, isClosing: false)) }
    measures.append(measure)
  }

  private mutating func readItem(_ fields: Fields, isClosing: Bool) -> Item {
    let item = ItemReader.item(fields, isClosing: isClosing)
    items.append((item, fields))
    if item.id.rawValue.isEmpty {
      hasLostItem = true
    } else if let first = itemLines[item.id] {
      fields.note("id", .duplicate(value: item.id.rawValue, firstLine: first))
    } else {
      itemLines[item.id] = fields.line(of: "id")
    }
    return item
  }

  /// Every parent must exist, and nothing may be a part of itself.
  private func checkParents() {
    var parents: [ItemID: ItemID] = [:]
    for (item, fields) in items {
      guard let parent = item.parent else { continue }
      guard itemLines[parent] != nil else {
        if !hasLostItem { fields.note("parent", .unknownParent(parent.rawValue)) }
        continue
      }
      // A second item of an id has been told of; what it is a part of would be told of the first one.
      if itemLines[item.id] == fields.line(of: "id") { parents[item.id] = parent }
    }
    var seen: Set<ItemID> = []
    for (item, fields) in items {
      var path: [ItemID] = []
      var next: ItemID? = item.id
      while let id = next, seen.insert(id).inserted {
        path.append(id)
        next = parents[id]
      }
      // What was seen on this very way closes a circle; the way into it is no part of it.
      guard let id = next, let start = path.firstIndex(of: id) else { continue }
      let circle = (path[start...] + [id]).map(\.rawValue)
      let place = items.first { $0.item.id == id }?.fields ?? fields
      place.note("parent", .parentCycle(circle))
    }
  }
}
