/// Text as UTF-16 with a byte order mark.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  units(Array(text.utf16), bigEndian: bigEndian)
}

/// UTF-16 code units, sound or not, with a byte order mark.
func units(_ units: [UInt16], bigEndian: Bool) -> [UInt8] {
  ([0xFEFF] + units).flatMap { unit in
    let high = UInt8(unit >> 8)
    let low = UInt8(unit & 0xFF)
    return bigEndian ? [high, low] : [low, high]
  }
}
