import Policy
import Screen

/// The targets panel: every counted item of the district, those behind first.
struct TargetsPanel {
  private let state: ConsoleState
  private let loaded: Loaded
  private let board: DistrictBoard

  init(_ state: ConsoleState, _ loaded: Loaded, _ board: DistrictBoard) {
    self.state = state
    self.loaded = loaded
    self.board = board
  }

  func table(_ showsHeader: Bool, columns: Int) -> Table {
    state.table(.targets, columns: ItemLine.columns(state.language, columns), showsHeader: showsHeader) { [self] row in
      guard let item = board.items.first(where: { $0.id.rawValue == row }) else { return [] }
      let label = loaded.item(item.id)?.short.text(state.language) ?? SafeText(row)
      let role: Role = item.status == .lagging || item.status == .watch ? item.status.role : .text
      return ItemLine.cells(item, state, loaded, columns: columns, name: state.name(label, .targets, row, role))
    }
  }
}
