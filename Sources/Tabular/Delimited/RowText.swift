extension Row {
  /// Takes the opening and the closing quote off a field and makes two quotes one; text behind the closing quote stays.
  ///
  /// - Returns: the field's length in bytes.
  mutating func undoQuotes(ofField index: Int) -> Int {
    let field = fields[index]
    let written = bytes.withUnsafeMutableBufferPointer { bytes in
      var isQuoted = true
      var write = field.lowerBound
      var read = field.lowerBound &+ 1
      while read < field.upperBound {
        let byte = bytes[read]
        read &+= 1
        if isQuoted, byte == .quote {
          guard read < field.upperBound, bytes[read] == .quote else {
            isQuoted = false
            continue
          }
          read &+= 1
        }
        bytes[write] = byte
        write &+= 1
      }
      return write
    }
    fields[index] = field.lowerBound..<written
    return written &- field.lowerBound
  }

  /// Narrows every field by the blanks at its ends.
  mutating func trimFields() {
    bytes.withUnsafeBufferPointer { bytes in
      fields.withUnsafeMutableBufferPointer { fields in
        for index in fields.indices { fields[index] = Self.trimmed(fields[index], in: bytes) }
      }
    }
  }

  /// Blanks, tabs, U+00A0 (C2 A0) and U+3000 (E3 80 80), in valid UTF-8.
  @inline(__always)
  static func trimmed(_ field: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var lower = field.lowerBound
    var upper = field.upperBound
    while lower < upper {
      let byte = bytes[lower]
      if isBlank(byte) {
        lower &+= 1
      } else if byte == 0xC2, upper &- lower >= 2, bytes[lower &+ 1] == 0xA0 {
        lower &+= 2
      } else if byte == 0xE3, upper &- lower >= 3, bytes[lower &+ 1] == 0x80, bytes[lower &+ 2] == 0x80 {
        lower &+= 3
      } else {
        break
      }
    }
    while lower < upper {
      let byte = bytes[upper &- 1]
      if isBlank(byte) {
        upper &-= 1
      } else if byte == 0xA0, upper &- lower >= 2, bytes[upper &- 2] == 0xC2 {
        upper &-= 2
      } else if byte == 0x80, upper &- lower >= 3, bytes[upper &- 2] == 0x80, bytes[upper &- 3] == 0xE3 {
        upper &-= 3
      } else {
        break
      }
    }
    return Range(uncheckedBounds: (lower, upper))
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }
}
