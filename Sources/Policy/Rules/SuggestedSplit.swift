/// 建议: the plan's target split over the districts by residents (<doc:TargetsRule>).
public enum SuggestedSplit {
  /// Each district's share, in the order of `districts`; nil where nobody lives or the target is negative.
  ///
  /// Largest remainder, of equal ones to the lower code: the shares sum to the target. A district whose population is
  /// unknown weighs nothing.
  public static func shares(of target: Int64, among districts: [District]) -> [Int64]? {
    let byCode = districts.indices.sorted { districts[$0].code < districts[$1].code }
    guard
      let parts = LargestRemainder.parts(of: target, weights: byCode.map { Int128(districts[$0].population ?? 0) })
    else { return nil }
    var shares = Array(repeating: Int64(0), count: districts.count)
    for (index, part) in zip(byCode, parts) { shares[index] = part }
    return shares
  }
}
