/// How far something is behind its pace (to the left of the middle mark) or ahead of it (to the right).
package struct DeviationBar: Widget, Hashable {
  /// Percentage points; negative is behind. nil: not known, nothing is drawn but the mark.
  package var deviation: Double?
  /// Percentage points that one cell stands for.
  package var pointsPerCell: Double
  /// Share of the bar, in percent, that lies to the left of the mark.
  package var behindShare: Int
  /// Role of the part behind the pace: that of its status.
  package var behind: Role
  /// Role of the part ahead of the pace.
  package var ahead: Role
  /// Whether a sign stands before and after it.
  package var bracketed: Bool

  package init(
    _ deviation: Double?, pointsPerCell: Double = 1, behindShare: Int = 77, behind: Role = .lagging,
    ahead: Role = .onPace, bracketed: Bool = true
  ) {
    self.deviation = deviation
    self.pointsPerCell = pointsPerCell
    self.behindShare = behindShare
    self.behind = behind
    self.ahead = ahead
    self.bracketed = bracketed
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect.top(1)) { canvas in
      let inside = canvas.brackets(bracketed, in: rect)
      guard inside.columns > 0 else { return }
      let left = (inside.columns - 1) * min(max(behindShare, 0), 100) / 100
      let mark = inside.column + left
      if let deviation, deviation.isFinite, pointsPerCell > 0 {
        let cells = deviation / pointsPerCell
        drawBehind(-cells, in: inside.left(left), on: &canvas)
        drawAhead(cells, in: inside.droppingLeft(left + 1), on: &canvas)
      }
      canvas.put(canvas.glyphs.bars.pace, at: Point(column: mark, row: inside.row), .pace)
    }
  }

  private func drawBehind(_ cells: Double, in rect: Rect, on canvas: inout Canvas) {
    let bars = canvas.glyphs.bars
    let steps = Steps(cells, perCell: bars.fromRight.count, in: rect.columns)
    guard steps.whole > 0 || steps.rest > 0 else { return }
    canvas.fill(rect.right(steps.whole), bars.behind, Style(behind))
    if steps.rest > 0 {
      let place = Point(column: rect.maxColumn - steps.whole - 1, row: rect.row)
      canvas.put(bars.fromRight[steps.rest - 1], at: place, behind)
    }
    if steps.beyond { canvas.put(bars.beyondLeft, at: rect.origin, behind) }
  }

  private func drawAhead(_ cells: Double, in rect: Rect, on canvas: inout Canvas) {
    let bars = canvas.glyphs.bars
    let steps = Steps(cells, perCell: bars.fromLeft.count, in: rect.columns)
    guard steps.whole > 0 || steps.rest > 0 else { return }
    canvas.fill(rect.left(steps.whole), bars.ahead, Style(ahead))
    if steps.rest > 0 {
      canvas.put(
        bars.fromLeft[steps.rest - 1], at: Point(column: rect.column + steps.whole, row: rect.row), ahead)
    }
    if steps.beyond { canvas.put(bars.beyondRight, at: Point(column: rect.maxColumn - 1, row: rect.row), ahead) }
  }
}

/// A length in cells as whole cells and a rest in parts of a cell, rounded to the nearest part.
struct Steps {
  /// Whole cells.
  let whole: Int
  /// Parts of the next cell: 0 up to one less than a cell has.
  let rest: Int
  /// Whether it would have been longer than there is room for.
  let beyond: Bool

  /// Nothing for lengths that are negative or not finite.
  init(_ cells: Double, perCell: Int, in room: Int) {
    let most = Double(max(0, room) * perCell)
    let parts = (cells * Double(perCell)).rounded()
    guard parts.isFinite, parts > 0, room > 0, perCell > 0 else {
      (whole, rest, beyond) = (0, 0, false)
      return
    }
    beyond = parts > most
    let count = Int(min(parts, most))
    (whole, rest) = count.quotientAndRemainder(dividingBy: perCell)
  }
}

extension Canvas {
  /// Draws the signs around a bar, where wanted and there is room, and gives what is left between them.
  mutating func brackets(_ wanted: Bool, in rect: Rect) -> Rect {
    let line = rect.top(1)
    guard wanted, line.columns > 2 else { return line }
    put(glyphs.bars.open, at: line.origin, .track)
    put(glyphs.bars.close, at: Point(column: line.maxColumn - 1, row: line.row), .track)
    return line.inset(columns: 1, rows: 0)
  }
}
