import Screen

/// How large the tiles are in a rectangle, and which of them are seen: as large as there is room for, and scrolled to
/// the selected one where even the smallest do not all fit.
struct TileLayout {
  let tile: Size
  /// The first row and column of tiles that is seen.
  let first: TileGrid.Place
  /// How many rows and columns of tiles are seen.
  let seen: TileGrid.Place
  private let origin: Point
  private let grid: TileGrid

  /// Room for a mark and a short name.
  private static let leastColumns = 8
  private static let most = Size(columns: 30, rows: 9)
  /// From this many rows on a tile has a frame.
  static let framedRows = 3

  init(_ grid: TileGrid, in rect: Rect, showing selected: Int?) {
    self.grid = grid
    let (rows, columns) = (max(1, grid.rows), max(1, grid.columns))
    let width = min(max(rect.columns / columns, TileLayout.leastColumns), TileLayout.most.columns, max(1, rect.columns))
    // A tile is never taller than it is wide: a cell is about twice as high as it is wide.
    let height = min(max(rect.rows / rows, 1), TileLayout.most.rows, max(1, width / 2))
    tile = Size(columns: width, rows: height)
    seen = TileGrid.Place(
      row: min(rows, max(1, rect.rows / height)), column: min(columns, max(1, rect.columns / width)))
    let focus = selected.flatMap { grid.places.indices.contains($0) ? grid.places[$0] : nil }
    first = TileGrid.Place(
      row: TileLayout.first(focus?.row ?? 0, seen.row, of: rows),
      column: TileLayout.first(focus?.column ?? 0, seen.column, of: columns))
    origin = Point(
      column: rect.column + max(0, rect.columns - seen.column * width) / 2,
      row: rect.row + max(0, rect.rows - seen.row * height) / 2)
  }

  /// The selected one stands in the middle, as long as the edges allow.
  private static func first(_ selected: Int, _ seen: Int, of total: Int) -> Int {
    max(0, min(selected - seen / 2, total - seen))
  }

  /// Where a district's tile is drawn; nil where it is scrolled away.
  func rect(of index: Int) -> Rect? {
    guard grid.places.indices.contains(index) else { return nil }
    let place = grid.places[index]
    let (row, column) = (place.row - first.row, place.column - first.column)
    guard row >= 0, row < seen.row, column >= 0, column < seen.column else { return nil }
    return Rect(
      column: origin.column + column * tile.columns, row: origin.row + row * tile.rows, columns: tile.columns,
      rows: tile.rows)
  }

  /// The district whose tile stands there.
  func index(at point: Point) -> Int? { grid.places.indices.first { rect(of: $0)?.contains(point) ?? false } }

  /// Where more tiles are, as signs; empty where all are seen.
  func more(_ glyphs: Glyphs) -> SafeText {
    let signs: [(Bool, SafeText)] = [
      (first.column > 0, glyphs.left), (first.row > 0, glyphs.up),
      (first.row + seen.row < grid.rows, glyphs.down), (first.column + seen.column < grid.columns, glyphs.right),
    ]
    return signs.filter(\.0).map(\.1).joined()
  }
}
