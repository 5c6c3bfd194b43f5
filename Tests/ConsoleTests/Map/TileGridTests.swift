import Policy
import Testing

@testable import Console

@Suite("Where tiles stand, and what lies next to them")
struct TileGridTests {
  private static func districts(_ places: [(Int?, Int?)]) -> [District] {
    places.enumerated().map { index, place in
      District(
        code: DistrictCode(rawValue: String(1000 + index)), name: "区\(index)", short: "区\(index)", pinyin: "",
        initials: "", population: nil, tileRow: place.0, tileColumn: place.1)
    }
  }

  private static func grid(_ places: [(Int?, Int?)]) -> TileGrid { TileGrid(districts(places)) }

  private static func places(_ grid: TileGrid) -> [[Int]] { grid.places.map { [$0.row, $0.column] } }

  @Test("the plan's places are kept, from the first row and column that are used")
  func kept() {
    let grid = Self.grid([(3, 2), (3, 3), (4, 2)])
    #expect(Self.places(grid) == [[0, 0], [0, 1], [1, 0]])
    #expect((grid.rows, grid.columns) == (2, 2))
    #expect(grid.order == [0, 1, 2])
  }

  @Test("a gap of any width is one free row or column, neighbours stay neighbours")
  func packed() {
    let grid = Self.grid([(0, 0), (2, 0), (90, 1), (91, 50), (.max, .min)])
    #expect(Self.places(grid) == [[0, 2], [2, 2], [4, 3], [5, 5], [7, 0]])
  }

  @Test("a place that is taken, half a place and none: in the rows below, in the order of the districts")
  func below() {
    let grid = Self.grid([(0, 0), (0, 1), (0, 0), (1, nil), (nil, nil), (0, 2)])
    #expect(Self.places(grid) == [[0, 0], [0, 1], [1, 0], [1, 1], [1, 2], [0, 2]])
  }

  @Test("without any place the map is about as wide as it is high")
  func none() {
    #expect(Self.grid([]).places.isEmpty)
    let grid = Self.grid(Array(repeating: (nil, nil), count: 40))
    #expect((grid.rows, grid.columns) == (6, 7))
    #expect(Set(grid.places).count == 40)
  }

  @Test("what lies straight ahead is nearer than what lies aside")
  func ahead() {
    // 0 . 1
    // . 2 .
    // 3 . .
    let grid = Self.grid([(0, 0), (0, 2), (1, 1), (2, 0)])
    #expect(grid.next(from: 0, .right, among: { _ in true }) == 2)
    #expect(grid.next(from: 0, .right, among: { $0 != 2 }) == 1)
    #expect(grid.next(from: 0, .down, among: { _ in true }) == 2)
    #expect(grid.next(from: 0, .up, among: { _ in true }) == nil)
    #expect(grid.next(from: 3, .up, among: { _ in true }) == 2)
    #expect(grid.next(from: 9, .up, among: { _ in true }) == nil)
  }

  @Test("on any map arrows lead from every tile to every other", arguments: 0..<60 as Range<UInt64>)
  func everywhere(_ seed: UInt64) {
    var random = Seeded(seed &* 7_919 &+ 3)
    let side = Int.random(in: 1...9, using: &random)
    let grid = Self.grid(
      (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? (nil, nil) : (Int.random(in: 0..<side, using: &random), Int.random(in: 0..<side, using: &random))
      })
    #expect(Set(grid.places).count == grid.places.count)
    for start in grid.places.indices {
      var reached: Set<Int> = [start]
      var open = [start]
      while let index = open.popLast() {
        for direction in TileGrid.Direction.allCases {
          guard let next = grid.next(from: index, direction, among: { _ in true }) else { continue }
          if reached.insert(next).inserted { open.append(next) }
        }
      }
      #expect(reached.count == grid.places.count, "from \(grid.places[start]) on \(grid.places)")
    }
  }
}
