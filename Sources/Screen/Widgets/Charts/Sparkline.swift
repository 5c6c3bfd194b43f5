/// The course of a few values, one cell each; the latest at the right end.
package struct Sparkline: Widget, Hashable {
  /// Oldest first; nil: not known.
  package var values: [Double?]
  /// What the highest sign stands for; nil: the greatest of the values.
  package var top: Double?
  package var role: Role

  package init(_ values: [Double?], top: Double? = nil, role: Role = .bar) {
    self.values = values
    self.top = top
    self.role = role
  }

  /// The latest values stay where there is not room for all; with room to spare it stands at the left.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.clipped(to: rect.top(1)) { canvas in
      let shown = values.suffix(rect.columns)
      let highest = top ?? values.compactMap(\.self).filter(\.isFinite).max() ?? 0
      for (offset, value) in shown.enumerated() {
        let place = Point(column: rect.column + offset, row: rect.row)
        guard let value, value.isFinite else {
          canvas.put(canvas.glyphs.unknown, at: place, .dim)
          continue
        }
        canvas.put(Self.sign(for: value, of: highest, canvas.glyphs.sparks), at: place, role)
      }
    }
  }

  private static func sign(for value: Double, of highest: Double, _ signs: [SafeText]) -> SafeText {
    guard let lowest = signs.first else { return " " }
    guard value > 0, highest > 0 else { return lowest }
    let share = (value / highest * Double(signs.count)).rounded(.up)
    guard share >= 1 else { return lowest }
    return signs[Int(min(share, Double(signs.count))) - 1]
  }
}
