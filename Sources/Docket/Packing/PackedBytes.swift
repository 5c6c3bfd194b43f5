/// Writes numbers, small ones in few bytes (LEB128; signed ones in zigzag order).
///
/// This is the form of blobs that stay for years: it changes with the schema only (``Schema``), and so shares nothing
/// with what other parts pack for a while.
struct PackingWriter {
  private(set) var bytes: [UInt8] = []

  mutating func unsigned(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func signed(_ value: Int64) { unsigned(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

  mutating func count(_ value: Int) { unsigned(UInt64(clamping: value)) }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes += text.utf8
  }
}

/// The bytes are not what a writer wrote.
struct PackingFault: Error {}

/// Reads back what a ``PackingWriter`` wrote.
struct PackingReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  mutating func unsigned() throws(PackingFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw PackingFault()
  }

  mutating func signed() throws(PackingFault) -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ (0 &- Int64(bitPattern: value & 1))
  }

  /// How many follow: never more than there are bytes left.
  mutating func count() throws(PackingFault) -> Int {
    let value = try unsigned()
    guard value <= UInt64(bytes.count - index) else { throw PackingFault() }
    return Int(value)
  }

  mutating func text() throws(PackingFault) -> String {
    let length = try count()
    let end = index + length
    guard let text = String(validating: bytes[index..<end], as: UTF8.self) else { throw PackingFault() }
    index = end
    return text
  }

  /// A number that a row's id can be.
  mutating func id() throws(PackingFault) -> Int64 {
    guard let id = Int64(exactly: try unsigned()) else { throw PackingFault() }
    return id
  }

  /// A day, counted from another one.
  mutating func day(from base: Int32) throws(PackingFault) -> Int32 {
    guard let step = Int32(exactly: try signed()) else { throw PackingFault() }
    return base &+ step
  }
}
