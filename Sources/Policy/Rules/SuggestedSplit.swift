/// 建议: the plan's target split over the districts by residents (<doc:TargetsRule>).
public enum SuggestedSplit {
  /// Each district's share, in the order of `districts`; nil where nobody lives or the target is negative.
  ///
  /// Largest remainder: every district gets the whole part of its share, and what is left goes one by one to the
  /// largest remainders, of equal ones to the lower code. The shares sum to the target. A district whose population is
  /// unknown weighs nothing.
  public static func shares(of target: Int64, among districts: [District]) -> [Int64]? {
    let weights = districts.map { Int128(max(0, $0.population ?? 0)) }
    let total = weights.reduce(0, +)
    guard total > 0, target >= 0 else { return nil }
    let products = weights.map { $0 * Int128(target) }
    // A part is never larger than the target, so it fits.
    var shares = products.map { Int64(clamping: $0 / total) }
    let left = Int128(target) - shares.reduce(Int128(0)) { $0 + Int128($1) }
    let byRemainder = districts.indices.sorted { a, b in
      let (first, second) = (products[a] % total, products[b] % total)
      return first != second ? first > second : districts[a].code < districts[b].code
    }
    for index in byRemainder.prefix(Int(clamping: left)) { shares[index] += 1 }
    return shares
  }
}
