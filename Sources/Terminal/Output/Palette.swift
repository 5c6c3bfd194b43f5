import CNcurses
import Screen

/// How a cell is drawn: attributes and a pair of colours, as the screen knows them.
struct Look: Hashable {
  var attributes: UInt32 = 0
  var pair: Int32 = 0
}

/// Turns a theme's appearances into attributes and colour pairs of the open screen.
struct Palette {
  let depth: ColorDepth
  private(set) var direct = DirectColor()
  /// The description itself takes 24-bit colours.
  private let takesRGB: Bool
  private let pairLimit: Int32
  private var pairs: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  init(depth: ColorDepth) {
    self.depth = depth
    takesRGB = cn_screen_colors() > 256
    pairLimit = min(cn_screen_pairs(), 32_768)
  }

  mutating func look(_ appearance: Appearance, page: Appearance) -> Look {
    var look = Look()
    if appearance.bold { look.attributes |= UInt32(cn_bold) }
    if appearance.dim { look.attributes |= UInt32(cn_dim) }
    if appearance.underline { look.attributes |= UInt32(cn_underline) }
    if appearance.reverse { look.attributes |= UInt32(cn_reverse) }
    let foreground = appearance.foreground == .standard ? page.foreground : appearance.foreground
    let background = appearance.background == .standard ? page.background : appearance.background
    // Eight colours: the bright ones are the plain ones in bold.
    if depth == .ansi8, let ansi = foreground.ansi, ansi > 7 { look.attributes |= UInt32(cn_bold) }
    let pair = Pair(foreground: number(foreground), background: number(background))
    look.pair = index(of: pair)
    return look
  }

  /// The number ncurses knows a colour by; -1 is the terminal's own.
  private mutating func number(_ color: ThemeColor) -> Int32 {
    switch depth {
    case .mono: return -1
    case .ansi8: return color.ansi.map { Int32($0 & 7) } ?? -1
    case .ansi16: return color.ansi.map { Int32($0 & 15) } ?? -1
    case .ansi256: return color.rgb.map { Int32($0.nearest256) } ?? -1
    case .trueColor:
      guard let rgb = color.rgb else { return -1 }
      if !takesRGB { return Int32(direct.number(for: rgb)) }
      // Such descriptions keep 0…7 for the eight plain colours.
      return max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
    }
  }

  /// A pair's number; 0, the terminal's own colours, when no more can be defined.
  private mutating func index(of pair: Pair) -> Int32 {
    if pair.foreground < 0 && pair.background < 0 { return 0 }
    if let known = pairs[pair] { return known }
    let next = Int32(pairs.count) + 1
    guard next < pairLimit, cn_screen_define_pair(next, pair.foreground, pair.background) == 0 else { return 0 }
    pairs[pair] = next
    return next
  }
}
