import Policy
import Screen
import Testing

@testable import Console

@Suite("How large tiles are, and which are seen")
struct TileLayoutTests {
  private static func grid(rows: Int, columns: Int) -> TileGrid {
    TileGrid(
      (0..<rows * columns).map { index in
        District(
          code: DistrictCode(rawValue: String(index)), name: "", short: "", pinyin: "", initials: "", population: nil,
          tileRow: index / columns, tileColumn: index % columns)
      })
  }

  @Test("tiles lie inside the map, never on each other, and the selected one is always seen")
  func inside() {
    for (rows, columns) in [(1, 1), (6, 5), (8, 8), (1, 30), (40, 1)] {
      let grid = Self.grid(rows: rows, columns: columns)
      for size in [(1, 1), (8, 1), (38, 5), (80, 18), (84, 31), (153, 54), (500, 200)] {
        let area = Rect(column: 3, row: 2, columns: size.0, rows: size.1)
        for selected in [0, grid.places.count / 2, grid.places.count - 1] {
          let layout = TileLayout(grid, in: area, showing: selected)
          let tiles = grid.places.indices.compactMap { layout.rect(of: $0) }
          #expect(layout.rect(of: selected) != nil)
          #expect(tiles.allSatisfy { $0.intersection(area) == $0 && !$0.isEmpty })
          #expect(Set(tiles.map { [$0.column, $0.row] }).count == tiles.count)
          for (one, other) in zip(tiles, tiles.dropFirst()) { #expect(one.intersection(other).isEmpty) }
        }
      }
    }
  }

  @Test("a click finds the tile that is drawn there")
  func click() {
    let grid = Self.grid(rows: 6, columns: 5)
    let layout = TileLayout(grid, in: Rect(column: 0, row: 2, columns: 80, rows: 18), showing: 0)
    #expect(layout.tile == Size(columns: 16, rows: 3))
    for index in grid.places.indices {
      guard let rect = layout.rect(of: index) else { continue }
      #expect(layout.index(at: rect.origin) == index)
      #expect(layout.index(at: Point(column: rect.maxColumn - 1, row: rect.maxRow - 1)) == index)
    }
    #expect(layout.index(at: Point(column: 0, row: 1)) == nil)
  }

  @Test("signs tell where more tiles are")
  func more() {
    let glyphs = Glyphs(.ascii)
    let grid = Self.grid(rows: 20, columns: 20)
    let area = Rect(column: 0, row: 0, columns: 40, rows: 6)
    #expect(TileLayout(grid, in: area, showing: 0).more(glyphs).string == "v>")
    #expect(TileLayout(grid, in: area, showing: 210).more(glyphs).string == "<^v>")
    #expect(TileLayout(grid, in: area, showing: 399).more(glyphs).string == "<^")
    #expect(TileLayout(Self.grid(rows: 2, columns: 2), in: area, showing: 0).more(glyphs).isEmpty)
  }
}
