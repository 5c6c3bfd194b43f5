/// Figures as the tables print them.
enum Words {
  /// A number with a fixed count of decimals (0…6); `-` for what is no number.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<min(max(decimals, 0), 6) { scale *= 10 }
    guard value.isFinite, let whole = Int(exactly: (abs(value) * Double(scale)).rounded()) else { return "-" }
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped(whole) }
    let fraction = String(whole % scale)
    let zeros = String(repeating: "0", count: max(0, min(decimals, 6) - fraction.utf8.count))
    return sign + grouped(whole / scale) + "." + zeros + fraction
  }

  /// Seconds as milliseconds.
  static func milliseconds(_ seconds: Double, _ decimals: Int = 1) -> String { fixed(seconds * 1000, decimals) }

  /// Median and extremes, in milliseconds: `12.3 (11.9–15.0)`.
  static func milliseconds(_ spread: Spread) -> String {
    "\(milliseconds(spread.median)) (\(milliseconds(spread.least))–\(milliseconds(spread.most)))"
  }

  /// How many times: `1.8 ×`.
  static func times(_ ratio: Double) -> String { fixed(ratio, ratio < 10 ? 2 : 0) + " ×" }

  /// A ratio of either side of 1 with three figures: `0.125 ×`.
  static func ratio(_ ratio: Double) -> String { fixed(ratio, ratio < 1 ? 3 : ratio < 10 ? 2 : 1) + " ×" }

  /// A count: `760,000`.
  static func rows(_ count: Int) -> String { fixed(Double(count), 0) }

  /// A count in so many seconds, by the second.
  static func rows(_ count: Int, per seconds: Double) -> String { fixed(Double(count) / seconds, 0) }

  /// KiB as MB (of 1,000,000 bytes).
  static func megabytes(kibibytes: Int) -> String { fixed(Double(kibibytes) * 1024 / 1_000_000, 1) }

  /// Whether a goal is met, in a word.
  static func verdict(_ isMet: Bool) -> String { isMet ? "met" : "missed" }

  private static func grouped(_ whole: Int) -> String {
    var text = ""
    for (index, digit) in String(whole).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
