/// The text of a cell as its pieces come in, up to the longest field.
struct CollectedText {
  private(set) var bytes: [UInt8] = []
  /// It is longer than a field may be; its bytes mean nothing then.
  private(set) var isTooLarge = false

  /// An escape is seven bytes for at least one.
  private static let rawLimit = 8 * RowScanner.standardFieldLimit

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    isTooLarge = false
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !isTooLarge, bytes.count &+ piece.count <= Self.rawLimit else {
      isTooLarge = true
      return
    }
    bytes.append(contentsOf: piece)
  }

  /// Makes each `_xHHHH_` the UTF-16 unit that it stands for (ISO/IEC 29500-1, ST_Xstring), and knows then whether the
  /// text fits a field. Units that are no character come out as U+FFFD.
  mutating func undoEscapes() {
    if !isTooLarge, bytes.contains(UInt8(ascii: "_")) { decode() }
    checkLength()
  }

  /// Knows whether the text fits a field as it stands.
  mutating func checkLength() {
    if bytes.count > RowScanner.standardFieldLimit { isTooLarge = true }
  }

  private mutating func decode() {
    var write = 0
    var read = 0
    while read < bytes.count {
      guard let unit = unit(at: read) else {
        bytes[write] = bytes[read]
        write &+= 1
        read &+= 1
        continue
      }
      read &+= 7
      var scalar = Unicode.Scalar(unit)
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(at: read), UTF16.isTrailSurrogate(trail) {
        read &+= 7
        scalar = Unicode.Scalar(0x10000 &+ (UInt32(unit) & 0x3FF) &<< 10 &+ UInt32(trail) & 0x3FF)
      }
      for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
        bytes[write] = byte
        write &+= 1
      }
    }
    bytes.removeSubrange(write...)
  }

  /// The unit that an escape at this place stands for; nil where there is none.
  private func unit(at place: Int) -> UInt16? {
    guard place &+ 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place &+ 1] == UInt8(ascii: "x"),
      bytes[place &+ 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[place &+ 2..<place &+ 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
      default: return nil
      }
      value = value &<< 4 | UInt16(digit)
    }
    return value
  }
}
