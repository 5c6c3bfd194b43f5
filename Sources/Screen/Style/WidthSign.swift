/// A sign by which a terminal shows how wide it draws its kind.
package enum WidthSign: String, Hashable, Sendable, CaseIterable {
  case chinese
  case box
  case block
  case eighth
  case triangle
  case ellipsis
  case middleDot = "middle_dot"
  case braille
  case shade
  case check
  case cross
  case accent

  /// The sign itself.
  package var text: SafeText {
    switch self {
    case .chinese: "中"
    case .box: "─"
    case .block: "█"
    case .eighth: "▏"
    case .triangle: "▸"
    case .ellipsis: "…"
    case .middleDot: "·"
    case .braille: "⣿"
    case .shade: "░"
    case .check: "✓"
    case .cross: "✗"
    case .accent: "\u{E9}"
    }
  }

  /// The poorest set that draws with signs of this kind; nil: it is text, which every set may show.
  package var set: GlyphSet? {
    switch self {
    case .chinese, .accent: nil
    case .box, .block, .eighth, .ellipsis, .middleDot: .full
    case .triangle, .braille, .shade, .check, .cross: .safe
    }
  }
}
