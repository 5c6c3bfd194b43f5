/// Curves of dots finer than cells, two by four in each: braille, or a sign a cell where the glyph set has none.
///
/// Dots are counted from the left and from the bottom. Every call is total: what lies outside is left out.
package struct DotField: Widget, Hashable {
  package let columns: Int
  package let rows: Int
  private var cells: [DotCell]

  private struct DotCell: Hashable, Sendable {
    var bits: UInt8 = 0
    var pen: Pen?
  }

  /// An empty field for a rectangle of that many cells; no larger than the largest frame.
  package init(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows).clamped
    self.columns = size.columns
    self.rows = size.rows
    cells = Array(repeating: DotCell(), count: size.columns * size.rows)
  }

  /// Dots from left to right, and from bottom to top.
  package var width: Int { columns * 2 }
  package var height: Int { rows * 4 }

  /// Sets a dot, if the pen's pattern sets it.
  package mutating func plot(_ x: Int, _ y: Int, _ pen: Pen) {
    guard x >= 0, x < width, y >= 0, y < height, pen.sets(x, y) else { return }
    let down = height - 1 - y
    let index = down / 4 * columns + x / 2
    let bit = DotField.bits[down % 4 * 2 + x % 2]
    let rank = cells[index].pen?.rank ?? 0
    if cells[index].pen == nil || pen.rank > rank {
      cells[index] = DotCell(bits: bit, pen: pen)
    } else if pen.rank == rank {
      cells[index].bits |= bit
    }
  }

  /// A line between two dots. A solid or bold one has no gaps however steep it is; what is not a number is left out.
  package mutating func line(from a: (x: Double, y: Double), to b: (x: Double, y: Double), _ pen: Pen) {
    let (a, b) = a.x <= b.x ? (a, b) : (b, a)
    guard [a.x, a.y, b.x, b.y].allSatisfy(\.isFinite), b.x >= 0, a.x < Double(width) else { return }
    let first = DotField.place(max(a.x, 0), width)
    let last = DotField.place(b.x, width - 1)
    guard first <= last else { return }
    func height(_ x: Double) -> Double {
      let share = b.x > a.x ? min(max((x - a.x) / (b.x - a.x), 0), 1) : x <= a.x ? 0 : 1
      return a.y + (b.y - a.y) * share
    }
    for x in first...last {
      if pen.pattern == .solid || pen.pattern == .bold {
        // A column's part of the line: where the line goes on, the dot on the boundary is the neighbour's.
        let (left, right) = (height(Double(x) - 0.5), height(Double(x) + 0.5))
        let inset = min(0.5, (right - left).magnitude / 2) * (right < left ? -1 : 1)
        let from = Double(x) - 0.5 > a.x ? left + inset : left
        let to = Double(x) + 0.5 < b.x ? right - inset : right
        // Thick downwards, but for what lies on the ground.
        let thick = pen.pattern == .bold && min(from, to) >= 1 ? 1.0 : 0
        column(x, from: min(from, to) - thick, through: max(from, to), pen)
      } else {
        plot(x, DotField.place(height(Double(x)), self.height), pen)
      }
    }
  }

  /// The dots of a column from `low` through `high`, in either order.
  package mutating func column(_ x: Int, from low: Double, through high: Double, _ pen: Pen) {
    let from = DotField.place(min(low, high), height)
    let to = DotField.place(max(low, high), height)
    guard to >= 0, from < height else { return }
    for y in max(0, from)...max(0, from, min(to, height - 1)) { plot(x, y, pen) }
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      let hasDots = canvas.glyphs.set != .ascii
      for (index, cell) in cells.enumerated() where cell.bits != 0 {
        guard let pen = cell.pen else { continue }
        let place = Point(column: rect.column + index % columns, row: rect.row + index / columns)
        canvas.put(hasDots ? canvas.glyphs.dots(cell.bits) : pen.sign, at: place, pen.role)
      }
    }
  }

  /// The nearest dot, held to just outside the field on either side.
  private static func place(_ value: Double, _ most: Int) -> Int {
    value.isNaN ? -1 : Int(min(max(value.rounded(), -1), Double(most)))
  }

  /// The bit of each dot of a cell, row by row from the top.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
}
