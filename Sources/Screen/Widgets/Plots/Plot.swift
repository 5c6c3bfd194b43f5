/// Curves over time in a frame of axes: round marks at the left, names of spans below.
package struct Plot: Widget {
  /// A place in the plot's own units.
  package struct Place: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A line through places, in the order of `x`; it is broken where one is not a number.
  package struct Curve: Hashable, Sendable {
    package var places: [Place]
    package var pen: Pen

    package init(_ places: [Place], _ pen: Pen) {
      self.places = places
      self.pen = pen
    }
  }

  /// The area between two lines with the same `x`.
  package struct Band: Hashable, Sendable {
    package var low: [Place]
    package var high: [Place]
    package var pen: Pen

    package init(low: [Place], high: [Place], _ pen: Pen) {
      self.low = low
      self.high = high
      self.pen = pen
    }
  }

  /// A sign at a place, above all curves.
  package struct Mark: Hashable, Sendable {
    package var place: Place
    package var sign: SafeText
    package var role: Role

    package init(_ place: Place, _ sign: SafeText, _ role: Role) {
      self.place = place
      self.sign = sign
      self.role = role
    }
  }

  /// Where a span begins on the lower axis, and its name.
  package struct Tick: Hashable, Sendable {
    package var x: Double
    package var name: SafeText

    package init(_ x: Double, _ name: SafeText) {
      self.x = x
      self.name = name
    }
  }

  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>
  package var ticks: [Tick]
  package var bands: [Band] = []
  package var curves: [Curve] = []
  package var marks: [Mark] = []
  /// What is written beside a round mark; the second figure is the step between marks.
  package var label: @Sendable (Double, Double) -> SafeText

  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, ticks: [Tick] = [],
    label: @escaping @Sendable (Double, Double) -> SafeText
  ) {
    self.x = x
    self.y = y
    self.ticks = ticks
    self.label = label
  }

  /// In a small rectangle first the line of the lower axis is left out, then the names and marks.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      let axes = PlotAxes(self, in: rect, canvas.widths)
      axes.draw(on: &canvas)
      var field = DotField(columns: axes.field.columns, rows: axes.field.rows)
      for band in bands { add(band, to: &field) }
      for curve in curves {
        for (a, b) in zip(curve.places, curve.places.dropFirst()) {
          field.line(from: dot(a, field), to: dot(b, field), curve.pen)
        }
      }
      canvas.draw(field, in: axes.field)
      canvas.clipped(to: axes.field) { canvas in
        for mark in marks { draw(mark, field, in: axes.field, on: &canvas) }
      }
    }
  }

  private func draw(_ mark: Mark, _ field: DotField, in rect: Rect, on canvas: inout Canvas) {
    let (x, y) = dot(mark.place, field)
    guard x.isFinite, y.isFinite, x >= 0, y >= 0, x < Double(field.width), y < Double(field.height) else { return }
    let place = Point(column: rect.column + Int(x) / 2, row: rect.maxRow - 1 - Int(y) / 4)
    canvas.put(mark.sign, at: place, mark.role)
  }

  private func add(_ band: Band, to field: inout DotField) {
    let low = band.low.map { dot($0, field) }
    let high = band.high.map { dot($0, field) }
    for index in 0..<max(0, min(low.count, high.count) - 1) {
      let (a, b) = (low[index].x, low[index + 1].x)
      guard a.isFinite, b.isFinite, b > a, b >= 0, a < Double(field.width) else { continue }
      let first = Int(max(0, a.rounded()))
      let last = Int(min(b.rounded(), Double(field.width)))
      for x in first...max(first, last) {
        let share = min(max((Double(x) - a) / (b - a), 0), 1)
        let bottom = low[index].y + (low[index + 1].y - low[index].y) * share
        let top = high[index].y + (high[index + 1].y - high[index].y) * share
        field.column(x, from: bottom, through: top, band.pen)
      }
    }
  }

  /// Where a place lies among the dots.
  private func dot(_ place: Place, _ field: DotField) -> (x: Double, y: Double) {
    (
      PlotAxes.share(place.x, x) * Double(max(0, field.width - 1)),
      PlotAxes.share(place.y, y) * Double(max(0, field.height - 1))
    )
  }
}
