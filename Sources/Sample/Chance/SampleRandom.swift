/// A small deterministic generator (SplitMix64, public domain, Vigna 2015).
///
/// The standard library's own generators may change between versions; this one and everything drawn from it uses
/// integer and basic IEEE 754 arithmetic alone, so that a seed means the same bytes on every machine.
struct SampleRandom: Sendable {
  private var state: UInt64

  /// A stream of its own for `seed` and what it is used for: streams do not disturb each other.
  init(seed: UInt64, _ purpose: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in purpose {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
    }
    state = seed &* 0x9e37_79b9_7f4a_7c15 ^ hash
    _ = next()
  }

  /// 64 random bits.
  mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// `low` ..< `high`.
  mutating func real(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// 0 ..< `count`; 0 where `count` is not positive.
  mutating func below(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// `low` … `high`, both included; `low` where `high` is smaller.
  mutating func whole(_ low: Int, _ high: Int) -> Int { high <= low ? low : low + below(high - low + 1) }

  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// One of `choices`, or nil where there is none.
  mutating func pick<T>(_ choices: [T]) -> T? { choices.isEmpty ? nil : choices[below(choices.count)] }

  /// The index of one of `weights`, each as likely as its weight; 0 where none is positive.
  mutating func index(weights: [Double]) -> Int {
    var total = 0.0
    for weight in weights where weight > 0 { total += weight }
    var left = unit() * total
    for (index, weight) in weights.enumerated() where weight > 0 {
      left -= weight
      if left < 0 { return index }
    }
    return max(0, weights.count - 1)
  }
}
