import Screen
import Testing
import Themes
import Toml

@Suite("Theme files")
struct ThemeTests {
  static let colored = ["dark", "light"]

  private func theme(_ name: String) throws -> Theme {
    try Theme.read(toml: try #require(Themes.all[name]), name: name)
  }

  @Test(arguments: ["dark", "light", "mono"])
  func ownThemesNameEveryRoleAndNothingElse(name: String) throws {
    let text = try #require(Themes.all[name])
    var unknown: [String] = []
    let theme = try Theme.read(toml: text, name: name) { unknown.append($0.key) }
    #expect(unknown == [])
    #expect(theme.name == name)
    #expect(theme.roles.count == Role.allCases.count)
    for role in Role.allCases { #expect(text.contains("\n\(role.name) = {"), "\(role)") }
  }

  /// Relative luminance and contrast as WCAG 2 defines them.
  private func contrast(_ one: ThemeColor.RGB, _ other: ThemeColor.RGB) -> Double {
    func luminance(_ color: ThemeColor.RGB) -> Double {
      let parts = [color.red, color.green, color.blue].map { value in
        let share = Double(value) / 255
        return share <= 0.03928 ? share / 12.92 : gamma((share + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// x to the power of 2.4, for 0…1: the fifth root of x to the twelfth, by Newton's rule.
  private func gamma(_ x: Double) -> Double {
    let x4 = x * x * x * x
    let target = x4 * x4 * x4
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
    return root
  }

  @Test(arguments: colored, Role.allCases)
  func canBeRead(name: String, role: Role) throws {
    let theme = try theme(name)
    let least = [Role.dim, .border, .borderFocused, .track].contains(role) ? 3.0 : 4.5
    let pageText = try #require(theme.page.foreground.rgb)
    let page = try #require(theme.page.background.rgb)
    #expect(
      page == (name == "dark" ? .init(red: 0x10, green: 0x14, blue: 0x1C) : .init(red: 255, green: 255, blue: 255)))
    for selected in [false, true] {
      let look = theme.appearance(of: Style(role, selected: selected))
      let ratio = contrast(look.foreground.rgb ?? pageText, look.background.rgb ?? page)
      #expect(ratio >= least, "\(ratio)")
    }
  }

  @Test func contrastIsMeasuredRight() {
    let black = ThemeColor.RGB(red: 0, green: 0, blue: 0)
    let white = ThemeColor.RGB(red: 255, green: 255, blue: 255)
    #expect(abs(contrast(black, white) - 21) < 0.001)
    #expect(abs(contrast(ThemeColor.RGB(red: 0x77, green: 0x77, blue: 0x77), white) - 4.478) < 0.001)
  }

  @Test func statusTakesDifferentColours() throws {
    for name in Self.colored {
      let theme = try theme(name)
      let colors = [Role.onPace, .watch, .lagging, .silent].map { theme.roles[$0]?.foreground }
      #expect(Set(colors).count == 4)
      #expect(theme.roles[.lagging]?.bold == true)
    }
  }

  @Test(arguments: ["dark", "light", "mono"])
  func aFilledCellHasItsColourAsItsGround(name: String) throws {
    let theme = try theme(name)
    for role in [Role.lagging, .watch, .silent] {
      for selected in [false, true] {
        let plain = theme.appearance(of: Style(role, selected: selected))
        let filled = theme.appearance(of: Style(role, selected: selected, filled: true))
        #expect(filled.reverse && !filled.dim)
        #expect(filled.foreground == plain.foreground && filled.background == plain.background)
        #expect(filled.bold == plain.bold && filled.underline == plain.underline)
      }
    }
  }

  @Test func monoHasNoColoursAndStillTells() throws {
    let theme = try theme("mono")
    for look in theme.roles.values {
      #expect(look.foreground == .standard && look.background == .standard && !look.dim)
    }
    // 正常 looks plain as 已完成 and 未定目标 do: their words differ. What asks for attention differs in attributes.
    #expect(Set([Role.onPace, .watch, .lagging, .silent].map { theme.roles[$0] }).count == 4)
    #expect(theme.roles[.borderFocused] != theme.roles[.border])
    #expect(theme.selection.reverse)
  }

  @Test func readsAllWaysToWriteAColour() throws {
    let theme = try Theme.read(
      toml: """
        [roles]
        dim = { fg = "#ff0000", bg = "default" }
        key = { fg = "bright-blue", underline = true, reverse = true, dim = true }
        watch = { fg = ["#E5C07B", "yellow"] }
        """, name: "own")
    #expect(
      theme.roles[.dim] == Appearance(foreground: ThemeColor(rgb: .init(red: 255, green: 0, blue: 0), ansi: 9)))
    #expect(
      theme.roles[.key]
        == Appearance(foreground: ThemeColor(rgb: nil, ansi: 12), dim: true, underline: true, reverse: true))
    #expect(theme.roles[.watch]?.foreground == ThemeColor(rgb: .init(red: 0xE5, green: 0xC0, blue: 0x7B), ansi: 3))
    #expect(theme.roles[.lagging] == Appearance())
    #expect(theme.selection.reverse)
  }

  @Test func anEmptyThemeIsOne() throws {
    let theme = try Theme.read(toml: "", name: "none")
    #expect(theme.page == Appearance() && theme.selection.reverse && !theme.paintsPage)
  }

  @Test(
    arguments: [
      ("[roles]\ndim = { fg = \"#12345\" }", 2), ("[roles]\ndim = { fg = \"rouge\" }", 2),
      ("[roles]\n\nkey = { fg = \"#+12345\" }", 3), ("[page]\nfg = []", 2),
      ("[page]\nfg = [\"red\", \"red\", \"red\"]", 2),
      ("[page]\nfg = 7", 2), ("[page]\npaint = \"yes\"", 2), ("roles = 3", 1), ("[page", 1),
      ("[roles]\ndim = 1", 2),
    ])
  func saysWhereItIsWrong(text: String, line: Int) {
    #expect {
      try Theme.read(toml: text, name: "bad")
    } throws: { error in
      (error as? ThemeError)?.place.line == line && !"\(error)".isEmpty
    }
  }

  @Test func tellsKeysItDoesNotKnow() throws {
    var unknown: [String] = []
    _ = try Theme.read(toml: "[roles]\nlaging = { bold = true }\ndim = { blink = true }", name: "t") {
      unknown.append($0.key)
    }
    #expect(unknown == ["roles.laging", "roles.dim.blink"])
  }
}
