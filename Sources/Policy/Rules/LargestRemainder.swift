/// Largest remainder: a whole amount in whole parts by weight, which add up to it.
enum LargestRemainder {
  /// The part of each weight; nil where no weight is above zero or the amount is negative.
  ///
  /// Everyone gets the whole part of the share, and what is left goes one by one to the largest remainders, of equal ones
  /// to the earlier weight. Weights below zero count as zero; weights that sum to more than 2⁶² are taken in larger
  /// steps, so that every product fits.
  static func parts(of amount: Int64, weights: [Int128]) -> [Int64]? {
    guard amount >= 0 else { return nil }
    var weights = weights.map { max(0, $0) }
    let sum = weights.reduce(Int128(0)) { $0.addingSaturated($1) }
    let excess = 128 - sum.leadingZeroBitCount - 62
    if excess > 0 { weights = weights.map { $0 >> excess } }
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    let products = weights.map { $0 * Int128(amount) }
    // A part is never larger than the amount, so it fits.
    var parts = products.map { Int64(clamping: $0 / total) }
    let left = Int128(amount) - parts.reduce(Int128(0)) { $0 + Int128($1) }
    let byRemainder = weights.indices.sorted { a, b in
      let (first, second) = (products[a] % total, products[b] % total)
      return first != second ? first > second : a < b
    }
    for index in byRemainder.prefix(Int(clamping: left)) { parts[index] += 1 }
    return parts
  }
}

extension Int128 {
  fileprivate func addingSaturated(_ other: Int128) -> Int128 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
