import Screen
import Testing

@Suite("Colours by depth")
struct ColorTests {
  private func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> ThemeColor.RGB {
    ThemeColor.RGB(red: red, green: green, blue: blue)
  }

  @Test func resolves() {
    let amber = ThemeColor(rgb: rgb(255, 175, 0), ansi: 11)
    #expect(resolve(amber, .mono) == .standard)
    #expect(resolve(amber, .ansi8) == .indexed(3))
    #expect(resolve(amber, .ansi16) == .indexed(11))
    #expect(resolve(amber, .indexed256) == .indexed(214))
    #expect(resolve(amber, .trueColor) == .rgb(rgb(255, 175, 0)))
    for depth in ColorDepth.allCases { #expect(resolve(.standard, depth) == .standard) }
  }

  @Test func brightBlackIsNeverBlackOnBlack() {
    #expect(resolve(ThemeColor(rgb: nil, ansi: 8), .ansi8) == .standard)
    #expect(resolve(ThemeColor(rgb: nil, ansi: 8), .ansi16) == .indexed(8))
  }

  @Test func namesServeWhereNoExactColourIsGiven() {
    #expect(resolve(ThemeColor(rgb: nil, ansi: 5), .trueColor) == .indexed(5))
  }

  @Test func nearestOf256() {
    #expect(Palette.nearest256(to: rgb(0, 0, 0)) == 16)
    #expect(Palette.nearest256(to: rgb(255, 255, 255)) == 231)
    #expect(Palette.nearest256(to: rgb(128, 128, 128)) == 244)
    #expect(Palette.nearest256(to: rgb(95, 135, 175)) == 67)
    #expect(Palette.nearest256(to: rgb(238, 238, 238)) == 255)
  }

  /// The palette's own colours, so that each must be its own nearest.
  @Test func fixedColoursAreTheirOwnNearest() {
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    for red in 0..<6 {
      for green in 0..<6 {
        for blue in 0..<6 {
          let index = Palette.nearest256(to: rgb(levels[red], levels[green], levels[blue]))
          #expect(Int(index) == 16 + 36 * red + 6 * green + blue)
        }
      }
    }
  }

  @Test func nearestOf16() {
    for (index, color) in Palette.ansi.enumerated() { #expect(Int(Palette.nearest16(to: color)) == index) }
    #expect(Palette.nearest16(to: rgb(250, 10, 10)) == 9)
  }

  @Test func selectionAlwaysShows() {
    let theme = Theme(
      name: "t", page: Appearance(),
      selection: Appearance(background: ThemeColor(rgb: rgb(40, 40, 60), ansi: nil), bold: true), roles: [:])
    #expect(theme.look(of: Style(.text, selected: true), .trueColor).reverse == false)
    #expect(theme.look(of: Style(.text, selected: true), .ansi16).reverse)
    #expect(theme.look(of: Style(.text, selected: true), .mono).reverse)
    #expect(theme.look(of: Style(.text), .mono).reverse == false)
  }

  /// A terminal that makes bold bright would show another colour than the theme names.
  @Test func boldNeverBrightensOneOf16() {
    func look(_ ansi: UInt8, _ depth: ColorDepth) -> ResolvedLook {
      let color = ThemeColor(rgb: rgb(1, 2, 3), ansi: ansi)
      let theme = Theme(
        name: "t", page: Appearance(), selection: Appearance(reverse: true),
        roles: [.banner: Appearance(foreground: color, background: ThemeColor(rgb: nil, ansi: 3), bold: true)])
      return theme.look(of: Style(.banner), depth)
    }
    for index in UInt8(0)..<16 {
      #expect(look(index, .ansi16).bold == (index >= 8), "\(index)")
      #expect(look(index, .ansi8).bold == (index != 0), "\(index)")
      #expect(look(index, .trueColor).bold && look(index, .indexed256).bold && look(index, .mono).bold)
    }
  }

  @Test func theSelectionOfAPaintedPageIsThePageReversed() {
    let page = Appearance(foreground: ThemeColor(rgb: nil, ansi: 15), background: ThemeColor(rgb: nil, ansi: 0))
    let theme = Theme(
      name: "t", page: page, selection: Appearance(background: ThemeColor(rgb: rgb(9, 9, 90), ansi: nil)),
      roles: [.watch: Appearance(foreground: ThemeColor(rgb: nil, ansi: 3))], paintsPage: true)
    let look = theme.look(of: Style(.watch, selected: true), .ansi16)
    #expect(look.reverse && look.foreground == .indexed(15) && look.background == .indexed(0))
  }

  @Test func paintsThePageWhereAsked() {
    var theme = Theme(
      name: "t", page: Appearance(background: ThemeColor(rgb: nil, ansi: 4)), selection: Appearance(reverse: true),
      roles: [:])
    #expect(theme.look(of: Style(), .ansi16).background == .standard)
    theme.paintsPage = true
    #expect(theme.look(of: Style(), .ansi16).background == .indexed(4))
  }
}
