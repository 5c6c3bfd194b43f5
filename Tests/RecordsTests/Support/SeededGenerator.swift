/// SplitMix64: the same choices on every run, so that a failure can be seen again by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0xD1B5_4A32_D192_ED03 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True `part` times in `whole`.
  mutating func chance(_ part: Int, of whole: Int) -> Bool { number(0..<whole) < part }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of `choices`; they must not be empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0..<choices.count)] }
}
