package import Policy

/// A snapshot with the board computed from it.
package struct Loaded: Sendable {
  package var snapshot: Snapshot
  package var board: Board

  /// The plan's items that count something, by id.
  let countedItems: [Item]

  private let items: [ItemID: Item]
  /// Where each item of the measures stands on the board. The board of another day has it at the same place.
  private let measurePlaces: [ItemID: (measure: Int, item: Int)]
  /// Where each district stands on the board, of any day.
  private let districtPlaces: [DistrictCode: Int]
  /// Where each institution stands on the board, of any day.
  private let institutionPlaces: [String: Int]
  /// The files that came last, newest first: no page shows more of them.
  package let newestFiles: [FileReport]
  /// Whose each file and problem is, and what each district sent.
  package let attribution: Attribution
  /// The problems in groups.
  package let problems: ProblemIndex

  private static let newest = 256

  package init(snapshot: Snapshot, board: Board) {
    self.snapshot = snapshot
    self.board = board
    let plan = snapshot.plan
    countedItems = plan.countedItems
    items = Dictionary((plan.items + plan.closing).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = board.measures.indices.flatMap { measure in
      board.measures[measure].items.indices.map { (board.measures[measure].items[$0].id, (measure: measure, item: $0)) }
    }
    measurePlaces = Dictionary(places, uniquingKeysWith: { first, _ in first })
    districtPlaces = Dictionary(
      board.districts.enumerated().map { ($0.element.district.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    institutionPlaces = Dictionary(
      board.institutions.enumerated().map { ($0.element.institution.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let sorted = snapshot.files.sorted { $0.modified == $1.modified ? $0.path < $1.path : $0.modified > $1.modified }
    newestFiles = Array(sorted.prefix(Loaded.newest))
    attribution = Attribution(files: snapshot.files, problems: snapshot.problems)
    problems = ProblemIndex(snapshot.problems, attribution)
  }

  /// An institution's board by its id.
  func institution(_ id: String) -> InstitutionBoard? {
    guard let place = institutionPlaces[id], board.institutions.indices.contains(place),
      board.institutions[place].institution.id == id
    else { return board.institutions.first { $0.institution.id == id } }
    return board.institutions[place]
  }

  /// No file of any table gave a row.
  package var isEmpty: Bool { snapshot.files.allSatisfy { $0.rows == 0 } }

  /// The file at a path; nil where there is none.
  package func file(_ path: String) -> FileReport? { attribution.places[path].map { snapshot.files[$0] } }

  /// An item of a measure, or a closing duty.
  package func item(_ id: ItemID) -> Item? { items[id] }

  /// How an item of any measure stands; nil for a closing duty.
  package func measureItem(_ id: ItemID) -> MeasureItem? {
    guard let place = measurePlaces[id], board.measures.indices.contains(place.measure),
      board.measures[place.measure].items.indices.contains(place.item)
    else { return nil }
    let item = board.measures[place.measure].items[place.item]
    return item.id == id ? item : nil
  }

  package func district(_ code: DistrictCode) -> DistrictBoard? {
    guard let place = districtPlaces[code] else { return nil }
    if board.districts.indices.contains(place), board.districts[place].district.code == code {
      return board.districts[place]
    }
    return board.districts.first { $0.district.code == code }
  }

  /// The same, or the whole city by its code or its name.
  package func place(named text: String) -> DistrictCode? {
    if let code = district(named: text) { return code }
    let plan = snapshot.plan
    let names =
      [plan.cityCode.rawValue, plan.cityName.zh, plan.cityName.en] + [
        CommonWord.city.phrase.zh, CommonWord.city.phrase.en,
      ]
    return names.contains { Search.folded($0) == Search.folded(text) } ? plan.cityCode : nil
  }

  /// The item that a person names by id or label.
  package func item(named text: String) -> Item? {
    let query = Search.folded(text)
    return (snapshot.plan.items + snapshot.plan.closing).first { item in
      [item.id.rawValue, item.label.zh, item.label.en, item.short.zh, item.short.en].contains {
        !$0.isEmpty && Search.folded($0) == query
      }
    }
  }

  /// The district that a person names by code, name, short name, pinyin or initials; nil where none is meant exactly.
  package func district(named text: String) -> DistrictCode? {
    let query = Search.folded(text)
    return board.districts.first { Search.texts(of: $0.district).contains { Search.folded($0) == query } }?.district
      .code
  }
}
