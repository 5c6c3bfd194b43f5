/// What `--glyphs` and `--ambiguous-width` are to be in a terminal that draws signs so wide.
package struct WidthAdvice: Hashable, Sendable {
  /// How Chinese is drawn.
  package enum Chinese: Hashable, Sendable {
    /// Two cells a character, as it should be.
    case wide
    /// One cell for every byte: the terminal does not know UTF-8.
    case bytes
    /// Something else: what stands behind it in a row is out of place.
    case other(Int)
  }

  /// The richest set all of whose signs take one cell.
  package let glyphs: GlyphSet
  /// 1 or 2: the cells of most of the text of ambiguous width.
  package let ambiguousWidth: Int
  package let chinese: Chinese
  /// The signs that do not take the cells they have by this advice; nothing can be done about them.
  package let misfits: [WidthSign]

  /// - Parameter widths: the cells of each sign; a missing one is taken to be as it should be.
  package init(widths: [WidthSign: Int]) {
    let narrow = DisplayWidth(ambiguous: 1)
    func cells(_ sign: WidthSign) -> Int { widths[sign] ?? narrow.width(of: sign.text) }
    switch cells(.chinese) {
    case 2: chinese = .wide
    case 3: chinese = .bytes
    case let other: chinese = .other(other)
    }
    func fits(_ set: GlyphSet) -> Bool { WidthSign.allCases.allSatisfy { $0.set != set || cells($0) == 1 } }
    let best: GlyphSet = chinese == .bytes || !fits(.safe) ? .ascii : fits(.full) ? .full : .safe
    // What is left of ambiguous width where only text is: the signs that may stand in a name or a note.
    let text: [WidthSign] = [.ellipsis, .middleDot, .accent]
    let wide = text.count { cells($0) == 2 }
    let ambiguous = best == .full || wide * 2 < text.count ? 1 : 2
    let table = DisplayWidth(ambiguous: ambiguous)
    let drawn = WidthSign.allCases.filter { sign in
      switch sign.set {
      case nil: true
      case .safe: best != .ascii
      default: best == .full
      }
    }
    glyphs = best
    ambiguousWidth = ambiguous
    misfits = chinese == .bytes ? [] : drawn.filter { cells($0) != table.width(of: $0.text) }
  }

  /// Whether the settings draw nothing that is wider than they think.
  package func allows(_ glyphs: GlyphSet, ambiguousWidth: Int) -> Bool {
    let order: [GlyphSet] = [.ascii, .safe, .full]
    let used = Glyphs(glyphs, ambiguousWidth: ambiguousWidth).set
    let (own, best) = (order.firstIndex(of: used) ?? 0, order.firstIndex(of: self.glyphs) ?? 0)
    return own <= best && ambiguousWidth == self.ambiguousWidth
  }
}
