/// A number of columns and rows; never negative.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The largest frame there is: what a terminal claims beyond it stays empty.
  package static let largest = Size(columns: 1000, rows: 500)

  /// It, cut to ``largest``.
  package var clamped: Size {
    Size(columns: min(columns, Self.largest.columns), rows: min(rows, Self.largest.rows))
  }
}

/// A cell's place: column and row from 0 at the top left.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells. Its size is never negative and its place never far out, so that no range built from it can trap.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = Self.clampedPlace(column)
    self.row = Self.clampedPlace(row)
    self.columns = min(max(0, columns), Self.farthest)
    self.rows = min(max(0, rows), Self.farthest)
  }

  /// Places and sizes beyond it are cut to it.
  private static let farthest = 1_000_000

  /// A column or row, cut to where rectangles can lie.
  static func clampedPlace(_ value: Int) -> Int { min(max(value, -farthest), farthest) }

  /// The whole of a frame of `size`.
  package init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// Its first cell.
  package var origin: Point { Point(column: column, row: row) }
  package var size: Size { Size(columns: columns, rows: rows) }
  package var isEmpty: Bool { columns == 0 || rows == 0 }
  /// First column to the right of it.
  package var maxColumn: Int { column + columns }
  /// First row below it.
  package var maxRow: Int { row + rows }

  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < maxColumn && point.row >= row && point.row < maxRow
  }

  /// What both cover; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(maxColumn, other.maxColumn) - left, rows: min(maxRow, other.maxRow) - top)
  }

  /// Smaller by `columns` on both sides and `rows` above and below; nothing less than empty.
  package func inset(columns dc: Int, rows dr: Int) -> Rect {
    droppingLeft(dc).droppingRight(dc).droppingTop(dr).droppingBottom(dr)
  }

  /// The first `count` rows.
  package func top(_ count: Int) -> Rect { Rect(column: column, row: row, columns: columns, rows: min(count, rows)) }

  /// All but the first `count` rows.
  package func droppingTop(_ count: Int) -> Rect {
    let cut = min(max(0, count), rows)
    return Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
  }

  /// The last `count` rows.
  package func bottom(_ count: Int) -> Rect { droppingTop(rows - min(max(0, count), rows)) }

  /// All but the last `count` rows.
  package func droppingBottom(_ count: Int) -> Rect { top(rows - min(max(0, count), rows)) }

  /// The first `count` columns.
  package func left(_ count: Int) -> Rect { Rect(column: column, row: row, columns: min(count, columns), rows: rows) }

  /// All but the first `count` columns.
  package func droppingLeft(_ count: Int) -> Rect {
    let cut = min(max(0, count), columns)
    return Rect(column: column + cut, row: row, columns: columns - cut, rows: rows)
  }

  /// The last `count` columns.
  package func right(_ count: Int) -> Rect { droppingLeft(columns - min(max(0, count), columns)) }

  /// All but the last `count` columns.
  package func droppingRight(_ count: Int) -> Rect { left(columns - min(max(0, count), columns)) }

  /// A rectangle of `size` in its middle, cut to it.
  package func centered(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
  }
}
