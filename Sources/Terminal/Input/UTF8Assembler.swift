/// Puts characters together from single bytes. Broken ones are left out, and cost nothing that follows them.
struct UTF8Assembler {
  private var value: UInt32 = 0
  private var left = 0
  private var least: UInt32 = 0

  /// Whether no character is half there.
  var isEmpty: Bool { left == 0 }

  /// The character that is complete with this byte.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if left > 0 && byte & 0xc0 == 0x80 {
      value = value << 6 | UInt32(byte & 0x3f)
      left -= 1
      guard left == 0, value >= least else { return nil }
      return Unicode.Scalar(value)
    }
    left = 0
    switch byte {
    case 0x00...0x7f: return Unicode.Scalar(byte)
    case 0xc2...0xdf: begin(byte & 0x1f, left: 1, least: 0x80)
    case 0xe0...0xef: begin(byte & 0x0f, left: 2, least: 0x800)
    case 0xf0...0xf4: begin(byte & 0x07, left: 3, least: 0x10000)
    default: break
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, left: Int, least: UInt32) {
    value = UInt32(bits)
    self.left = left
    self.least = least
  }
}
