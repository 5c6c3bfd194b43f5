/// Whether bytes are UTF-8 as Unicode defines it: no surrogates, no overlong forms, nothing over U+10FFFF.
enum StrictUTF8 {
  static func isValid(_ bytes: ByteView, in range: Range<Int>) -> Bool {
    let end = min(range.upperBound, bytes.count)
    var index = range.lowerBound
    while index < end {
      if end &- index >= 8, bytes.word(at: index) & ByteWord.highs == 0 {
        index &+= 8
        continue
      }
      let length = length(of: bytes, at: index, before: end)
      if length == 0 { return false }
      index &+= length
    }
    return true
  }

  /// The length in bytes of the character at `index`; 0 if it is not sound or not whole before `end`.
  @inline(__always)
  private static func length(of bytes: ByteView, at index: Int, before end: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let left = end &- index
    if lead < 0xE0 {
      return lead >= 0xC2 && left >= 2 && isTrail(bytes[index &+ 1]) ? 2 : 0
    }
    if lead < 0xF0 {
      guard left >= 3, isTrail(bytes[index &+ 2]) else { return 0 }
      let second = bytes[index &+ 1]
      let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= lowest && second <= highest ? 3 : 0
    }
    guard lead < 0xF5, left >= 4, isTrail(bytes[index &+ 2]), isTrail(bytes[index &+ 3]) else { return 0 }
    let second = bytes[index &+ 1]
    let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= lowest && second <= highest ? 4 : 0
  }

  @inline(__always)
  private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension [UInt8] {
  /// Appends the UTF-8 form of a code point that is no surrogate and not over U+10FFFF.
  mutating func appendUTF8(_ point: UInt32) {
    switch point {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: point))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: point &>> 6))
      append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
    case ..<0x1_0000:
      append(0xE0 | UInt8(truncatingIfNeeded: point &>> 12))
      append(0x80 | UInt8(truncatingIfNeeded: (point &>> 6) & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: point &>> 18))
      append(0x80 | UInt8(truncatingIfNeeded: (point &>> 12) & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: (point &>> 6) & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
    }
  }
}
