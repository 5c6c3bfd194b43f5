/// The hash of a text in two halves that know nothing of each other; both begin at seeds drawn anew in every process.
struct TextHash: Equatable {
  private var first: UInt64
  private var second: UInt64

  private static let processSeeds = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))

  /// Where hashing begins in this process; looked up once by loops that must not pass through globals.
  static var seeds: (UInt64, UInt64) { processSeeds }

  /// Of no text yet.
  @inline(__always)
  init(seeds: (UInt64, UInt64)) { (first, second) = seeds }

  /// Of a text; nothing behind it is read.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.init(seeds: TextHash.seeds)
    let raw = UnsafeRawBufferPointer(text)
    var at = 0
    while at &+ 8 <= raw.count {
      take(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at &+= 8
    }
    var tail: UInt64 = 0
    for place in (at..<raw.count).reversed() { tail = tail &<< 8 | UInt64(raw[place]) }
    finish(tail, length: raw.count)
  }

  /// Takes the next eight bytes.
  @inline(__always)
  mutating func take(_ word: UInt64) {
    first = TextHash.folded((first ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15))
    second = TextHash.folded((second ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93))
  }

  /// Takes the last bytes, fewer than eight, with zeros behind them.
  @inline(__always)
  mutating func finish(_ word: UInt64, length: Int) {
    take(word)
    first ^= UInt64(truncatingIfNeeded: length)
  }

  /// Where in a table to begin the search.
  @inline(__always)
  var place: Int { Int(truncatingIfNeeded: second) }

  @inline(__always)
  private static func folded(_ product: (high: UInt64, low: UInt64)) -> UInt64 { product.high ^ product.low }
}
