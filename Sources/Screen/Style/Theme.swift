/// A colour as a theme names it: for terminals with many colours and for those with 8 or 16.
package struct ThemeColor: Hashable, Sendable {
  /// Red, green and blue 0…255; nil: the terminal's own default colour.
  package var rgb: RGB?
  /// The colour of the 16 ANSI colours (0…15) used with 8 or 16 colours; nil: the terminal's own default colour.
  package var ansi: UInt8?

  package struct RGB: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  package init(rgb: RGB?, ansi: UInt8?) {
    self.rgb = rgb
    self.ansi = ansi
  }

  /// The terminal's own default colour.
  package static let standard = ThemeColor(rgb: nil, ansi: nil)
}

/// How one role looks.
package struct Appearance: Hashable, Sendable {
  package var foreground: ThemeColor
  package var background: ThemeColor
  package var bold: Bool
  package var dim: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(
    foreground: ThemeColor = .standard, background: ThemeColor = .standard, bold: Bool = false, dim: Bool = false,
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

/// A theme: data that gives each role its look.
package struct Theme: Hashable, Sendable {
  /// Its name: the file's, without `.toml`.
  package var name: String
  /// The page's own colours: those of a picture, and the ones the other colours are chosen to be read on.
  package var page: Appearance
  /// Whether a terminal is painted in the page's colours too; otherwise it keeps its own default colours.
  package var paintsPage: Bool
  /// How the selected row differs; its colours win where they are not standard.
  package var selection: Appearance
  /// The look of every role.
  package var roles: [Role: Appearance]

  package init(
    name: String, page: Appearance, selection: Appearance, roles: [Role: Appearance], paintsPage: Bool = false
  ) {
    self.name = name
    self.page = page
    self.paintsPage = paintsPage
    self.selection = selection
    self.roles = roles
  }

  /// No colours of its own, and only the selected row stands out: what holds until a theme is there.
  package static let plain = Theme(
    name: "", page: Appearance(), selection: Appearance(bold: true, reverse: true), roles: [:])

  /// How a style looks: its role's look, changed by the selection where it is selected. A role on a ground of its own
  /// keeps its colours, so that no pair of colours arises that nobody chose. A chart has no line under its blocks.
  package func appearance(of style: Style) -> Appearance {
    var look = unfilled(style)
    if style.isChart { look.underline = false }
    if style.filled {
      look.reverse = true
      look.dim = false
    }
    return look
  }

  private func unfilled(_ style: Style) -> Appearance {
    var look = roles[style.role] ?? Appearance()
    guard style.selected else { return look }
    if look.background == .standard {
      if selection.foreground != .standard { look.foreground = selection.foreground }
      look.background = selection.background
    }
    look.bold = look.bold || selection.bold
    look.underline = look.underline || selection.underline
    look.reverse = look.reverse != selection.reverse
    if selection.reverse { look.dim = false }
    return look
  }
}
