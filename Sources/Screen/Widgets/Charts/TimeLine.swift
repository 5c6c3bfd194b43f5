/// A span of time as a line with marks on it, and above it the names of its parts; two rows.
package struct TimeLine: Widget, Hashable {
  /// What a mark says; each has a sign of its own in every glyph set.
  package enum Sign: Hashable, Sendable, CaseIterable {
    /// Something is due.
    case due
    /// It was due and is not done.
    case missed
    /// It is done.
    case done
    /// Today.
    case now
  }

  /// A sign at a place of the line.
  package struct Mark: Hashable, Sendable {
    /// 0 at the beginning, 1 at the end; held between them.
    package var place: Double
    package var sign: Sign
    package var role: Role

    package init(_ sign: Sign, at place: Double, _ role: Role) {
      self.sign = sign
      self.place = place
      self.role = role
    }
  }

  /// A name over the line.
  package struct Part: Hashable, Sendable {
    package var name: SafeText
    /// What stands for it where the names of all parts do not fit.
    package var brief: SafeText
    /// Where it begins, 0…1.
    package var place: Double

    package init(_ name: SafeText, brief: SafeText? = nil, at place: Double) {
      self.name = name
      self.brief = brief ?? name
      self.place = place
    }
  }

  /// Names over the line, each where its part begins. Where not all fit the brief ones stand there, and of these one that
  /// would touch the one before is left out.
  package var parts: [Part]
  /// How much of the span is over, 0…1.
  package var elapsed: Double
  /// Of marks in one cell the last is seen.
  package var marks: [Mark]

  package init(parts: [Part], elapsed: Double, marks: [Mark]) {
    self.parts = parts
    self.elapsed = elapsed
    self.marks = marks
  }

  package static let rows = 2

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect) { canvas in
      guard rect.columns > 0 else { return }
      drawNames(in: rect.top(1), on: &canvas)
      let line = rect.droppingTop(1).top(1)
      canvas.fill(line, canvas.glyphs.bars.track, Style(.track))
      canvas.fill(line.left(column(elapsed, line.columns)), canvas.glyphs.lines.horizontal, Style(.bar))
      for mark in [Mark(.now, at: elapsed, .pace)] + marks {
        let place = Point(column: line.column + column(mark.place, line.columns), row: line.row)
        canvas.put(canvas.glyphs.sign(mark.sign), at: place, mark.role)
      }
    }
  }

  private func drawNames(in rect: Rect, on canvas: inout Canvas) {
    let whole = placed(\.name, rect.columns, canvas.widths)
    let names = whole.count == parts.count ? whole : placed(\.brief, rect.columns, canvas.widths)
    for (name, start) in names { canvas.put(name, at: Point(column: rect.column + start, row: rect.row), .dim) }
  }

  /// The names that do not touch the one before, each with its first column.
  private func placed(
    _ name: (Part) -> SafeText, _ columns: Int, _ widths: DisplayWidth
  ) -> [(name: SafeText, start: Int)] {
    var free = 0
    return parts.compactMap { part in
      let start = column(part.place, columns)
      let end = start + widths.width(of: name(part))
      guard start >= free, end <= columns else { return nil }
      free = end + 1
      return (name(part), start)
    }
  }

  private func column(_ place: Double, _ columns: Int) -> Int {
    guard place.isFinite, columns > 1 else { return 0 }
    return Int((min(max(place, 0), 1) * Double(columns - 1)).rounded())
  }
}

extension Glyphs {
  /// The sign of a mark on a ``TimeLine``.
  package func sign(_ sign: TimeLine.Sign) -> SafeText {
    switch sign {
    case .due: "o"
    case .missed: "!"
    case .done: check
    case .now: bars.pace
    }
  }
}
