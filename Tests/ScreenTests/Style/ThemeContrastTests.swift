import Screen
import Testing
import Themes

/// WCAG 2.2: text 4.5 : 1 (1.4.3), marks 3 : 1 (1.4.11), the high-contrast theme 7 : 1 (1.4.6) throughout.
@Suite("Contrast of every theme")
struct ThemeContrastTests {
  /// Roles that only lines, bars and other marks have.
  static let marks: Set<Role> = [.border, .borderFocused, .track, .bar, .pace]
  static let depths = [ColorDepth.trueColor, .indexed256, .ansi16]

  @Test(
    "every role on its ground, on the selection, and as a ground itself", arguments: Themes.all.keys.sorted(), depths)
  func everyPair(name: String, depth: ColorDepth) throws {
    let theme = try Theme.own(name)
    for role in Role.allCases {
      let least = name == "high-contrast" ? 7 : Self.marks.contains(role) ? 3 : 4.5
      for (selected, filled) in [(false, false), (true, false), (false, true), (true, true)] {
        let style = Style(role, selected: selected, filled: filled)
        let contrast = try ShownColors(theme, style, depth).contrast
        #expect(contrast >= least, "\(role) selected \(selected) filled \(filled): \(contrast)")
        // How much dimmer a terminal makes what is dim nobody knows.
        let look = theme.look(of: style, depth)
        #expect(!look.dim, "\(role)")
        if case .indexed(0..<8) = look.foreground { #expect(!look.bold, "\(role): may be shown brighter") }
      }
    }
  }

  @Test("a painted page is painted at every depth, on the ground its colours are for")
  func grounds() throws {
    let black = ThemeColor.RGB(red: 0, green: 0, blue: 0)
    for (name, isPainted, ground) in [
      ("dark", true, ThemeColor.RGB(red: 0x10, green: 0x14, blue: 0x1C)), ("mono", false, nil),
      ("light", true, ThemeColor.RGB(red: 255, green: 255, blue: 255)), ("high-contrast", true, black),
      ("colour-blind", true, black), ("kiosk", true, black),
    ] {
      let theme = try Theme.own(name)
      #expect(theme.paintsPage == isPainted, "\(name)")
      if let ground { #expect(theme.page.background.rgb == ground, "\(name)") }
      for depth in Self.depths {
        for style in [Style(), Style(selected: true)] {
          let look = theme.look(of: style, depth)
          #expect(!isPainted || (look.foreground != .standard && look.background != .standard), "\(name) \(depth)")
        }
      }
    }
  }

  @Test("the measure is right")
  func measure() {
    let black = ThemeColor.RGB(red: 0, green: 0, blue: 0)
    let white = ThemeColor.RGB(red: 255, green: 255, blue: 255)
    #expect(abs(black.contrast(to: white) - 21) < 0.001)
    #expect(abs(ThemeColor.RGB(red: 0x77, green: 0x77, blue: 0x77).contrast(to: white) - 4.478) < 0.001)
    #expect(black.contrast(to: black) == 1)
  }

  @Test("the 256 colours are those that the reduction picks from")
  func palette() {
    for index in UInt8(16)...255 {
      let color = Palette.color(of: index)
      // Some greys stand in the cube as well.
      #expect(Palette.color(of: Palette.nearest256(to: color)) == color, "\(index)")
    }
    #expect(Palette.color(of: 9) == Palette.ansi[9])
  }
}
