package import Policy
import Screen

/// Figures as people read them. Digits and signs are ASCII, so that columns line up in every terminal.
package enum Format {
  /// `562,165`, `-1,200`.
  package static func count(_ value: Int64) -> String {
    let digits = String(value.magnitude)
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return value < 0 ? "-" + out : out
  }

  /// A count in at most `cells` cells, nine or more: large ones in 万, or in millions on the English screen.
  package static func short(_ value: Int64, _ language: Language, cells: Int = 9) -> String {
    let whole = count(value)
    guard whole.utf8.count > cells else { return whole }
    let units: [(Double, String)] =
      language == .zh ? [(1e4, "万"), (1e8, "亿"), (1e12, "万亿"), (1e16, "亿亿")] : [(1e6, "m"), (1e9, "bn"), (1e12, "tn")]
    let widths = DisplayWidth()
    for (size, unit) in units {
      for places in [1, 0] {
        let text = decimal(Double(value) / size, places: places) + unit
        if widths.width(of: SafeText(text)) <= 9 { return text }
      }
    }
    return value < 0 ? "<-999tn" : ">999tn"
  }

  /// `+312`, `-214`, `0`.
  package static func signedCount(_ value: Int64) -> String { value > 0 ? "+" + count(value) : count(value) }

  /// `86.5`: a ratio in percent with one decimal; `--` where there is none.
  package static func percent(_ ratio: Double?) -> String {
    guard let ratio else { return "--" }
    return decimal(ratio * 100, places: 1)
  }

  /// `+1.4`, `-22.3`: percentage points with one decimal; `--` where there are none.
  package static func lead(_ points: Double?) -> String {
    guard let points else { return "--" }
    let text = decimal(points, places: 1)
    return points > 0 && text != "0.0" ? "+" + text : text
  }

  /// `2.31x`; `--` where there is none.
  package static func multiple(_ value: Double?) -> String {
    guard let value else { return "--" }
    return value >= 100 ? ">99x" : decimal(value, places: 2) + "x"
  }

  /// A rate a working day: `3,029`, `12.4`, `0.10`; `--` where there is none.
  package static func rate(_ value: Double?) -> String {
    guard let value else { return "--" }
    let size = abs(value)
    if size == 0 { return "0" }
    if size >= 100 { return count(integer(value.rounded())) }
    return decimal(value, places: size >= 1 ? 1 : 2)
  }

  /// `1,260.00`: 万元 with two decimals.
  package static func money(_ value: Money) -> String {
    let text = value.text
    let negative = text.hasPrefix("-")
    let parts = (negative ? text.dropFirst() : text[...]).split(separator: ".")
    let whole = Int64(parts.first ?? "0") ?? 0
    return (negative ? "-" : "") + count(whole) + "." + (parts.count > 1 ? String(parts[1]) : "00")
  }

  /// A score of hundredths: `87.5`, `90`.
  package static func score(_ hundredths: Int?) -> String {
    guard let hundredths else { return "--" }
    let whole = hundredths / 100
    let cents = abs(hundredths % 100)
    if cents == 0 { return String(whole) }
    return cents % 10 == 0 ? "\(whole).\(cents / 10)" : "\(whole)." + (cents < 10 ? "0" : "") + String(cents)
  }

  /// `value` with `places` decimals (0…4), rounded half away from zero. Not a number, or beyond all bounds: `--`.
  package static func decimal(_ value: Double, places: Int) -> String {
    let factor: Double = [1, 10, 100, 1_000, 10_000][min(max(0, places), 4)]
    let scaled = (value * factor).rounded()
    guard scaled.isFinite, abs(scaled) < 9e17 else { return "--" }
    let units = Int64(scaled)
    let whole = Int64(units.magnitude / UInt64(factor))
    guard places > 0 else { return count(units) }
    let fraction = String(units.magnitude % UInt64(factor))
    let zeros = String(repeating: "0", count: max(0, places - fraction.utf8.count))
    return (units < 0 ? "-" : "") + count(whole) + "." + zeros + fraction
  }

  /// Bytes as `18.2 KB`.
  package static func bytes(_ value: Int64) -> String {
    let size = Double(value)
    if size < 1_000 { return "\(value) B" }
    if size < 1_000_000 { return decimal(size / 1_000, places: 1) + " KB" }
    if size < 1_000_000_000 { return decimal(size / 1_000_000, places: 1) + " MB" }
    return decimal(size / 1_000_000_000, places: 1) + " GB"
  }

  private static func integer(_ value: Double) -> Int64 {
    value.isFinite && abs(value) < 9e18 ? Int64(value) : 0
  }
}
