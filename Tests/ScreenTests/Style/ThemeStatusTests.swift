import Screen
import Testing
import Themes

/// Whether statuses can be told apart by colour, with and without a kind of cones. Words and marks say them, too.
@Suite("Status colours of every theme")
struct ThemeStatusTests {
  static let statuses: [Role] = [.onPace, .watch, .lagging, .silent, .done]

  /// The least distance of two statuses in the theme made for it, in ΔE*ab. What is just noticed, 2.3, holds for large
  /// fields side by side; thin strokes far apart need a multiple, and eight times that is beyond doubt. Okabe and Ito's
  /// own colours on black allow no more: yellow and white are 21.7 apart under tritanopia.
  static let apart = 20.0
  /// The least in every other theme: twice what is just noticed.
  static let noticed = 4.6

  private func distances(
    _ theme: Theme, _ depth: ColorDepth, _ deficiency: Deficiency?
  ) throws -> [(pair: Set<Role>, distance: Double)] {
    let colors = try Self.statuses.map { ($0, Lab(try ShownColors(theme, Style($0), depth).ink, deficiency)) }
    return colors.indices.flatMap { one in
      colors[(one + 1)...].map { ([colors[one].0, $0.0], colors[one].1.distance(to: $0.1)) }
    }
  }

  @Test("the colour-blind theme keeps all five apart", arguments: ThemeContrastTests.depths)
  func colourBlind(depth: ColorDepth) throws {
    let theme = try Theme.own("colour-blind")
    for deficiency in [nil] + Deficiency.allCases.map(Optional.init) {
      for (pair, distance) in try distances(theme, depth, deficiency) {
        #expect(distance >= Self.apart, "\(pair) \(String(describing: deficiency))")
      }
    }
  }

  /// In them 已完成 may look as 正常 does.
  @Test(
    "the other themes keep apart what asks for something", arguments: ["dark", "light", "high-contrast", "kiosk"],
    ThemeContrastTests.depths)
  func others(name: String, depth: ColorDepth) throws {
    let theme = try Theme.own(name)
    for deficiency in [nil] + Deficiency.allCases.map(Optional.init) {
      for (pair, distance) in try distances(theme, depth, deficiency) where pair != [.onPace, .done] {
        #expect(distance >= Self.noticed, "\(pair) \(String(describing: deficiency))")
      }
    }
  }

  @Test("lagging is bold wherever it has a colour")
  func weight() throws {
    for name in Themes.all.keys { #expect(try Theme.own(name).roles[.lagging]?.bold == true, "\(name)") }
  }

  @Test("the colour-blind theme's statuses are colours of Okabe and Ito, with white and a grey")
  func palette() throws {
    let theme = try Theme.own("colour-blind")
    let expected: [Role: UInt32] = [
      .onPace: 0x56B4E9, .watch: 0xF0E442, .lagging: 0xD55E00, .silent: 0xFFFFFF, .done: 0x999999, .sample: 0xCC79A7,
    ]
    for (role, value) in expected {
      let rgb = try #require(theme.roles[role]?.foreground.rgb)
      #expect(UInt32(rgb.red) << 16 | UInt32(rgb.green) << 8 | UInt32(rgb.blue) == value, "\(role)")
    }
  }

  @Test("distance and simulation are right")
  func measure() {
    let black = Lab(ThemeColor.RGB(red: 0, green: 0, blue: 0))
    let white = ThemeColor.RGB(red: 255, green: 255, blue: 255)
    let red = Lab(ThemeColor.RGB(red: 255, green: 0, blue: 0))
    #expect(abs(black.distance(to: Lab(white)) - 100) < 0.01)
    // The red primary of sRGB, as tables of CIELAB have it.
    #expect(abs(red.lightness - 53.24) < 0.01 && abs(red.a - 80.09) < 0.01 && abs(red.b - 67.2) < 0.01)
    for deficiency in Deficiency.allCases {
      // Nobody sees white as another colour.
      #expect(Lab(white, deficiency).distance(to: Lab(white)) < 0.1, "\(deficiency)")
    }
    // Without one kind of cones red and a green of its lightness fall together; with them they are far apart.
    let (rust, olive) = (
      ThemeColor.RGB(red: 0xB0, green: 0x50, blue: 0), ThemeColor.RGB(red: 0x70, green: 0x70, blue: 0)
    )
    #expect(Lab(rust).distance(to: Lab(olive)) > 40)
    #expect(Lab(rust, .deuteranopia).distance(to: Lab(olive, .deuteranopia)) < 15)
  }
}
