import Policy
import Screen

/// 地图: the districts where they lie, coloured by a measure; beside or below them the selected one in full.
struct MapView: PageView {
  let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  private struct Layout {
    var legend: Rect
    var tiles: Rect
    /// The frame of the map and of the panel beside it; nil in a small window, where two lines stand below the map.
    var frames: (map: Rect, panel: Rect)?
    var below: Rect
  }

  private func layout(in rect: Rect) -> Layout {
    guard rect.columns >= 100, rect.rows >= 20 else {
      let below = rect.rows >= 10 ? 2 : rect.rows >= 5 ? 1 : 0
      let map = rect.droppingBottom(below)
      let legend = map.rows >= 4 ? 1 : 0
      return Layout(
        legend: map.top(legend), tiles: map.droppingTop(legend), frames: nil, below: rect.bottom(below))
    }
    let side = min(46, max(36, rect.columns * 24 / 100))
    let parts = rect.splitColumns([.flex(1), .fixed(side)], sharing: 1)
    let content = Panel.content(of: parts[0])
    return Layout(
      legend: content.bottom(1).inset(columns: 1, rows: 0), tiles: content.droppingBottom(2),
      frames: (parts[0], parts[1]),
      below: content.bottom(0))
  }

  private var selected: Int? {
    let row = state.selectedRow(of: .tiles)
    return loaded.board.districts.firstIndex { $0.district.code.rawValue == row }
  }

  private func tiles(in rect: Rect) -> TileLayout {
    let grid = TileGrid(loaded.board.districts.map(\.district))
    return TileLayout(grid, in: layout(in: rect).tiles, showing: selected)
  }

  // MARK: Where things stand

  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace] { [] }

  /// The map scrolls by itself, so that its list never does.
  func visibleRows(in rect: Rect, _ widths: DisplayWidth) -> [Pane: Int] {
    [.tiles: max(1, loaded.board.districts.count)]
  }

  func cursor(in rect: Rect, _ widths: DisplayWidth) -> Point? {
    selected.flatMap { tiles(in: rect).rect(of: $0) }?.origin
  }

  func row(at point: Point, in rect: Rect, _ widths: DisplayWidth) -> (pane: Pane, row: String)? {
    guard let index = tiles(in: rect).index(at: point) else { return nil }
    let row = loaded.board.districts[index].district.code.rawValue
    return state.rows(of: .tiles).contains(row) ? (.tiles, row) : nil
  }

  /// Rows of tiles that PgUp and PgDn move by.
  func rowsOfTiles(in rect: Rect) -> Int { tiles(in: rect).seen.row }

  // MARK: Drawing

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let layout = layout(in: rect)
    let tiles = tiles(in: rect)
    let scale = MapScale(state.map, loaded, state.language)
    let title = title(scale)
    let selected = selected
    let panel = MapPanel(state, loaded, scale, selected)
    let trailing = Line.joined([state.position(.tiles), Line(tiles.more(canvas.glyphs), .key)].filter { !$0.isEmpty })
    if let frames = layout.frames {
      let colouredBy = Line(state.language(MapWord.colouredBy) + " ", .dim)
      canvas.draw(
        PanelGrid([
          (Panel(colouredBy + title, trailing: trailing, focused: true), frames.map),
          (Panel(title: panel?.title ?? ""), frames.panel),
        ]), in: rect)
      canvas.put(MapLegend(scale, state.language).line(layout.legend.columns, canvas.widths), in: layout.legend)
      panel?.draw(in: Panel.content(of: frames.panel).inset(columns: 1, rows: 0), on: &canvas)
    } else {
      drawHead(title, trailing, scale, in: layout.legend, on: &canvas)
      panel?.drawLines(in: layout.below, on: &canvas)
    }
    drawTiles(tiles, scale, selected, on: &canvas)
  }

  /// Every district's tile.
  func drawTiles(_ tiles: TileLayout, _ scale: MapScale, _ selected: Int?, on canvas: inout Canvas) {
    let shown = Set(state.rows(of: .tiles))
    for index in loaded.board.districts.indices {
      guard let place = tiles.rect(of: index), let tile = tile(index, scale, shown, selected) else { continue }
      canvas.draw(tile, in: place)
    }
  }

  /// In a small window what is shown, its legend and the place share a line.
  private func drawHead(_ title: Line, _ trailing: Line, _ scale: MapScale, in rect: Rect, on canvas: inout Canvas) {
    let line = rect.inset(columns: 1, rows: 0)
    let width = canvas.widths.width(of: title)
    canvas.put(title, in: line.left(min(width, line.columns)))
    let rest = line.droppingLeft(width + 2)
    let right = canvas.widths.width(of: trailing)
    let legend = rest.droppingRight(right + 1)
    canvas.put(MapLegend(scale, state.language).line(legend.columns, canvas.widths), in: legend)
    canvas.put(trailing, in: rest.right(right))
  }

  /// The measure and the item: `状态 补贴培训`.
  func title(_ scale: MapScale) -> Line {
    let language = state.language
    var line = Line(language(scale.measure.word), .title)
    if scale.measure.speaksOfItem {
      let name = scale.item.flatMap { loaded.item($0)?.short.text(language) }
      line.append("  ", .dim)
      line.append(name ?? language(scale.measure == .status ? MapWord.ownStatus : MapWord.worstItem), .heading)
    }
    return line
  }

  private func tile(_ index: Int, _ scale: MapScale, _ shown: Set<String>, _ selected: Int?) -> MapTile? {
    guard let band = scale.band(index) else { return nil }
    let language = state.language
    let board = loaded.board.districts[index]
    let row = board.district.code.rawValue
    let place = scale.item.flatMap { id in board.items.firstIndex { $0.id == id } }
    let item = scale.measure.speaksOfItem ? ItemYardstick.item(of: board, at: place) : board.worstItem
    let speaksOfItem = scale.measure.speaksOfItem
    return MapTile(
      name: board.district.shortName(language), band: band, figure: scale.readings[index].figure,
      word: band.word.text(language),
      ratio: speaksOfItem
        ? item?.attainment : scale.measure == .utilisation ? FundingSummary.utilisation(board.funding) : nil,
      pace: speaksOfItem ? loaded.board.pace.ratio : nil, details: details(board, item), isSelected: index == selected,
      isMarked: state.list(.tiles).marks.contains(row), isHidden: !shown.contains(row),
      hasMoved: item.map { state.highlights.deltas[TargetKey(district: board.district.code, item: $0.id)] != nil }
        ?? false)
  }

  /// What a large tile says besides: the item with its attainment and lead, the latest day, grades and flags.
  private func details(_ board: DistrictBoard, _ item: ItemProgress?) -> [Line] {
    let language = state.language
    var lines: [Line] = []
    if let item {
      lines.append([
        Span(loaded.label(item, language) + " ", .dim), Span(SafeText(Format.percent(item.attainment)) + "%"),
        Span(SafeText(" " + Format.lead(item.lead)), item.status.figureRole),
      ])
    }
    let latest = board.latest.map { SafeText($0.monthDay + " " + Age.days(loaded.board.asOf - $0, language)) }
    lines.append([
      Span(language(OverviewWord.age) + " ", .dim), Span(latest ?? "--", board.status == .silent ? .silent : .text),
    ])
    let grades = [Grade.a, .b, .c, .d].map { String(board.grades[$0]) }.joined(separator: "/")
    lines.append([Span("ABCD ", .dim), Span(SafeText(grades))])
    if board.funding.flags > 0 {
      lines.append([Span(language(OverviewWord.flags) + " ", .dim), Span("\(board.funding.flags)", .watch)])
    }
    return lines
  }
}
