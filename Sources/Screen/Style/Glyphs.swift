/// Which characters the console may draw with (`--glyphs`).
package enum GlyphSet: String, Hashable, Sendable, CaseIterable {
  /// `+ - | #` only: any terminal, any font.
  case ascii
  /// Nothing whose width a terminal may take as one or two: braille, light shade, check and cross.
  case safe
  /// Light box lines, eighth blocks, braille, small marks.
  case full
}

/// The lines and joints that panels are framed with; each one cell.
package struct LineGlyphs: Hashable, Sendable {
  package let horizontal: SafeText
  package let vertical: SafeText
  /// By the arms that meet in the cell: 1 up, 2 down, 4 left, 8 right, added.
  private let joints: [SafeText]

  init(joints: [SafeText]) {
    self.joints = joints
    horizontal = joints.indices.contains(12) ? joints[12] : "-"
    vertical = joints.indices.contains(3) ? joints[3] : "|"
  }

  /// The character for the arms that meet: 1 up, 2 down, 4 left, 8 right, added; a blank for none.
  package func joint(_ arms: UInt8) -> SafeText { joints.indices.contains(Int(arms)) ? joints[Int(arms)] : " " }

  static let plain = LineGlyphs(
    joints: [" ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+"])
  static let box = LineGlyphs(
    joints: [" ", "│", "│", "│", "─", "╯", "╮", "┤", "─", "╰", "╭", "├", "─", "┴", "┬", "┼"])
}

/// What bars are filled with; each one cell.
package struct BarGlyphs: Hashable, Sendable {
  /// Growing fillings from the left, the whole cell last.
  package let fromLeft: [SafeText]
  /// Growing fillings from the right, the whole cell last.
  package let fromRight: [SafeText]
  /// A whole cell of what lies behind the pace, and of what lies ahead of it; they differ where colour alone would not
  /// tell.
  package let behind: SafeText
  package let ahead: SafeText
  /// The empty part of a gauge.
  package let track: SafeText
  /// The mark of the pace.
  package let pace: SafeText
  /// What stands before and after a bar.
  package let open: SafeText
  package let close: SafeText
  /// The bar goes on beyond the left or right end.
  package let beyondLeft: SafeText
  package let beyondRight: SafeText
}

/// Every sign that is no text, by glyph set; each takes one cell at the width it was made for.
package struct Glyphs: Hashable, Sendable {
  /// The set really used.
  package let set: GlyphSet
  package let lines: LineGlyphs
  package let bars: BarGlyphs
  /// From the lowest to the highest value of a sparkline.
  package let sparks: [SafeText]
  /// A value that is not known, in a sparkline.
  package let unknown: SafeText
  package let check: SafeText
  package let cross: SafeText
  /// In the first column of the selected row.
  package let selection: SafeText
  /// Sorted upwards, downwards; more rows above, below.
  package let up: SafeText
  package let down: SafeText
  /// More to the left, to the right.
  package let left: SafeText
  package let right: SafeText
  package let bullet: SafeText
  /// Ends text that was cut.
  package let ellipsis: SafeText
  /// A lit cell of the large digits.
  package let block: SafeText

  /// The signs of a set. `full` holds signs of ambiguous width, so that with `ambiguousWidth` 2 it becomes `safe`.
  package init(_ wanted: GlyphSet, ambiguousWidth: Int = 1) {
    self = Glyphs.made[wanted == .full && ambiguousWidth == 2 ? .safe : wanted] ?? Glyphs(making: wanted)
  }

  /// Every picture asks for them.
  private static let made = Dictionary(uniqueKeysWithValues: GlyphSet.allCases.map { ($0, Glyphs(making: $0)) })

  private init(making wanted: GlyphSet) {
    set = wanted
    (unknown, selection, left, right) = ("?", ">", "<", ">")
    switch set {
    case .ascii:
      lines = .plain
      bars = .ascii
      sparks = [".", "-", "=", "+", "*", "#"]
      (check, cross, up, down, bullet, ellipsis, block) = ("v", "x", "^", "v", "-", "~", "#")
    case .safe:
      lines = .plain
      bars = .safe
      sparks = ["⣀", "⣤", "⣶", "⣿"]
      (check, cross, up, down, bullet, ellipsis, block) = ("✓", "✗", "▴", "▾", "▸", "~", "⣿")
    case .full:
      lines = .box
      bars = .full
      sparks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
      (check, cross, up, down, bullet, ellipsis, block) = ("✓", "✗", "▴", "▾", "•", "…", "█")
    }
  }
}

extension Glyphs {
  /// A cell of two by four dots, for curves and maps: bit 0 to 7 are the dots 1 to 8 of braille (1 to 3 and 7 down the
  /// left side, 4 to 6 and 8 down the right). ASCII has a sign for how many there are.
  package func dots(_ bits: UInt8) -> SafeText {
    if bits == 0 { return " " }
    guard set == .ascii else {
      return Unicode.Scalar(0x2800 + UInt32(bits)).map { SafeText(String($0)) } ?? " "
    }
    return bits.nonzeroBitCount < 3 ? "." : bits.nonzeroBitCount < 6 ? "+" : "#"
  }
}

extension BarGlyphs {
  static let ascii = BarGlyphs(
    fromLeft: ["#"], fromRight: ["#"], behind: "#", ahead: "+", track: ".", pace: "|", open: "[", close: "]",
    beyondLeft: "<", beyondRight: ">")
  static let safe = BarGlyphs(
    fromLeft: ["⡇", "⣿"], fromRight: ["⢸", "⣿"], behind: "⣿", ahead: "⣿", track: "░", pace: "|", open: "[", close: "]",
    beyondLeft: "<", beyondRight: ">")
  static let full = BarGlyphs(
    fromLeft: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], fromRight: ["▐", "█"], behind: "█", ahead: "█", track: "·",
    pace: "│", open: "▕", close: "▏", beyondLeft: "◂", beyondRight: "▸")
}
