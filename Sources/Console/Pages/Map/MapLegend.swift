import Screen

/// What the colours mean: mark, word, bound and how many districts of every class, as much as fits into a line.
struct MapLegend {
  private let scale: MapScale
  private let language: Language

  init(_ scale: MapScale, _ language: Language) {
    self.scale = scale
    self.language = language
  }

  /// The longest form that fits into `columns`; marks and counts are never left out.
  func line(_ columns: Int, _ widths: DisplayWidth) -> Line {
    let note = scale.isDefault ? Line("  " + language(CommonWord.assumed), .dim) : .empty
    let forms = [
      classes(bounds: true, empty: true) + note, classes(bounds: true, empty: false) + note,
      classes(bounds: false, empty: false) + note, classes(bounds: false, empty: false), marks,
    ]
    return forms.first { widths.width(of: $0) <= columns } ?? forms[forms.count - 1]
  }

  /// Words only where there is no mark.
  private var marks: Line {
    let parts = scale.classes.enumerated().compactMap { index, band -> Line? in
      guard scale.counts[index] > 0 else { return nil }
      let sign = band.mark == "  " ? band.word.text(language) + " " : band.mark
      return [Span(sign, band.role), Span("\(scale.counts[index])", .title)]
    }
    return .joined(parts, separator: "  ")
  }

  private func classes(bounds: Bool, empty: Bool) -> Line {
    let parts = scale.classes.enumerated().compactMap { index, band -> Line? in
      let count = scale.counts[index]
      guard empty || count > 0 else { return nil }
      let role: Role = count > 0 ? band.role : .dim
      var line: Line = [Span(band.mark, role), Span(band.word.text(language), role)]
      if bounds, !band.bound.isEmpty { line.append(" " + band.bound, .dim) }
      line.append(" \(count)", count > 0 ? .title : .dim)
      return line
    }
    return .joined(parts, separator: "  ")
  }
}
