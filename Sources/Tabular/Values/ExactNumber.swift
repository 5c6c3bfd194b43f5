/// Why a text gives no number.
public enum NumberFault: Error, Hashable, Sendable {
  /// It is not written as a number.
  case malformed
  /// Its magnitude is over 10^12.
  case overflow
}

/// A decimal number as it was written: mantissa × 10^-scale, exact, magnitude at most 10^12.
public struct ExactNumber: Hashable, Sendable {
  /// The digits without point and without zeros at the end of the decimals.
  public let mantissa: Int64
  /// Decimals that ``mantissa`` holds, ≥ 0.
  public let scale: Int
  /// Decimals as they were written, zeros at the end counted: 2 for `1.50`. A 万 that multiplies takes up to four away.
  public let decimals: Int
  /// Whether there were more decimals than ``mantissa`` can hold, not all of them zero: then the number is exact only
  /// in that it is neither whole nor in hundredths.
  public let isCut: Bool

  /// A number of `mantissa` × 10^-`scale`, written with `scale` decimals.
  public init(mantissa: Int64, scale: Int = 0) {
    self.init(mantissa: mantissa, scale: max(0, scale), decimals: max(0, scale), isCut: false)
  }

  /// Zeros at the end of the decimals are taken off the mantissa.
  init(mantissa: Int64, scale: Int, decimals: Int, isCut: Bool) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      if mantissa == 0 {
        scale = 0
        break
      }
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
    self.decimals = decimals
    self.isCut = isCut
  }

  /// The number if it is whole (`3.0` is), else nil.
  public var whole: Int64? {
    scale == 0 && !isCut ? mantissa : nil
  }

  /// The number in hundredths if it is written with at most two decimals (`1.500` is not), else nil.
  public var hundredths: Int64? {
    guard decimals <= 2, scale <= 2, !isCut else { return nil }
    let (value, overflow) = mantissa.multipliedReportingOverflow(by: scale == 0 ? 100 : scale == 1 ? 10 : 1)
    return overflow ? nil : value
  }
}
