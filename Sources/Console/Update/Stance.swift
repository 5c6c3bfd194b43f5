import Policy
import Screen

/// What an event that should only move a cursor, open a page or let a second pass might still change besides
/// (``ConsoleState/revision``).
struct Stance: Equatable {
  private let zoomed: Bool
  private let minute: Double
  /// On the data page the age of files is shown, in seconds at first.
  private let second: Double?
  private let districtOrder: [DistrictCode]
  private let queueOrder: [Int]
  private let highlightsEnd: Double
  private let waiting: Int
  private let folds: MeasureFolds
  private let problemGroup: String?
  private let board: Day?
  private let readAt: Double?

  /// Nil for an event that may change anything, and where something lies over the page.
  init?(_ state: ConsoleState, _ event: Event) {
    guard Stance.onlyMoves(event), state.overlay == nil, state.toast == nil, state.meeting == nil, state.page != .map
    else { return nil }
    zoomed = state.zoomed
    minute = (state.now / 60).rounded(.down)
    second = state.page == .data ? state.now.rounded(.down) : nil
    districtOrder = state.districtOrder
    queueOrder = state.triage.order
    highlightsEnd = state.highlights.until
    waiting = state.waitingCount
    folds = state.folds
    problemGroup = state.problemGroup
    board = state.loaded?.board.asOf
    readAt = state.loaded?.snapshot.readAt
  }

  /// Moves within a list, to another list and to another page.
  private static let moves: Set<Action> = [
    .up, .down, .pageUp, .pageDown, .top, .bottom, .nextPane, .previousPane, .open, .openOverview, .openDistrict,
    .openInstitutions, .openBases, .openMeasures, .openTriage, .openData, .lastPage, .previousDistrict, .nextDistrict,
  ]

  private static func onlyMoves(_ event: Event) -> Bool {
    switch event {
    case .clockTicked: true
    case .keyPressed(.wheel): true
    case .keyPressed(let key): ActionTable.spec(for: key).map { moves.contains($0.action) } ?? false
    default: false
    }
  }
}
