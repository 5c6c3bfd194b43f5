/// The colours of the usual terminal palettes, and which of them comes nearest to a colour.
package enum Palette {
  /// The 16 ANSI colours as xterm shows them; other terminals differ a little.
  package static let ansi: [ThemeColor.RGB] = [
    rgb(0x00_0000), rgb(0xCD_0000), rgb(0x00_CD00), rgb(0xCD_CD00),
    rgb(0x00_00EE), rgb(0xCD_00CD), rgb(0x00_CDCD), rgb(0xE5_E5E5),
    rgb(0x7F_7F7F), rgb(0xFF_0000), rgb(0x00_FF00), rgb(0xFF_FF00),
    rgb(0x5C_5CFF), rgb(0xFF_00FF), rgb(0x00_FFFF), rgb(0xFF_FFFF),
  ]

  /// The names themes use for them, in the same order.
  package static let names: [String] = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// The nearest of the 16 ANSI colours: 0…15.
  package static func nearest16(to color: ThemeColor.RGB) -> UInt8 {
    let best = ansi.indices.min { distance(ansi[$0], color) < distance(ansi[$1], color) } ?? 0
    return UInt8(truncatingIfNeeded: best)
  }

  /// The nearest of the 240 fixed colours of the 256: 16…255.
  package static func nearest256(to color: ThemeColor.RGB) -> UInt8 {
    let (red, green, blue) = (step(color.red), step(color.green), step(color.blue))
    let cube = ThemeColor.RGB(red: level(red), green: level(green), blue: level(blue))
    let mean = (Int(color.red) + Int(color.green) + Int(color.blue)) / 3
    let shade = min(23, max(0, (mean - 3) / 10))
    let value = UInt8(truncatingIfNeeded: 8 + 10 * shade)
    let grey = ThemeColor.RGB(red: value, green: value, blue: value)
    let index =
      distance(grey, color) < distance(cube, color) ? 232 + shade : 16 + 36 * red + 6 * green + blue
    return UInt8(truncatingIfNeeded: index)
  }

  /// One of the 256 colours: the 16 ANSI colours, the cube of six steps, 24 greys.
  package static func color(of index: UInt8) -> ThemeColor.RGB {
    switch index {
    case 0..<16: return ansi[Int(index)]
    case 16..<232:
      let place = Int(index) - 16
      return ThemeColor.RGB(red: level(place / 36), green: level(place / 6 % 6), blue: level(place % 6))
    default:
      let value = 8 + 10 * (index - 232)
      return ThemeColor.RGB(red: value, green: value, blue: value)
    }
  }

  /// Which of the six steps of the colour cube is nearest.
  private static func step(_ value: UInt8) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
  }

  private static func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(truncatingIfNeeded: 55 + 40 * step) }

  private static func distance(_ one: ThemeColor.RGB, _ other: ThemeColor.RGB) -> Int {
    let red = Int(one.red) - Int(other.red)
    let green = Int(one.green) - Int(other.green)
    let blue = Int(one.blue) - Int(other.blue)
    return red * red + green * green + blue * blue
  }

  private static func rgb(_ value: UInt32) -> ThemeColor.RGB {
    ThemeColor.RGB(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }
}

extension ThemeColor {
  /// The colour for pictures that have no palette (SVG, HTML); nil for the default colour.
  package var approximateRGB: RGB? {
    rgb ?? ansi.flatMap { Palette.ansi.indices.contains(Int($0)) ? Palette.ansi[Int($0)] : nil }
  }
}
