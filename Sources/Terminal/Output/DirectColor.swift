import Screen

/// True colour over a 256-colour terminal description.
///
/// ncurses is told to use colour numbers 16…255, one for each colour of the theme; on the way out the numbers are
/// replaced by the colours they stand for. So the terminal's palette stays as its owner set it.
struct DirectColor {
  private var numbers: [ThemeColor.RGB: UInt8] = [:]
  private var colors: [UInt8: ThemeColor.RGB] = [:]
  private var next: UInt8 = 16

  /// The number that stands for a colour; the nearest of the usual palette's when all are taken.
  mutating func number(for color: ThemeColor.RGB) -> UInt8 {
    if let known = numbers[color] { return known }
    guard next < 255 else { return Palette.nearest256(to: color) }
    numbers[color] = next
    colors[next] = color
    defer { next += 1 }
    return next
  }

  /// The colour that a number stands for; nil where it stands for itself.
  func color(_ number: UInt8) -> ThemeColor.RGB? { colors[number] }
}
