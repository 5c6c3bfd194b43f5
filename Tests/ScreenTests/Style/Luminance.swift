import Glibc
import Screen

extension ThemeColor.RGB {
  /// Red, green and blue as shares of full light (IEC 61966-2-1, sRGB).
  var linear: [Double] {
    [red, green, blue].map { value in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  /// Relative luminance (WCAG 2.2), from 0, black, to 1, white.
  var luminance: Double { zip([0.2126, 0.7152, 0.0722], linear).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Contrast ratio (WCAG 2.2), from 1 to 21.
  func contrast(to other: Self) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }
}
