import Screen
import Testing
import Themes

/// The two colours of a cell as a terminal shows them: its palette is xterm's, its own default colours are those that the
/// theme declares for its page.
struct ShownColors {
  let ink: ThemeColor.RGB
  let ground: ThemeColor.RGB

  init(_ theme: Theme, _ style: Style, _ depth: ColorDepth) throws {
    let look = theme.look(of: style, depth)
    let ink = try Self.color(look.foreground, else: theme.page.foreground)
    let ground = try Self.color(look.background, else: theme.page.background)
    (self.ink, self.ground) = look.reverse ? (ground, ink) : (ink, ground)
  }

  private static func color(_ color: ResolvedColor, else page: ThemeColor) throws -> ThemeColor.RGB {
    switch color {
    case .standard: try #require(page.rgb)
    case .indexed(let index): Palette.color(of: index)
    case .rgb(let rgb): rgb
    }
  }

  var contrast: Double { ink.contrast(to: ground) }
}

extension Theme {
  /// One that is compiled in.
  static func own(_ name: String) throws -> Theme {
    try Theme.read(toml: try #require(Themes.all[name]), name: name)
  }
}
