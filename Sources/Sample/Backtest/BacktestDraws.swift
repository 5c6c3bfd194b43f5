import Glibc

/// What made-up processes draw. Unlike the sample year they need logarithms, so the same bytes are promised on one
/// machine only.
extension SampleRandom {
  /// Normal with mean 0 and variance 1 (Box and Muller 1958).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// Gamma with mean 1 and the given shape (Marsaglia and Tsang 2000).
  mutating func gamma(shape: Double) -> Double {
    // A shape below 1 is drawn one higher and brought down.
    let raised = shape < 1
    let d = (raised ? shape + 1 : shape) - 1.0 / 3
    while true {
      let x = normal()
      let v = 1 + x / (9 * d).squareRoot()
      guard v > 0 else { continue }
      let cube = v * v * v
      guard log(1 - unit()) < 0.5 * x * x + d - d * cube + d * log(cube) else { continue }
      return d * cube * (raised ? pow(1 - unit(), 1 / shape) : 1) / shape
    }
  }

  /// Poisson; above 30 the rounded normal, which is as good for a year's sums.
  mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean > 30 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
    let bound = exp(-mean)
    var product = unit()
    var count = 0
    while product > bound {
      product *= unit()
      count += 1
    }
    return count
  }
}
