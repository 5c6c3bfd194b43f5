/// Which institutions might have brought something to a counted item, and which of them a row means (<doc:ExplainRule>).
struct GapInstitutions {
  private let names: [String: String]
  /// For each name that only one institution has, its id.
  private let idsByName: [String: String]
  /// Those of whom something is expected though no row names them: by id.
  private let registered: [String]

  /// Institutions are expected to bring the item that measures them, and that one only: the plan's first counted item. Of
  /// those whose licence is over nothing is expected.
  init(plan: Plan, facts: Facts, asOf day: Day, item: ItemID, district code: DistrictCode) {
    names = Dictionary(facts.institutions.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    idsByName = Dictionary(grouping: facts.institutions, by: \.name).compactMapValues { $0.count == 1 ? $0[0].id : nil }
    let measures = plan.countedItems.first?.id == item
    registered = facts.institutions.filter { own in
      measures && (code == plan.cityCode || own.district == code) && own.licensedUntil.map { $0 >= day } ?? true
    }.map(\.id)
  }

  /// What each institution brought, the registered ones that rows do not name with zeros; in the order of ids and texts.
  func sums(_ values: [String: [Int64]], months: Int) -> [GapDivision.Sums] {
    var sums = merged(values)
    for id in registered where sums[id] == nil { sums[id] = Array(repeating: 0, count: months) }
    return sums.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { key, months in
      GapDivision.Sums(names[key].map { .institution(id: key, name: $0) } ?? .value(key), months)
    }
  }

  /// What each institution of the records brought, by id.
  func counted(_ values: [String: [Int64]]) -> [String: Int64] {
    merged(values).filter { names[$0.key] != nil }.mapValues { $0.reduce(0) { $0.addingSaturated($1) } }
  }

  /// Rows name an institution by its id, or write its name.
  private func merged(_ values: [String: [Int64]]) -> [String: [Int64]] {
    var sums: [String: [Int64]] = [:]
    for (text, months) in values {
      let key = names[text] == nil ? idsByName[text] ?? text : text
      guard let known = sums[key] else {
        sums[key] = months
        continue
      }
      sums[key] = zip(known, months).map { $0.addingSaturated($1) }
    }
    return sums
  }
}
