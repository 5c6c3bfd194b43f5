import Screen
import Testing
import Themes
import Toml

@Suite("Theme files")
struct ThemeTests {
  @Test func thereAreSix() {
    #expect(Themes.all.keys.sorted() == ["colour-blind", "dark", "high-contrast", "kiosk", "light", "mono"])
  }

  @Test(arguments: Themes.all.keys.sorted())
  func ownThemesNameEveryRoleAndNothingElse(name: String) throws {
    let text = try #require(Themes.all[name])
    var unknown: [String] = []
    let theme = try Theme.read(toml: text, name: name) { unknown.append($0.key) }
    #expect(unknown == [])
    #expect(theme.name == name)
    #expect(theme.roles.count == Role.allCases.count)
    for role in Role.allCases { #expect(text.contains("\n\(role.name) = {"), "\(role)") }
  }

  @Test func aChartHasNoLineUnderItsBlocks() throws {
    let theme = try Theme.own("mono")
    var style = Style(.watch)
    #expect(theme.appearance(of: style).underline)
    style.isChart = true
    #expect(!theme.appearance(of: style).underline)
  }

  @Test func aStyleIsItsNumber() {
    #expect(Role.allCases.allSatisfy { $0.rawValue < 32 })
    for number in 0..<Style.count { #expect(Style(number: number).number == number) }
    for role in Role.allCases {
      var style = Style(role, selected: true, filled: true)
      style.isChart = true
      #expect(style.role == role && style.selected && style.filled && style.isChart)
      style.selected = false
      style.role = .text
      #expect(style == Style(number: style.number) && !style.selected && style.filled && style.isChart)
    }
  }

  @Test(arguments: Themes.all.keys.sorted())
  func aFilledCellHasItsColourAsItsGround(name: String) throws {
    let theme = try Theme.own(name)
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
    let theme = try Theme.own("mono")
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

  /// What those who word it are told of each kind of mistake.
  @Test(
    arguments: [
      ("[roles]\ndim = { fg = \"#12345\" }", 2, 14, "roles.dim.fg", ThemeFault.Reason.badColor("#12345")),
      ("[page]\nfg = []", 2, 6, "page.fg", .noColors), ("[page]\nfg = 7", 2, 6, "page.fg", .noColors),
      ("[page]\npaint = \"yes\"", 2, 9, "page.paint", .noFlag), ("[roles]\ndim = 1", 2, 7, "roles.dim", .noTable),
      ("a = \"\u{0}\"", 1, 6, "", .unusableText),
    ])
  func tellsWhatIsWrong(text: String, line: Int, column: Int, key: String, reason: ThemeFault.Reason) throws {
    let error = #expect(throws: ThemeError.self) { try Theme.read(toml: text, name: "bad") }
    let fault = ThemeFault(try #require(error))
    #expect(fault == ThemeFault(line: line, column: column, key: key, reason: reason))
  }

  @Test func tellsWhatAnUnknownKeyMayMean() throws {
    var faults: [ThemeFault] = []
    let theme = try Theme.read(toml: "[roles]\nlaging = { bold = true }\nwatch = { bold = true }", name: "t") {
      faults.append(ThemeFault(unknown: $0))
    }
    #expect(faults == [ThemeFault(line: 2, column: 1, key: "roles.laging", reason: .unknownKey(meant: "lagging"))])
    #expect(theme.roles[.watch]?.bold == true && theme.roles[.lagging]?.bold == false)
  }
}
