/// The axes of a plot: where the curves go, and what stands beside and below them.
struct PlotAxes {
  /// Where the curves are drawn.
  let field: Rect
  private let marks: [(row: Int, label: SafeText)]
  private let ticks: [(column: Int, name: SafeText)]
  private let labelColumns: Int
  private let hasLine: Bool
  private let hasNames: Bool

  init(_ plot: Plot, in rect: Rect, _ widths: DisplayWidth) {
    hasNames = rect.rows >= 4 && rect.columns >= 16 && !plot.ticks.isEmpty
    hasLine = hasNames && rect.rows >= 9
    let rows = rect.rows - (hasNames ? 1 : 0) - (hasLine ? 1 : 0)
    let hasMarks = rows >= 3 && rect.columns >= 16
    // A mark every other row at most, so that labels stand apart.
    let scale = NiceScale(plot.y, atMost: min(max(2, rows / 2), 8))
    let labels = hasMarks ? scale.marks.map { (at: $0, label: plot.label($0, scale.step)) } : []
    labelColumns = labels.map { widths.width(of: $0.label) }.max() ?? 0
    let left = labels.isEmpty ? 0 : labelColumns + 1
    field = rect.top(rows).droppingLeft(left)
    let field = field
    var taken: Set<Int> = []
    marks = labels.compactMap { mark in
      guard let row = PlotAxes.cell(mark.at, plot.y, dots: field.rows * 4, per: 4) else { return nil }
      return taken.insert(row).inserted ? (field.maxRow - 1 - row, mark.label) : nil
    }
    ticks = hasNames ? PlotAxes.names(plot, in: field, widths) : []
  }

  func draw(on canvas: inout Canvas) {
    let lines = canvas.glyphs.lines
    let axis = field.column - 1
    if labelColumns > 0 {
      canvas.vline(at: Point(column: axis, row: field.row), rows: field.rows, .border)
      for mark in marks {
        canvas.put(lines.joint(1 | 2 | 4), at: Point(column: axis, row: mark.row), .border)
        let place = Rect(column: axis - labelColumns, row: mark.row, columns: labelColumns, rows: 1)
        canvas.put(mark.label, in: place, .dim, align: .right)
      }
    }
    if hasLine {
      let row = field.maxRow
      canvas.hline(at: Point(column: field.column, row: row), columns: field.columns, .border)
      if labelColumns > 0 { canvas.put(lines.joint(1 | 8), at: Point(column: axis, row: row), .border) }
      for tick in ticks { canvas.put(lines.joint(2 | 4 | 8), at: Point(column: tick.column, row: row), .border) }
    }
    for tick in ticks {
      canvas.put(tick.name, at: Point(column: tick.column, row: field.maxRow + (hasLine ? 1 : 0)), .dim)
    }
  }

  /// Where `value` lies in `range`: 0…1 inside it.
  static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let span = range.upperBound - range.lowerBound
    return span > 0 ? (value - range.lowerBound) / span : 0
  }

  /// The cell that the nearest of `dots` to `value` lies in; nil outside.
  private static func cell(_ value: Double, _ range: ClosedRange<Double>, dots: Int, per: Int) -> Int? {
    let dot = (share(value, range) * Double(max(0, dots - 1))).rounded()
    return dot >= 0 && dot < Double(dots) ? Int(dot) / per : nil
  }

  /// The names that have room: every one, every second, third … until none touches the next.
  private static func names(_ plot: Plot, in field: Rect, _ widths: DisplayWidth) -> [(column: Int, name: SafeText)] {
    let all = plot.ticks.compactMap { tick in
      cell(tick.x, plot.x, dots: field.columns * 2, per: 2).map { (column: field.column + $0, name: tick.name) }
    }
    for stride in [1, 2, 3, 4, 6, 12, 24, 60] {
      let some = all.indices.filter { $0 % stride == 0 }.map { all[$0] }
        .filter { $0.column + widths.width(of: $0.name) <= field.maxColumn }
      let touching = zip(some, some.dropFirst()).contains { $0.column + widths.width(of: $0.name) >= $1.column }
      if !touching { return some }
    }
    return []
  }
}
