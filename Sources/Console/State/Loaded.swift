package import Policy

/// A snapshot with the board computed from it. It is handed around with every state, and so is one reference.
package struct Loaded: Sendable {
  private var contents: Contents

  private final class Contents: Sendable {
    let snapshot: Snapshot
    let board: Board
    let index: LoadedIndex

    init(_ snapshot: Snapshot, _ board: Board, _ index: LoadedIndex) {
      self.snapshot = snapshot
      self.board = board
      self.index = index
    }
  }

  package init(snapshot: Snapshot, board: Board) {
    contents = Contents(snapshot, board, LoadedIndex(snapshot, board))
  }

  package var snapshot: Snapshot { contents.snapshot }

  /// The board, of whatever day.
  package var board: Board {
    get { contents.board }
    set { contents = Contents(contents.snapshot, newValue, contents.index) }
  }

  private var index: LoadedIndex { contents.index }

  /// The plan's items that count something, by id.
  var countedItems: [Item] { index.countedItems }
  /// The files that came last, newest first: no page shows more of them.
  package var newestFiles: [FileReport] { index.newestFiles }
  /// Whose each file and problem is, and what each district sent.
  package var attribution: Attribution { index.attribution }
  /// The problems in groups.
  package var problems: ProblemIndex { index.problems }

  /// An institution's board by its id.
  func institution(_ id: String) -> InstitutionBoard? {
    guard let place = index.institutionPlaces[id], board.institutions.indices.contains(place),
      board.institutions[place].institution.id == id
    else { return board.institutions.first { $0.institution.id == id } }
    return board.institutions[place]
  }

  /// No file of any table gave a row.
  package var isEmpty: Bool { snapshot.files.allSatisfy { $0.rows == 0 } }

  /// The file at a path; nil where there is none.
  package func file(_ path: String) -> FileReport? { attribution.places[path].map { snapshot.files[$0] } }

  /// An item of a measure, or a closing duty.
  package func item(_ id: ItemID) -> Item? { index.items[id] }

  /// How an item of any measure stands; nil for a closing duty.
  package func measureItem(_ id: ItemID) -> MeasureItem? {
    guard let place = index.measurePlaces[id], board.measures.indices.contains(place.measure),
      board.measures[place.measure].items.indices.contains(place.item)
    else { return nil }
    let item = board.measures[place.measure].items[place.item]
    return item.id == id ? item : nil
  }

  package func district(_ code: DistrictCode) -> DistrictBoard? {
    guard let place = index.districtPlaces[code] else { return nil }
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
