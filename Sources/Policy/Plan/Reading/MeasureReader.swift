import Toml

/// Reads `[[section]]`, `[[measure]]` and `[[closing]]`, and checks what must be unique or exist across them.
struct MeasureReader {
  private(set) var sections: [PlanSection] = []
  private(set) var measures: [Measure] = []
  private(set) var closing: [Item] = []
  /// The tables of the items with kind `base`, which may carry funding rules.
  private(set) var baseFields: [Fields] = []

  private var sectionLines: [Int: Int] = [:]
  private var measureLines: [Int: Int] = [:]
  private var itemLines: [ItemID: Int] = [:]
  private var parents: [(fields: Fields, parent: ItemID)] = []

  init(_ root: Fields) throws(PlanError) {
    for fields in try root.tables("section") { try readSection(fields) }
    let tables = try root.tables("measure")
    guard !tables.isEmpty else { throw root.error("measure", .empty) }
    for fields in tables { try readMeasure(fields) }
    for fields in try root.tablesIfPresent("closing") ?? [] { closing.append(try readItem(fields, isClosing: true)) }
    for (fields, parent) in parents where itemLines[parent] == nil {
      throw fields.error("parent", .unknownParent(parent.rawValue))
    }
  }

  private mutating func readSection(_ fields: Fields) throws(PlanError) {
    let number = Int(try fields.whole("number", in: 1...999))
    if let first = sectionLines[number] {
      throw fields.error("number", .duplicate(value: String(number), firstLine: first))
    }
    sectionLines[number] = fields.line(of: "number")
    // Each measure names its section; the list here is for the reader of the file.
    fields.table.ignore("measures")
    sections.append(PlanSection(number: number, title: try fields.bilingual("title")))
  }

  private mutating func readMeasure(_ fields: Fields) throws(PlanError) {
    let number = Int(try fields.whole("number", in: 1...999))
    if let first = measureLines[number] {
      throw fields.error("number", .duplicate(value: String(number), firstLine: first))
    }
    measureLines[number] = fields.line(of: "number")
    let section = Int(try fields.whole("section", in: 1...999))
    guard sectionLines[section] != nil else { throw fields.error("section", .unknownSection(section)) }
    var measure = Measure(
      number: number, ordinal: try fields.textIfPresent("ordinal_zh") ?? String(number), section: section,
      title: try fields.bilingual("title"), level: try fields.choice("level", default: .both), items: [])
    for inner in try fields.tablesIfPresent("item") ?? [] {
      measure.items.append(try readItem(inner, isClosing: false))
    }
    measures.append(measure)
  }

  private mutating func readItem(_ fields: Fields, isClosing: Bool) throws(PlanError) -> Item {
    let item = try ItemReader.item(fields, isClosing: isClosing)
    if let first = itemLines[item.id] {
      throw fields.error("id", .duplicate(value: item.id.rawValue, firstLine: first))
    }
    itemLines[item.id] = fields.line(of: "id")
    if item.kind == .base { baseFields.append(fields) }
    if let parent = item.parent { parents.append((fields, parent)) }
    return item
  }
}
