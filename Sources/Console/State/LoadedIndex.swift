import Policy

/// What is looked up in a snapshot again and again, worked out once. Places on the board are the same on any day.
final class LoadedIndex: Sendable {
  /// The plan's items that count something, by id.
  let countedItems: [Item]
  /// Items of the measures, and closing duties.
  let items: [ItemID: Item]
  /// Where each item of the measures stands on the board.
  let measurePlaces: [ItemID: MeasurePlace]
  /// Where each district stands on the board.
  let districtPlaces: [DistrictCode: Int]
  /// Where each institution stands on the board.
  let institutionPlaces: [String: Int]
  /// The files that came last, newest first, at most ``newest``.
  let newestFiles: [FileReport]
  /// Whose each file and problem is, and what each district sent.
  let attribution: Attribution
  /// The problems in groups.
  let problems: ProblemIndex

  /// The place of a measure among all, and of an item in it.
  struct MeasurePlace: Sendable {
    var measure: Int
    var item: Int
  }

  private static let newest = 256

  init(_ snapshot: Snapshot, _ board: Board) {
    let plan = snapshot.plan
    countedItems = plan.countedItems
    items = Dictionary((plan.items + plan.closing).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = board.measures.indices.flatMap { measure in
      board.measures[measure].items.indices.map {
        (board.measures[measure].items[$0].id, MeasurePlace(measure: measure, item: $0))
      }
    }
    measurePlaces = Dictionary(places, uniquingKeysWith: { first, _ in first })
    districtPlaces = Dictionary(
      board.districts.enumerated().map { ($0.element.district.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    institutionPlaces = Dictionary(
      board.institutions.enumerated().map { ($0.element.institution.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let sorted = snapshot.files.sorted { $0.modified == $1.modified ? $0.path < $1.path : $0.modified > $1.modified }
    newestFiles = Array(sorted.prefix(LoadedIndex.newest))
    attribution = Attribution(files: snapshot.files, problems: snapshot.problems)
    problems = ProblemIndex(snapshot.problems, attribution)
  }
}
