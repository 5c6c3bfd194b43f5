/// How many colours a terminal has.
package enum ColorDepth: String, Hashable, Sendable, CaseIterable {
  /// None: bold, underline and reverse only (`NO_COLOR`, `--color never`).
  case mono
  case ansi8
  case ansi16
  case indexed256
  case trueColor
}

/// A colour as a terminal of a certain depth is told it.
package enum ResolvedColor: Hashable, Sendable {
  /// The terminal's own default colour.
  case standard
  /// A place in its palette: 0…7, 0…15 or 0…255 by depth.
  case indexed(UInt8)
  case rgb(ThemeColor.RGB)
}

/// What a terminal of `depth` shows for `color`.
///
/// With 8 colours the bright ones become their plain twins, and bright black, which would vanish on black, the default.
package func resolve(_ color: ThemeColor, _ depth: ColorDepth) -> ResolvedColor {
  switch depth {
  case .mono: .standard
  case .ansi8:
    switch color.ansi {
    case .none, .some(8): .standard
    case .some(let index): .indexed(index & 7)
    }
  case .ansi16: color.ansi.map { .indexed($0 & 15) } ?? .standard
  case .indexed256:
    color.rgb.map { .indexed(Palette.nearest256(to: $0)) } ?? color.ansi.map { .indexed($0 & 15) } ?? .standard
  case .trueColor: color.rgb.map { .rgb($0) } ?? color.ansi.map { .indexed($0 & 15) } ?? .standard
  }
}

/// The look of a cell as a terminal of a certain depth is told it.
package struct ResolvedLook: Hashable, Sendable {
  package var foreground: ResolvedColor
  package var background: ResolvedColor
  package var bold: Bool
  package var dim: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(
    foreground: ResolvedColor = .standard, background: ResolvedColor = .standard, bold: Bool = false, dim: Bool = false,
    underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }
}

extension ResolvedLook {
  /// Many terminals show what is bold in one of the first eight colours in its bright twin. Where there are 16 colours, a
  /// theme means the one it names; and black would become grey, which on yellow or white nobody can read.
  fileprivate func isBrightened(at depth: ColorDepth) -> Bool {
    guard bold, case .indexed(let index) = foreground else { return false }
    return depth == .ansi16 && index < 8 || depth == .ansi8 && index == 0
  }
}

extension Theme {
  /// How a style looks on a terminal of `depth`.
  ///
  /// A selected cell always stands out: where the depth has no colour for the theme's selection, it is reversed.
  package func look(of style: Style, _ depth: ColorDepth) -> ResolvedLook {
    let appearance = appearance(of: style)
    var look = ResolvedLook(
      foreground: resolve(appearance.foreground, depth), background: resolve(appearance.background, depth),
      bold: appearance.bold, dim: appearance.dim, underline: appearance.underline, reverse: appearance.reverse)
    // Bright black has no twin among the 8 colours: the attribute makes up for it.
    if depth == .ansi8, appearance.foreground.ansi == 8 { look.dim = true }
    if style.selected, !selection.reverse, resolve(selection.background, depth) == .standard {
      look.reverse = true
      look.dim = false
      look.background = .standard
      look.foreground = .standard
    }
    if paintsPage {
      if look.foreground == .standard { look.foreground = resolve(page.foreground, depth) }
      if look.background == .standard { look.background = resolve(page.background, depth) }
    }
    if look.isBrightened(at: depth) { look.bold = false }
    return look
  }
}
