/// Deflates with the fixed code of RFC 1951 and nothing but runs of one byte: enough to write bombs.
package struct FixedDeflate {
  /// Bytes before packing.
  package private(set) var size = 0
  package private(set) var checksum = CRC32()
  private var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0

  package init() {
    // The last block, and it has the fixed code.
    put(0b011, 3)
  }

  /// The stream, ended.
  package var packed: [UInt8] {
    var whole = self
    whole.putCode(0, 7)
    whole.put(0, 7)
    return whole.bytes
  }

  package mutating func add(_ text: String) { for byte in text.utf8 { literal(byte) } }

  /// Adds `count` times a byte, packed about 159 : 1.
  package mutating func addRun(_ byte: UInt8, _ count: Int) {
    guard count > 0 else { return }
    literal(byte)
    var left = count - 1
    while left >= 258 {
      // Length 258 is symbol 285, eight bits without more; distance 1 is five zeros.
      putCode(0b1100_0101, 8)
      putCode(0, 5)
      left -= 258
      took(byte, 258)
    }
    for _ in 0..<left { literal(byte) }
  }

  private mutating func literal(_ byte: UInt8) {
    if byte < 144 { putCode(0x30 + UInt64(byte), 8) } else { putCode(0x190 + UInt64(byte - 144), 9) }
    took(byte, 1)
  }

  private mutating func took(_ byte: UInt8, _ count: Int) {
    size += count
    for _ in 0..<count { checksum.take(byte) }
  }

  /// A code of the tree: its highest bit goes first.
  private mutating func putCode(_ code: UInt64, _ length: UInt64) {
    var reversed: UInt64 = 0
    for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
    put(reversed, length)
  }

  private mutating func put(_ value: UInt64, _ length: UInt64) {
    bits |= value << bitCount
    bitCount += length
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}
