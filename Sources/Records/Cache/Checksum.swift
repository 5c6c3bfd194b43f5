/// A checksum that tells a torn or damaged file from a whole one, at the speed of memory. It proves nothing against
/// somebody who means harm: for that there is ``Digest``.
struct Checksum {
  private(set) var value: UInt64 = 0
  private var key: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Takes bytes; where they are taken in several pieces counts.
  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place &+ 16 <= bytes.count {
      take(word(bytes, place), word(bytes, place &+ 8))
      place &+= 16
    }
    var tail: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &tail) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place...])) }
    take(UInt64(littleEndian: tail.0), UInt64(littleEndian: tail.1))
    take(UInt64(truncatingIfNeeded: bytes.count), 0)
  }

  @inline(__always)
  private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Products that do not wait for each other, each with a key of its own.
  @inline(__always)
  private mutating func take(_ first: UInt64, _ second: UInt64) {
    key &+= 0xD6E8_FEB8_6659_FD93
    let product = (first ^ key).multipliedFullWidth(by: second ^ ~key)
    value = (value &<< 1 | value &>> 63) ^ product.high ^ product.low
  }
}
