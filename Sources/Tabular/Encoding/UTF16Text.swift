/// UTF-16 turned into UTF-8 before rows are split.
enum UTF16Text {
  /// Stands for what is no text (an unpaired surrogate, half a unit): never valid in UTF-8, so its row is refused.
  static let invalid: UInt8 = 0xFF

  /// The text after `start` as UTF-8.
  static func utf8(_ bytes: ByteView, from start: Int, bigEndian: Bool) -> [UInt8] {
    var text: [UInt8] = []
    let length = max(0, bytes.count - start)
    text.reserveCapacity(length + length / 2 + 1)
    let high = bigEndian ? 0 : 1
    let low = 1 - high
    var index = start
    while index &+ 1 < bytes.count {
      let unit = UInt32(bytes[index &+ high]) &<< 8 | UInt32(bytes[index &+ low])
      index &+= 2
      guard unit & 0xF800 == 0xD800 else {
        text.appendUTF8(unit)
        continue
      }
      guard unit < 0xDC00, index &+ 1 < bytes.count else {
        text.append(invalid)
        continue
      }
      let next = UInt32(bytes[index &+ high]) &<< 8 | UInt32(bytes[index &+ low])
      guard next & 0xFC00 == 0xDC00 else {
        text.append(invalid)
        continue
      }
      index &+= 2
      text.appendUTF8(0x1_0000 &+ ((unit & 0x3FF) &<< 10 | (next & 0x3FF)))
    }
    if index < bytes.count { text.append(invalid) }
    return text
  }
}
