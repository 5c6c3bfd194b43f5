/// The numbers of a row's values, one for each trait; 0 for an empty one.
struct TraitValues: Hashable {
  // Three numbers in each: ``ValueNames`` tells fewer values apart than 2^21.
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// The number of a trait's value.
  subscript(trait: Trait) -> Int {
    get {
      let place = trait.rawValue
      let half = place < 3 ? first : second
      return Int(half >> (UInt64(place % 3) &* TraitValues.bits) & TraitValues.mask)
    }
    set {
      let place = trait.rawValue
      let shift = UInt64(place % 3) &* TraitValues.bits
      let value = UInt64(truncatingIfNeeded: newValue) & TraitValues.mask
      if place < 3 {
        first = first & ~(TraitValues.mask << shift) | value << shift
      } else {
        second = second & ~(TraitValues.mask << shift) | value << shift
      }
    }
  }
}
