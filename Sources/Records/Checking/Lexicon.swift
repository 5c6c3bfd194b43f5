import Policy

/// Everything that a cell may name: districts, items, and the fixed words, looked up as files write them.
///
/// It follows from the plan and the districts in force alone; where either changes, every file is read anew.
struct Lexicon: Sendable {
  /// The plan in force.
  let plan: Plan
  /// The districts in force, by code.
  let districts: [District]
  /// Every item, the closing duties last; cells name them by their place here.
  let items: [Item]
  /// How many of ``items`` come from measures.
  private let measureItems: Int

  private let districtNames: [String: DistrictCode]
  private let itemNames: [[String: Int]]
  private let stages: [[String: Int]]
  private let dimensions: [String: Int]
  private let costLines: [String: Int]
  private let baseLevels: [String: Int]
  private let events = Lexicon.index(ProjectEventsTable.words)
  private let tranches = Lexicon.index(PaymentsTable.words)
  private let calendarKinds = Lexicon.index([["holiday", "放假"], ["workday", "上班"]])
  private let vetoes = Lexicon.index([["否", "no"], ["是", "yes"]])

  /// The words of `plan` with the districts in force.
  init(plan: Plan, districts: [District]) {
    self.plan = plan
    self.districts = districts.sorted { $0.code < $1.code }
    let measured = plan.items
    measureItems = measured.count
    items = measured + plan.closing
    districtNames = Lexicon.districtNames(plan, self.districts)
    itemNames = ItemUse.allCases.map { [items] use in Lexicon.itemNames(items, use) }
    stages = items.map { Lexicon.index($0.stages.map { [$0] }) }
    dimensions = Lexicon.index(plan.rubric.dimensions.map { [$0.name.zh, $0.name.en] })
    costLines = Lexicon.index(plan.funding.costLines.map { [$0] })
    baseLevels = Lexicon.index(plan.funding.baseLevels.map { [$0] })
  }

  /// The district, or the city, that a text names.
  func district(_ text: String) -> DistrictCode? { districtNames[text] }

  /// The place in ``items`` of the item of that use that a text names.
  func item(_ text: String, _ use: ItemUse) -> Int? { itemNames[use.rawValue][text] }

  /// The item at a place.
  func item(_ index: Int?) -> Item? {
    guard let index, items.indices.contains(index) else { return nil }
    return items[index]
  }

  /// Whether the item at a place is a closing duty, which has rows of districts only (`rules.md`, Kinds of item).
  func isClosingDuty(_ index: Int?) -> Bool { (index ?? 0) >= measureItems }

  /// The place of a fixed word among the words of its form; nil for other words and other forms.
  func word(_ text: String, _ form: Form, item: Int?) -> Int? {
    let words: [String: Int]
    switch form {
    case .veto: words = vetoes
    case .calendarKind: words = calendarKinds
    case .baseLevel: words = baseLevels
    case .event: words = events
    case .tranche: words = tranches
    case .costLine: words = costLines
    case .dimension: words = dimensions
    case .stage: words = item.flatMap { stages.indices.contains($0) ? stages[$0] : nil } ?? [:]
    default: return nil
    }
    // Most files write a word as we fold it.
    return words[text] ?? words[Folding.word(text)]
  }

  private static func index(_ words: [[String]]) -> [String: Int] {
    var index: [String: Int] = [:]
    for (place, alternatives) in words.enumerated() {
      for word in alternatives {
        let key = Folding.word(word)
        if index[key] == nil { index[key] = place }
      }
    }
    return index
  }

  /// Codes come before names, names before short names, and all of them before former codes.
  private static func districtNames(_ plan: Plan, _ districts: [District]) -> [String: DistrictCode] {
    var names: [String: DistrictCode] = [plan.cityCode.rawValue: plan.cityCode]
    func add(_ name: String, _ code: DistrictCode) {
      let name = Normal.form(name)
      if !name.isEmpty && names[name] == nil { names[name] = code }
    }
    for district in districts { add(district.code.rawValue, district.code) }
    add(plan.cityName.zh, plan.cityCode)
    for district in districts { add(district.name, district.code) }
    for district in districts { add(district.short, district.code) }
    let codes = Set(districts.map(\.code))
    for (former, code) in plan.formerCodes where codes.contains(code) { add(former.rawValue, code) }
    return names
  }

  private static func itemNames(_ items: [Item], _ use: ItemUse) -> [String: Int] {
    let kind: ItemKind =
      switch use {
      case .counted: .counted
      case .register: .register
      case .milestone: .milestone
      }
    let fitting = items.indices.filter { items[$0].kind == kind }
    var names: [String: Int] = [:]
    for index in fitting where names[items[index].id.rawValue] == nil { names[items[index].id.rawValue] = index }
    for index in fitting {
      let label = Normal.form(items[index].label.zh)
      if !label.isEmpty && names[label] == nil { names[label] = index }
    }
    return names
  }
}
