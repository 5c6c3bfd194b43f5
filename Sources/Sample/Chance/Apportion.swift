/// Splits `total` into whole parts in proportion to `weights`: largest remainder, ties to the lower index.
///
/// The parts add up to `total` whenever a weight is positive.
func apportion(_ total: Int64, weights: [Double]) -> [Int64] {
  var sum = 0.0
  for weight in weights where weight > 0 && weight.isFinite { sum += weight }
  guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
  var parts: [Int64] = []
  var remainders: [(index: Int, rest: Double)] = []
  var given: Int64 = 0
  for (index, weight) in weights.enumerated() {
    let exact = weight > 0 && weight.isFinite ? Double(total) * weight / sum : 0
    let part = min(total - given, Int64(clamped: exact.rounded(.down)))
    parts.append(part)
    remainders.append((index, exact - exact.rounded(.down)))
    given += part
  }
  remainders.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.index < $1.index }
  var left = total - given
  var turn = 0
  while left > 0, !remainders.isEmpty {
    let index = remainders[turn % remainders.count].index
    if weights[index] > 0 {
      parts[index] += 1
      left -= 1
    }
    turn += 1
  }
  return parts
}

extension Int64 {
  /// The whole part of `value`, held within ±10¹⁵; 0 for what is no number.
  init(clamped value: Double) {
    self = value.isNaN ? 0 : Int64(Swift.min(1e15, Swift.max(-1e15, value)))
  }
}
