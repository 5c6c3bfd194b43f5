/// UTF-16 turned into UTF-8 before rows are split, piece by piece.
package struct UTF16Text: Sendable {
  /// Stands for what is no text (an unpaired surrogate, half a unit): never valid in UTF-8, so its row is refused.
  static let invalid: UInt8 = 0xFF

  private let bigEndian: Bool
  /// The first byte of a unit whose second has not come yet.
  private var half: UInt8?
  /// The first unit of a pair whose second has not come yet.
  private var lead: UInt32?

  package init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Appends the text of the next bytes as UTF-8; `isFinal` says that none follow.
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, to text: inout [UInt8]) {
    text.reserveCapacity(text.count + bytes.count + bytes.count / 2 + 4)
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      take(bigEndian ? UInt32(first) &<< 8 | UInt32(byte) : UInt32(byte) &<< 8 | UInt32(first), &text)
    }
    guard isFinal else { return }
    if lead != nil { text.append(UTF16Text.invalid) }
    if half != nil { text.append(UTF16Text.invalid) }
    lead = nil
    half = nil
  }

  private mutating func take(_ unit: UInt32, _ text: inout [UInt8]) {
    if let high = lead {
      lead = nil
      if unit & 0xFC00 == 0xDC00 {
        text.appendUTF8(0x1_0000 &+ ((high & 0x3FF) &<< 10 | (unit & 0x3FF)))
        return
      }
      text.append(UTF16Text.invalid)
    }
    switch unit & 0xFC00 {
    case 0xD800: lead = unit
    case 0xDC00: text.append(UTF16Text.invalid)
    default: text.appendUTF8(unit)
    }
  }
}
