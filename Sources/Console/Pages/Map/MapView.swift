import Policy
import Screen

/// 地图: the districts where they lie.
struct MapView: PageView {
  private let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] {
    [PanePlace(pane: .tiles, table: Panel.content(of: rect))]
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let title = Line(state.language(CommonWord.map), .title)
    canvas.draw(Panel(title, trailing: state.position(.tiles), focused: true), in: rect)
    let language = state.language
    let columns = [
      language.column(OverviewWord.district.phrase, 12, priority: 100, flexible: true),
      language.column(OverviewWord.status.phrase, statusColumns, priority: 90),
    ]
    let table = state.table(.tiles, columns: columns) { [self] row in
      guard let board = loaded.district(DistrictCode(rawValue: row)) else { return [] }
      return [state.name(board.district.shortName(language), .tiles, row), statusCell(board.status, language)]
    }
    canvas.draw(table, in: Panel.content(of: rect))
  }
}
