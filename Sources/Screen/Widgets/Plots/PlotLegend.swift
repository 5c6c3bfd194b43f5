/// What each curve of a plot is: a sample of it and its name, in as many lines as there are.
package struct PlotLegend: Widget, Hashable {
  /// One curve, area or sign.
  package struct Entry: Hashable, Sendable {
    /// What a sample is drawn with.
    package enum Sample: Hashable, Sendable {
      case pen(Pen)
      case sign(SafeText, Role)
    }

    package var sample: Sample
    package var name: Line

    package init(_ pen: Pen, _ name: Line) {
      sample = .pen(pen)
      self.name = name
    }

    package init(sign: SafeText, _ role: Role, _ name: Line) {
      sample = .sign(sign, role)
      self.name = name
    }
  }

  /// The most important first: what has no room is left out from the end.
  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Lines that it takes in a width of `columns`.
  package func rows(in columns: Int, _ widths: DisplayWidth) -> Int {
    (places(in: columns, widths).last?.row ?? -1) + 1
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      for (entry, place) in zip(entries, places(in: rect.columns, canvas.widths)) where place.row < rect.rows {
        let line = rect.droppingTop(place.row).top(1).droppingLeft(place.column)
        draw(entry.sample, in: line.left(PlotLegend.sample), on: &canvas)
        canvas.put(entry.name, in: line.droppingLeft(PlotLegend.sample + 1).left(place.columns - PlotLegend.sample - 1))
      }
    }
  }

  /// Cells of a sample.
  private static let sample = 4

  private func draw(_ sample: Entry.Sample, in rect: Rect, on canvas: inout Canvas) {
    switch sample {
    case .sign(let sign, let role): canvas.put(sign, in: rect, role, align: .center)
    case .pen(let pen):
      var field = DotField(columns: rect.columns, rows: 1)
      if pen.pattern == .shade {
        for x in 0..<field.width { field.column(x, from: 0, through: 3, pen) }
      } else {
        field.line(from: (0, 1), to: (Double(max(0, field.width - 1)), 1), pen)
      }
      canvas.draw(field, in: rect)
    }
  }

  /// Where each entry stands: a name that is wider than a line of its own is cut there.
  private func places(in columns: Int, _ widths: DisplayWidth) -> [(row: Int, column: Int, columns: Int)] {
    var row = 0
    var used = 0
    return entries.map { entry in
      let width = min(widths.width(of: entry.name) + PlotLegend.sample + 1, max(0, columns))
      if used > 0, used + width > columns {
        row += 1
        used = 0
      }
      defer { used += width + 2 }
      return (row, used, width)
    }
  }
}
