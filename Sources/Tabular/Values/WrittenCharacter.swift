/// A character that figures and dates are written with; full-width forms count as what they stand for.
enum WrittenCharacter: Hashable {
  /// A digit, 0…9, half or full width.
  case digit(UInt8)
  /// `+` or `＋`.
  case plus
  /// `-`; `－` and `−` (U+2212) come out as ``wideMinus``.
  case minus
  case wideMinus
  /// `,` or `，`.
  case comma
  /// `.`; `．` comes out as ``widePoint``.
  case point
  case widePoint
  case slash
  /// 万
  case wan
  /// 元
  case yuan
  /// 年
  case year
  /// 月
  case month
  /// 日
  case day
  /// Anything else, and bytes that are no UTF-8.
  case other
}

extension Span where Element == UInt8 {
  /// The character that begins at `index`, which moves behind it; nil at the end.
  @inline(__always)
  func nextWritten(_ index: inout Int) -> WrittenCharacter? {
    guard index < count else { return nil }
    let byte = self[index]
    if byte < 0x80 {
      index &+= 1
      switch byte {
      case 0x30...0x39: return .digit(byte &- 0x30)
      case 0x2B: return .plus
      case 0x2C: return .comma
      case 0x2D: return .minus
      case 0x2E: return .point
      case 0x2F: return .slash
      default: return .other
      }
    }
    guard count &- index >= 3 else {
      index = count
      return .other
    }
    let code = UInt32(byte) &<< 16 | UInt32(self[index &+ 1]) &<< 8 | UInt32(self[index &+ 2])
    index &+= 3
    return wide(code)
  }

  /// The character whose three bytes of UTF-8 are `code`.
  private func wide(_ code: UInt32) -> WrittenCharacter {
    switch code {
    case 0xEF_BC_90...0xEF_BC_99: .digit(UInt8(truncatingIfNeeded: code &- 0xEF_BC_90))
    case 0xEF_BC_8B: .plus
    case 0xEF_BC_8C: .comma
    case 0xEF_BC_8D, 0xE2_88_92: .wideMinus
    case 0xEF_BC_8E: .widePoint
    case 0xE4_B8_87: .wan
    case 0xE5_85_83: .yuan
    case 0xE5_B9_B4: .year
    case 0xE6_9C_88: .month
    case 0xE6_97_A5: .day
    default: .other
    }
  }
}
