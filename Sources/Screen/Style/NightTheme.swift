extension Theme {
  /// It for a dark room: every colour at half its light at most, so that a screen that never goes off wears less and
  /// dazzles nobody. Roles stay as far apart as they were.
  package var night: Theme {
    var theme = self
    theme.page = Theme.dimmed(page)
    theme.selection = Theme.dimmed(selection)
    theme.roles = roles.mapValues(Theme.dimmed)
    for role in Role.allCases where theme.roles[role] == nil { theme.roles[role] = Theme.dimmed(Appearance()) }
    return theme
  }

  /// What of a colour's light is left, in percent.
  private static let light = 50

  private static func dimmed(_ appearance: Appearance) -> Appearance {
    var dimmed = appearance
    dimmed.foreground = dimmer(appearance.foreground)
    dimmed.background = dimmer(appearance.background)
    dimmed.bold = false
    // What is in the terminal's own colour has nothing else to be dimmed by.
    dimmed.dim = !appearance.reverse && (appearance.foreground.rgb == nil)
    return dimmed
  }

  private static func dimmer(_ color: ThemeColor) -> ThemeColor {
    ThemeColor(
      rgb: color.rgb.map { rgb in
        let most = Int(max(rgb.red, rgb.green, rgb.blue))
        return ThemeColor.RGB(
          red: part(rgb.red, most), green: part(rgb.green, most), blue: part(rgb.blue, most))
      }, ansi: color.ansi.map { $0 == 15 ? 7 : $0 == 7 ? 8 : $0 > 8 ? $0 - 8 : $0 })
  }

  /// Dark colours lie close to the greys; drawn further from them, they stay colours where there are only 256.
  private static func part(_ value: UInt8, _ most: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: max(0, most - (most - Int(value)) * 3 / 2) * light / 100)
  }
}
