/// An amount in 万元 (10,000 yuan), kept exactly as whole hundredths of 万元.
public struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of 万元: 500.00 万元 is 50,000.
  public var hundredths: Int64

  /// An amount of `hundredths` × 0.01 万元.
  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// No money.
  public static let zero = Money(hundredths: 0)

  /// 万元 with two decimals, as the board's JSON carries it: `387.60`, `-0.05`.
  public var text: String {
    let magnitude = hundredths.magnitude
    let cents = magnitude % 100
    return (hundredths < 0 ? "-" : "") + String(magnitude / 100) + (cents < 10 ? ".0" : ".") + String(cents)
  }

  /// Smaller amounts come first.
  public static func < (a: Money, b: Money) -> Bool { a.hundredths < b.hundredths }

  /// The sum, held at the ends of the range instead of trapping.
  public static func + (a: Money, b: Money) -> Money { Money(hundredths: a.hundredths.addingSaturated(b.hundredths)) }

  /// The difference, held at the ends of the range instead of trapping.
  public static func - (a: Money, b: Money) -> Money {
    Money(hundredths: a.hundredths.subtractingSaturated(b.hundredths))
  }

  /// Adds in place.
  public static func += (a: inout Money, b: Money) { a = a + b }
}

extension Int64 {
  /// The sum, or the end of the range it would pass: figures from files must never trap.
  public func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (self < 0 ? .min : .max) : sum
  }

  /// The difference, or the end of the range it would pass.
  public func subtractingSaturated(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (self < 0 ? .min : .max) : difference
  }
}
