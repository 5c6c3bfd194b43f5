/// Eight bytes looked at in one step.
enum ByteWord {
  /// The lowest bit of each byte.
  static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each byte: set in every byte that is not ASCII.
  static let highs: UInt64 = 0x8080_8080_8080_8080

  /// A word that holds `byte` eight times.
  @inline(__always)
  static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// Marks the zero bytes of `word` by their highest bit. Only the lowest mark is sure: marks above it may be false.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
}

/// The bytes of a file, read in place. Indices must lie in `0..<count`; builds with assertions check them.
package struct ByteView {
  package let buffer: UnsafeBufferPointer<UInt8>

  @inline(__always)
  package init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  @inline(__always)
  package var count: Int { buffer.count }

  @inline(__always)
  subscript(_ index: Int) -> UInt8 { buffer[index] }

  /// The eight bytes from `index`, the first one lowest.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    assert(index >= 0 && index <= count - 8)
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The first place in `start..<limit` that holds one of three bytes, else `limit`.
  ///
  /// `seen` gathers the bytes passed: a bit of ``ByteWord/highs`` is set in it if one of them was not ASCII.
  @inline(__always)
  func first(of bytes: ByteTriple, from start: Int, to limit: Int, seen: inout UInt64) -> Int {
    var index = start
    while limit &- index >= 8 {
      let word = word(at: index)
      let hits = bytes.hits(in: word)
      if hits != 0 {
        seen |= word & ((hits & (0 &- hits)) &- 1)
        return index &+ (hits.trailingZeroBitCount &>> 3)
      }
      seen |= word
      index &+= 8
    }
    while index < limit {
      let byte = buffer[index]
      if bytes.holds(byte) { return index }
      seen |= UInt64(byte)
      index &+= 1
    }
    return limit
  }

  /// The first place from `start` on that holds a byte that is not ASCII, else `count`.
  func firstNonASCII(from start: Int) -> Int {
    var index = start
    while count &- index >= 8 {
      let marks = word(at: index) & ByteWord.highs
      if marks != 0 { return index &+ (marks.trailingZeroBitCount &>> 3) }
      index &+= 8
    }
    while index < count, buffer[index] < 0x80 { index &+= 1 }
    return min(index, count)
  }

  /// The first CR or LF from `start` on, else `count`.
  func firstLineEnd(from start: Int) -> Int {
    var seen: UInt64 = 0
    return first(of: ByteTriple(.lineFeed, .lineFeed, .carriageReturn), from: start, to: count, seen: &seen)
  }

  /// Where the next line begins, given the place of a CR or LF; `count` stays `count`.
  @inline(__always)
  func afterLineEnd(at index: Int) -> Int {
    guard index < count else { return count }
    let isPair = buffer[index] == .carriageReturn && index &+ 1 < count && buffer[index &+ 1] == .lineFeed
    return index &+ (isPair ? 2 : 1)
  }
}

/// Three bytes to look for at once.
struct ByteTriple: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64

  @inline(__always)
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    self.first = ByteWord.spread(first)
    self.second = ByteWord.spread(second)
    self.third = ByteWord.spread(third)
  }

  @inline(__always)
  func hits(in word: UInt64) -> UInt64 {
    ByteWord.zeros(word ^ first) | ByteWord.zeros(word ^ second) | ByteWord.zeros(word ^ third)
  }

  @inline(__always)
  func holds(_ byte: UInt8) -> Bool {
    byte == UInt8(truncatingIfNeeded: first) || byte == UInt8(truncatingIfNeeded: second)
      || byte == UInt8(truncatingIfNeeded: third)
  }
}

extension UInt8 {
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var quote: UInt8 { 0x22 }
}
