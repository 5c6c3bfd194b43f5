import Policy
import Screen

/// The districts where they lie, coloured by their own status, and in later rounds by one item after another.
struct KioskMap: Widget {
  private let loaded: Loaded
  private let console: ConsoleState

  init(_ state: KioskState, _ loaded: Loaded) {
    self.loaded = loaded
    var console = state.console
    let items: [ItemID?] =
      [nil]
      + ConsoleState.mapItems(loaded.board).filter { id in
        loaded.board.districts.contains { $0.items.contains { $0.id == id && $0.target != nil } }
      }
    console.map.item = items[state.round % items.count]
    console.map.measure = console.map.item == nil ? .status : .attainment
    console.lists[.tiles] = nil
    self.console = console
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let scale = MapScale(console.map, loaded, console.language)
    let view = MapView(console, loaded)
    let isRoomy = rect.rows >= 24
    let line = rect.top(1).inset(columns: 2, rows: 0)
    let title = view.title(scale)
    canvas.put(title, in: line)
    let room = line.droppingLeft(canvas.widths.width(of: title) + 3)
    canvas.put(MapLegend(scale, console.language).line(room.columns, canvas.widths), in: room, align: .right)
    let area = rect.droppingTop(isRoomy ? 2 : 1)
    let grid = TileGrid(loaded.board.districts.map(\.district))
    view.drawTiles(TileLayout(grid, in: area, showing: nil), scale, nil, on: &canvas)
  }
}
