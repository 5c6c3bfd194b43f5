/// Whether bytes have the shape of a value without quotes: a word, a number, a date or a time of TOML 1.0.
///
/// The parser ends the process on some broken times, so that only whole shapes may reach it. What a shape means (a 13th
/// month, a number too large) is still the parser's to judge.
struct ScalarShape {
  private var rest: ArraySlice<UInt8>

  static func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    if words.contains(where: { $0.elementsEqual(bytes) }) { return true }
    return ScalarShape(rest: bytes).isNumber || ScalarShape(rest: bytes).isDateOrTime
  }

  private static let words: [[UInt8]] = ["true", "false", "inf", "+inf", "-inf", "nan", "+nan", "-nan"].map {
    Array($0.utf8)
  }

  // MARK: Numbers

  private var isNumber: Bool {
    var text = self
    if text.takes("0x") { return text.takesDigits(where: ScalarShape.isHexadecimal) && text.rest.isEmpty }
    if text.takes("0o") { return text.takesDigits(where: { (0x30...0x37).contains($0) }) && text.rest.isEmpty }
    if text.takes("0b") { return text.takesDigits(where: { (0x30...0x31).contains($0) }) && text.rest.isEmpty }
    text.takesSign()
    let whole = text.rest
    guard text.takesDigits(where: ScalarShape.isDecimal) else { return false }
    // No leading zeros: 0 stands alone.
    if whole.first == UInt8(ascii: "0"), text.rest.startIndex != whole.startIndex + 1 { return false }
    if text.takes(".") { guard text.takesDigits(where: ScalarShape.isDecimal) else { return false } }
    if text.takes("e") || text.takes("E") {
      text.takesSign()
      guard text.takesDigits(where: ScalarShape.isDecimal) else { return false }
    }
    return text.rest.isEmpty
  }

  /// Digits, with single underscores between them.
  private mutating func takesDigits(where isDigit: (UInt8) -> Bool) -> Bool {
    var wasDigit = false
    while let byte = rest.first {
      if isDigit(byte) {
        wasDigit = true
      } else if byte == UInt8(ascii: "_"), wasDigit {
        wasDigit = false
      } else {
        break
      }
      rest.removeFirst()
    }
    return wasDigit
  }

  private mutating func takesSign() { if !takes("+") { _ = takes("-") } }

  // MARK: Dates and times

  private var isDateOrTime: Bool {
    var text = self
    if text.takesTime() { return text.rest.isEmpty }
    text = self
    guard text.takesPair(), text.takesPair(), text.takes("-"), text.takesPair(), text.takes("-"), text.takesPair()
    else {
      return false
    }
    if text.rest.isEmpty { return true }
    guard text.takes("T") || text.takes("t") || text.takes(" "), text.takesTime() else { return false }
    if text.rest.isEmpty || text.takes("Z") || text.takes("z") { return text.rest.isEmpty }
    guard text.takes("+") || text.takes("-") else { return false }
    return text.takesPair() && text.takes(":") && text.takesPair() && text.rest.isEmpty
  }

  /// `07:32:00` with or without a fraction.
  private mutating func takesTime() -> Bool {
    guard takesPair(), takes(":"), takesPair(), takes(":"), takesPair() else { return false }
    guard takes(".") else { return true }
    let fraction = rest
    while let byte = rest.first, ScalarShape.isDecimal(byte) { rest.removeFirst() }
    return rest.startIndex > fraction.startIndex
  }

  /// Two digits.
  private mutating func takesPair() -> Bool {
    guard rest.count >= 2, rest.prefix(2).allSatisfy(ScalarShape.isDecimal) else { return false }
    rest.removeFirst(2)
    return true
  }

  private mutating func takes(_ text: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard rest.starts(with: bytes) else { return false }
    rest.removeFirst(bytes.count)
    return true
  }

  private static func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDecimal(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
