import Screen
import Testing

@Suite("Rectangles")
struct GeometryTests {
  let rect = Rect(column: 2, row: 1, columns: 10, rows: 5)

  @Test func cutsFromEverySide() {
    #expect(rect.top(2) == Rect(column: 2, row: 1, columns: 10, rows: 2))
    #expect(rect.bottom(2) == Rect(column: 2, row: 4, columns: 10, rows: 2))
    #expect(rect.droppingTop(2) == Rect(column: 2, row: 3, columns: 10, rows: 3))
    #expect(rect.droppingBottom(2) == Rect(column: 2, row: 1, columns: 10, rows: 3))
    #expect(rect.left(3) == Rect(column: 2, row: 1, columns: 3, rows: 5))
    #expect(rect.right(3) == Rect(column: 9, row: 1, columns: 3, rows: 5))
    #expect(rect.inset(columns: 1, rows: 2) == Rect(column: 3, row: 3, columns: 8, rows: 1))
    #expect(rect.inset(columns: 9, rows: 9).isEmpty)
    #expect(rect.centered(Size(columns: 4, rows: 99)) == Rect(column: 5, row: 1, columns: 4, rows: 5))
  }

  @Test(arguments: [Int.min, -1, 0, 1, 4, 11, Int.max])
  func everyCutLiesInside(count: Int) {
    let cuts = [
      rect.top(count), rect.bottom(count), rect.left(count), rect.right(count), rect.droppingTop(count),
      rect.droppingBottom(count), rect.droppingLeft(count), rect.droppingRight(count),
      rect.inset(columns: count, rows: count), rect.centered(Size(columns: count, rows: count)),
    ]
    for cut in cuts { #expect(cut.isEmpty || cut.intersection(rect) == cut) }
  }

  @Test func sharesOutRows() {
    let bands = rect.splitRows([.fixed(1), .flex(1), .fixed(1)])
    #expect(bands.map(\.row) == [1, 2, 5])
    #expect(bands.map(\.rows) == [1, 3, 1])
  }

  @Test func sharesOutColumnsByWeight() {
    #expect(rect.splitColumns([.flex(1), .flex(2), .fixed(1)]).map(\.columns) == [3, 6, 1])
    #expect(rect.splitColumns([.fixed(8), .fixed(8), .flex(1)]).map(\.columns) == [8, 2, 0])
  }

  @Test func sharesABorder() {
    let bands = rect.splitRows([.fixed(3), .flex(1)], sharing: 1)
    #expect(bands[0].maxRow - 1 == bands[1].row)
    #expect(bands[1].maxRow == rect.maxRow)
  }

  @Test(arguments: UInt64(0)..<200)
  func neverNegativeNeverOutside(seed: UInt64) {
    var numbers = SeededNumbers(seed)
    let rect = Rect(
      column: 3, row: -2, columns: Int.random(in: 0...30, using: &numbers), rows: Int.random(in: 0...9, using: &numbers)
    )
    let parts = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
      Bool.random(using: &numbers)
        ? Part.fixed([Int.min, -3, 0, 2, 9, Int.max].randomElement(using: &numbers) ?? 0)
        : Part.flex([Int.min, -1, 0, 1, 3, Int.max].randomElement(using: &numbers) ?? 0)
    }
    for sharing in 0...1 {
      let bands = rect.splitColumns(parts, sharing: sharing)
      #expect(bands.count == parts.count)
      for band in bands { #expect(band.isEmpty || band.intersection(rect) == band) }
      for (one, next) in zip(bands, bands.dropFirst()) {
        #expect(next.column >= one.column && next.column >= one.maxColumn - sharing)
      }
      #expect(rect.splitRows(parts, sharing: sharing).allSatisfy { $0.isEmpty || $0.intersection(rect) == $0 })
    }
  }
}
