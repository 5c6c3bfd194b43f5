/// Writes what a ``CacheReader`` reads: numbers, and words of which each is written once.
struct CacheWriter {
  var packed = PackedWriter()
  private var words: [String: Int] = [:]

  /// A text that many files share, or nil.
  mutating func word(_ text: String?) {
    guard let text else { return packed.count(0) }
    if let known = words[text] { return packed.count(known) }
    words[text] = words.count + 1
    packed.count(words.count)
    packed.text(text)
  }

  /// A number that counts things, or nil.
  mutating func optional(_ value: Int?) {
    packed.count(value.map { $0 + 1 } ?? 0)
  }

  mutating func flag(_ value: Bool) { packed.unsigned(value ? 1 : 0) }

  mutating func slice(_ slice: Packed) {
    packed.count(slice.bytes.count)
    packed.append(slice.bytes)
  }
}

/// The bytes are not what a ``CacheWriter`` wrote.
struct CacheFault: Error {}

/// Reads a cache's content back. Slices of it share its bytes.
struct CacheReader {
  private var packed: PackedReader
  private var words: [String] = []

  init(_ bytes: ArraySlice<UInt8>) { packed = PackedReader(Packed(bytes)) }

  var isAtEnd: Bool { packed.isAtEnd }

  mutating func unsigned() throws(CacheFault) -> UInt64 { try CacheReader.known(packed.unsigned()) }

  mutating func signed() throws(CacheFault) -> Int64 { try CacheReader.known(packed.signed()) }

  /// A number of things, each of which takes a byte at least.
  mutating func count() throws(CacheFault) -> Int { try CacheReader.known(packed.count(upTo: packed.left)) }

  /// Any number that is no less than zero.
  mutating func number() throws(CacheFault) -> Int { try CacheReader.known(packed.count(upTo: Int.max - 1)) }

  mutating func optional() throws(CacheFault) -> Int? {
    let value = try number()
    return value == 0 ? nil : value - 1
  }

  mutating func flag() throws(CacheFault) -> Bool { try unsigned() != 0 }

  mutating func text() throws(CacheFault) -> String { try CacheReader.known(packed.text()) }

  mutating func word() throws(CacheFault) -> String? {
    let number = try number()
    if number == 0 { return nil }
    if number <= words.count { return words[number - 1] }
    guard number == words.count + 1 else { throw CacheFault() }
    words.append(try text())
    return words[number - 1]
  }

  mutating func slice() throws(CacheFault) -> Packed { try CacheReader.known(packed.slice()) }

  private static func known<Value>(_ value: Value?) throws(CacheFault) -> Value {
    guard let value else { throw CacheFault() }
    return value
  }
}
