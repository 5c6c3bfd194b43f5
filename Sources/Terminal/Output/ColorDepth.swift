import Screen

/// How many colours a terminal is drawn with.
package enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case mono
  case ansi8
  case ansi16
  case ansi256
  case trueColor

  package static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rawValue < other.rawValue }
}

extension ThemeColor.RGB {
  /// The nearest of colours 16…255 of the 256-colour palette (a 6×6×6 cube and 24 greys), which themes of the
  /// terminal's own do not change.
  var nearest256: UInt8 {
    let steps = [0, 95, 135, 175, 215, 255]
    func nearestStep(_ value: UInt8) -> Int {
      var best = 0
      for (index, step) in steps.enumerated() where abs(step - Int(value)) < abs(steps[best] - Int(value)) {
        best = index
      }
      return best
    }
    func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
      let (dr, dg, db) = (r - Int(red), g - Int(green), b - Int(blue))
      return dr * dr + dg * dg + db * db
    }
    let (r, g, b) = (nearestStep(red), nearestStep(green), nearestStep(blue))
    let cube = 16 + 36 * r + 6 * g + b
    let grey = min(23, max(0, ((Int(red) + Int(green) + Int(blue)) / 3 - 3) / 10))
    let level = 8 + 10 * grey
    let greyIsNearer = distance(level, level, level) < distance(steps[r], steps[g], steps[b])
    return UInt8(truncatingIfNeeded: greyIsNearer ? 232 + grey : cube)
  }
}
