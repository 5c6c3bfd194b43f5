package import Policy

extension ConsoleState {
  /// Districts in the overview's order: by the columns chosen, then worst first, by lowest worst lead, or by code.
  func orderedDistricts(_ board: Board) -> [DistrictCode] {
    let columns = list(.districts).columns
    guard !columns.isEmpty else { return usualOrder(board) }
    let districts = Dictionary(board.districts.map { ($0.district.code, $0) }, uniquingKeysWith: { first, _ in first })
    return columns.sorted(usualOrder(board).compactMap { districts[$0] }, self).map(\.district.code)
  }

  private func usualOrder(_ board: Board) -> [DistrictCode] {
    let districts = board.districts
    switch list(.districts).sort {
    case .code: return districts.map(\.district.code)
    default: break
    }
    // What is compared is worked out once for each, however many there are.
    let urgent = list(.districts).sort != .ratio
    let keys = districts.map {
      (urgency: urgent ? $0.status.urgency : 0, lead: $0.worstLeadOrder, code: $0.district.code)
    }
    return keys.sorted { ($0.urgency, $0.lead, $0.code) < ($1.urgency, $1.lead, $1.code) }.map(\.code)
  }

  /// Orders by a first key, then by a second.
  static func before<Row, A: Comparable, B: Comparable>(
    _ first: @escaping (Row) -> A, _ second: @escaping (Row) -> B
  ) -> (Row, Row) -> Bool {
    { a, b in
      let (x, y) = (first(a), first(b))
      return x == y ? second(a) < second(b) : x < y
    }
  }

  /// The boards of the districts in the order held.
  func districtsInOrder(_ loaded: Loaded) -> [DistrictBoard] { districtOrder.compactMap { loaded.district($0) } }

  /// The districts as the map shows them, from the first row of tiles to the last.
  func districtsOnMap(_ loaded: Loaded) -> [DistrictBoard] {
    let districts = loaded.board.districts
    return TileGrid(districts.map(\.district)).order.map { districts[$0] }
  }

  /// The district's counted items: with a target worst first, then those that merely count; or by id.
  func targetRows(sort: SortKey) -> [ItemProgress] {
    guard let district = currentDistrict else { return [] }
    return sort == .code ? district.items : district.items.worstFirst
  }
}

extension Loaded {
  /// The counted items of a district, or of the city by its code, in the order of the targets.
  func itemsInOrder(of code: DistrictCode) -> [ItemProgress] {
    code == snapshot.plan.cityCode ? board.city.worstFirst : district(code)?.items.worstFirst ?? []
  }
}

extension [ItemProgress] {
  /// With a target worst first, then those that merely count.
  fileprivate var worstFirst: [ItemProgress] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.urgency != y.urgency { return x.urgency < y.urgency }
      if x.lead != y.lead { return (x.lead ?? .infinity) < (y.lead ?? .infinity) }
      return a.offset < b.offset
    }.map(\.element)
  }
}

extension DistrictBoard {
  /// The item furthest behind the pace among those with a target; nil where none has one.
  package var worstItem: ItemProgress? {
    var worst: Int?
    for place in items.indices {
      guard let lead = items[place].lead else { continue }
      if worst.map({ lead < items[$0].lead ?? lead }) ?? true { worst = place }
    }
    return worst.map { items[$0] }
  }

  fileprivate var worstLeadOrder: Double { worstItem?.lead ?? .infinity }
}

extension ItemProgress {
  /// Items with a target come by their status; those without one come last, the ones that count something first.
  var urgency: Int {
    status == .noTarget ? (actual == 0 ? 9 : 8) : status == .silent ? Status.watch.urgency : status.urgency
  }
}
