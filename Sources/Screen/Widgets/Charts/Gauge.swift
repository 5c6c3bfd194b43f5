/// How much of a target is done, with a mark where the pace would be.
package struct Gauge: Widget, Hashable {
  /// Per cent, drawn from 0 to 100; nil: not known, drawn empty.
  package var percent: Double?
  /// Per cent; nil: no mark.
  package var pace: Double?
  /// Role of the filled part.
  package var role: Role
  /// Whether a sign stands before and after it.
  package var bracketed: Bool

  package init(_ percent: Double?, pace: Double? = nil, role: Role = .bar, bracketed: Bool = true) {
    self.percent = percent
    self.pace = pace
    self.role = role
    self.bracketed = bracketed
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect.top(1)) { canvas in
      let inside = canvas.brackets(bracketed, in: rect)
      guard inside.columns > 0 else { return }
      let bars = canvas.glyphs.bars
      canvas.fill(inside, bars.track, Style(.track))
      let steps = filled(inside.columns, perCell: bars.fromLeft.count)
      if steps.whole > 0 { canvas.fill(inside.left(steps.whole), bars.whole, Style(role)) }
      if steps.rest > 0 {
        canvas.put(
          bars.fromLeft[steps.rest - 1], at: Point(column: inside.column + steps.whole, row: inside.row), role)
      }
      guard let pace, pace.isFinite else { return }
      let cell = (min(max(pace, 0), 100) / 100 * Double(inside.columns)).rounded()
      let column = inside.column + min(Int(cell), inside.columns - 1)
      canvas.put(bars.pace, at: Point(column: column, row: inside.row), .pace)
    }
  }

  /// The filled part. Only what is complete looks full, and only nothing looks empty if a cell has parts.
  private func filled(_ columns: Int, perCell: Int) -> Steps {
    guard let percent, percent > 0 else { return Steps(0, perCell: perCell, in: columns) }
    let cells = percent / 100 * Double(columns)
    let part = 1 / Double(perCell)
    let least = perCell > 1 ? part : 0
    let most = percent < 100 ? Double(columns) - part : Double(columns)
    return Steps(max(min(cells, most), least), perCell: perCell, in: columns)
  }
}

extension BarGlyphs {
  /// The whole cell of a bar that grows from the left.
  var whole: SafeText { fromLeft.last ?? "#" }
}
