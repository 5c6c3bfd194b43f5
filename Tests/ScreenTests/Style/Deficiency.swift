import Glibc
import Screen

/// How colours are seen where one kind of cones is missing.
///
/// The matrices are those for full severity of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009; they take and give linear sRGB.
enum Deficiency: String, CaseIterable {
  case protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  fileprivate func see(_ linear: [Double]) -> [Double] {
    matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
  }
}

/// A colour in CIELAB (CIE 1976), white point D65.
struct Lab {
  let lightness: Double
  let a: Double
  let b: Double

  /// What a person sees of the colour: with every kind of cones, or (`deficiency`) without one.
  init(_ color: ThemeColor.RGB, _ deficiency: Deficiency? = nil) {
    let rgb = deficiency?.see(color.linear) ?? color.linear
    // Linear sRGB to XYZ, each share of the white point (IEC 61966-2-1).
    let rows = [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
    ]
    let xyz = rows.map { row in
      let share = zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 }
      return share > 216.0 / 24_389 ? cbrt(share) : (24_389.0 / 27 * share + 16) / 116
    }
    lightness = 116 * xyz[1] - 16
    a = 500 * (xyz[0] - xyz[1])
    b = 200 * (xyz[1] - xyz[2])
  }

  /// The distance ΔE*ab (CIE 1976): about 2.3 is just noticed (Mahy, Van Eycken and Oosterlinck 1994).
  func distance(to other: Lab) -> Double {
    let (light, green, blue) = (lightness - other.lightness, a - other.a, b - other.b)
    return (light * light + green * green + blue * blue).squareRoot()
  }
}
