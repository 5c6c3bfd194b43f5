/// Round marks along an axis: multiples of 1, 2 or 5 times a power of ten.
package struct NiceScale: Hashable, Sendable {
  /// From one mark to the next; above 0.
  package let step: Double
  /// The marks that lie on the axis, lowest first; at most 64.
  package let marks: [Double]

  /// Marks of `range`, as many as there are but at most `count` (1 at least). A range that is no range has none.
  package init(_ range: ClosedRange<Double>, atMost count: Int) {
    let span = range.upperBound - range.lowerBound
    let most = Double(min(max(1, count), 64))
    guard span.isFinite, span > 0, range.lowerBound.magnitude < 1e15, range.upperBound.magnitude < 1e15 else {
      step = 1
      marks = []
      return
    }
    var power = 1.0
    while power * 10 < span / most { power *= 10 }
    while power > span / most, power > 1e-9 { power /= 10 }
    var step = power
    var marks: [Double] = []
    for factor in [1.0, 2, 5, 10, 20, 50, 100] {
      step = power * factor
      let first = (range.lowerBound / step).rounded(.up)
      let last = (range.upperBound / step).rounded(.down)
      guard last - first < most else { continue }
      marks = first <= last ? (0...Int(last - first)).map { (first + Double($0)) * step } : []
      break
    }
    self.step = step
    self.marks = marks
  }
}
