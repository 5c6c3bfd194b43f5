/// Rows of label, figure and bar, as for the weeks of a year.
package struct BarChart: Widget, Hashable {
  /// One row.
  package struct Bar: Hashable, Sendable {
    package var label: SafeText
    /// What is drawn; nil: not known, no bar.
    package var value: Double?
    /// The figure as it is written.
    package var figure: SafeText
    /// Written after the bar.
    package var note: SafeText
    package var role: Role

    package init(
      _ label: SafeText, value: Double?, figure: SafeText, note: SafeText = .empty, role: Role = .bar
    ) {
      self.label = label
      self.value = value
      self.figure = figure
      self.note = note
      self.role = role
    }
  }

  package var bars: [Bar]
  /// What the longest bar stands for; nil: the greatest of the values.
  package var top: Double?

  package init(_ bars: [Bar], top: Double? = nil) {
    self.bars = bars
    self.top = top
  }

  /// The first bars that there are rows for; labels and figures in columns as wide as the widest.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      let widths = canvas.widths
      let labels = bars.map { widths.width(of: $0.label) }.max() ?? 0
      let figures = bars.map { widths.width(of: $0.figure) }.max() ?? 0
      let highest = top ?? bars.compactMap(\.value).filter(\.isFinite).max() ?? 0
      for (offset, bar) in bars.prefix(rect.rows).enumerated() {
        let row = rect.droppingTop(offset).top(1)
        canvas.put(bar.label, in: row.left(labels))
        canvas.put(bar.figure, in: row.droppingLeft(labels + 1).left(figures), align: .right)
        draw(bar, of: highest, in: row.droppingLeft(labels + figures + 2), on: &canvas)
      }
    }
  }

  private func draw(_ bar: Bar, of highest: Double, in rect: Rect, on canvas: inout Canvas) {
    let glyphs = canvas.glyphs.bars
    var end = rect.column
    if let value = bar.value, highest > 0 {
      let steps = Steps(value / highest * Double(rect.columns), perCell: glyphs.fromLeft.count, in: rect.columns)
      canvas.fill(rect.left(steps.whole), glyphs.whole, Style(bar.role))
      end += steps.whole
      if steps.rest > 0 {
        canvas.put(glyphs.fromLeft[steps.rest - 1], at: Point(column: end, row: rect.row), bar.role)
        end += 1
      }
    }
    canvas.put(bar.note, in: rect.droppingLeft(end - rect.column + 1), .dim)
  }
}
