/// Numbers and texts one after another, small numbers in few bytes (LEB128; signed ones in zigzag order).
struct Packed: Hashable, Sendable {
  /// The bytes; a slice, so that many can share what was read at once.
  var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8> = []) { self.bytes = bytes }
}

/// Writes what ``PackedReader`` reads.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  /// What was written.
  var packed: Packed { Packed(bytes[...]) }

  @inline(__always)
  mutating func unsigned(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  mutating func signed(_ value: Int64) {
    unsigned(UInt64(bitPattern: (value &<< 1) ^ (value &>> 63)))
  }

  mutating func count(_ value: Int) { unsigned(UInt64(clamping: value)) }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Takes back what was written behind `count` bytes.
  mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }

  mutating func append(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }
}

/// Reads numbers and texts back; nil at the end, and where the bytes are not what a writer wrote.
struct PackedReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var place = 0
  private var lastPair = 0

  init(_ packed: Packed) {
    bytes = packed.bytes
    index = packed.bytes.startIndex
  }

  var isAtEnd: Bool { index >= bytes.endIndex }

  /// Bytes that are not read yet.
  var left: Int { bytes.endIndex - index }

  @inline(__always)
  mutating func unsigned() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.endIndex, shift < 64 {
      let byte = bytes[index]
      index &+= 1
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
    return nil
  }

  @inline(__always)
  mutating func signed() -> Int64? {
    unsigned().map { Int64(bitPattern: $0 &>> 1) ^ (0 &- Int64(bitPattern: $0 & 1)) }
  }

  /// A number that counts things, at most `most`.
  mutating func count(upTo most: Int = .max) -> Int? {
    guard let value = unsigned(), value <= UInt64(most) else { return nil }
    return Int(value)
  }

  mutating func text() -> String? {
    // The length stands before the text, so that only behind it can be told what is left.
    guard let length = count(), length <= left else { return nil }
    defer { index += length }
    return String(decoding: bytes[index..<index + length], as: UTF8.self)
  }

  /// Bytes behind their number, as a slice of these.
  mutating func slice() -> Packed? {
    guard let length = count(), length <= left else { return nil }
    defer { index += length }
    return Packed(bytes[index..<index + length])
  }

  /// The head of a group of sums: its pair, and how many follow. Nil behind the last group.
  mutating func group() -> (pair: Int, count: Int)? {
    guard let count = count(upTo: left), count > 0, let step = self.count(upTo: 1 << 40) else {
      lastPair = 0
      return nil
    }
    lastPair = lastPair &+ step
    place = 0
    return (lastPair, count)
  }

  /// The next place of a group.
  @inline(__always)
  mutating func step() -> Int? {
    guard let step = unsigned(), step < 1 << 40 else { return nil }
    place = place &+ Int(step)
    return place
  }
}

extension PackedWriter {
  /// Begins a group; pairs come in order, each as its distance from the one before.
  mutating func group(pairStep: Int, count: Int) {
    self.count(count)
    self.count(pairStep)
  }

  /// Ends the groups of one text.
  mutating func endGroups() { unsigned(0) }
}
