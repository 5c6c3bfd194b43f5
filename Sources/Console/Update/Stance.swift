import Policy
import Screen

/// What an event that should only move a cursor, open a page or a menu, or let a second pass might still change besides
/// (``ConsoleState/revision``).
struct Stance: Equatable {
  private let zoomed: Bool
  private let minute: Double
  private let districtOrder: [DistrictCode]
  private let queueOrder: [Int]
  private let highlightsEnd: Double
  private let waiting: Int
  private let folds: MeasureFolds
  private let problemGroup: String?
  /// Of which filters, orders and marks count, and not where the cursors stand.
  private let lists: [Pane: ListState]
  private let asOf: Day?
  private let board: Day?
  private let readAt: Double?

  /// Nil where anything but a menu lies over the page.
  init?(_ state: ConsoleState) {
    switch state.overlay {
    case nil, .menu: break
    default: return nil
    }
    guard state.toast == nil, state.meeting == nil, state.page != .map else { return nil }
    zoomed = state.zoomed
    minute = state.minute
    districtOrder = state.districtOrder
    queueOrder = state.triage.order
    highlightsEnd = state.highlights.until
    waiting = state.waitingCount
    folds = state.folds
    problemGroup = state.problemGroup
    lists = state.lists
    asOf = state.asOf
    board = state.loaded?.board.asOf
    readAt = state.loaded?.snapshot.readAt
  }

  static func == (one: Stance, other: Stance) -> Bool {
    one.zoomed == other.zoomed && one.minute == other.minute && one.districtOrder == other.districtOrder
      && one.queueOrder == other.queueOrder && one.highlightsEnd == other.highlightsEnd && one.waiting == other.waiting
      && one.folds == other.folds && one.problemGroup == other.problemGroup && one.asOf == other.asOf
      && one.board == other.board && one.readAt == other.readAt && haveSameRows(one.lists, other.lists)
  }

  private static func haveSameRows(_ one: [Pane: ListState], _ other: [Pane: ListState]) -> Bool {
    guard one.count == other.count else { return false }
    return one.allSatisfy { pane, list in other[pane].map { list.hasSameRows(as: $0) } ?? false }
  }

  /// Whether an event should do no more than that.
  static func covers(_ event: Event, in state: ConsoleState) -> Bool {
    switch event {
    case .clockTicked: return true
    case .keyPressed(let key):
      if case .menu = state.overlay { return menuKeys.contains(key) }
      if case .wheel = key { return true }
      return key == .escape || ActionTable.action(for: key).map { moves.contains($0) } ?? false
    default: return false
    }
  }

  /// Moves within a list, to another list and to another page, and what opens a menu.
  private static let moves: Set<Action> = [
    .up, .down, .pageUp, .pageDown, .top, .bottom, .nextPane, .previousPane, .open, .openOverview, .openDistrict,
    .openInstitutions, .openBases, .openMeasures, .openTriage, .openData, .lastPage, .previousDistrict, .nextDistrict,
    .help, .pages, .palette,
  ]

  /// Keys that close a menu or move in it; others may do what a line says.
  private static let menuKeys: Set<Key> = [
    .escape, .function(10), .up, .down, .pageUp, .pageDown, .home, .end, .backspace,
  ]
}
