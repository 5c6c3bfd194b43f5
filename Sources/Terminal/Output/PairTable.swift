import CNcurses
import Screen

/// How a cell is drawn: attributes and a pair of colours, as the open screen knows them.
struct CellLook: Hashable {
  var attributes: UInt32 = 0
  var pair: Int32 = 0
}

/// The colour pairs of the open ncurses screen, defined as they are needed.
struct PairTable {
  /// The terminal's description itself takes 24-bit colours.
  private let takesRGB = cn_screen_colors() > 256
  private let limit = min(cn_screen_pairs(), 32_768)
  private var pairs: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  mutating func look(_ look: ResolvedLook) -> CellLook {
    var attributes = 0
    if look.bold { attributes |= cn_bold }
    if look.dim { attributes |= cn_dim }
    if look.underline { attributes |= cn_underline }
    if look.reverse { attributes |= cn_reverse }
    let pair = Pair(foreground: number(look.foreground), background: number(look.background))
    return CellLook(attributes: UInt32(attributes), pair: index(of: pair))
  }

  /// The number ncurses knows a colour by; -1 is the terminal's own. Without 24-bit colours in the description it is the
  /// nearest of the usual palette.
  private func number(_ color: ResolvedColor) -> Int32 {
    switch color {
    case .standard: return -1
    case .indexed(let index): return Int32(index)
    case .rgb(let rgb):
      if !takesRGB { return Int32(Palette.nearest256(to: rgb)) }
      // Such descriptions keep 0…7 for the eight plain colours.
      return max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
    }
  }

  /// A pair's number; 0, the terminal's own colours, when no more can be defined.
  private mutating func index(of pair: Pair) -> Int32 {
    if pair.foreground < 0 && pair.background < 0 { return 0 }
    if let known = pairs[pair] { return known }
    let next = Int32(pairs.count) + 1
    guard next < limit, cn_screen_define_pair(next, pair.foreground, pair.background) == 0 else { return 0 }
    pairs[pair] = next
    return next
  }
}
