/// Numbers of cells as people write them: the shortest decimal that stands for the same binary number, never with an
/// exponent.
enum ShortestDecimal {
  /// The digits that every decimal keeps on its way through a binary number.
  private static let safeDigits = 15

  /// The decimal of a number as a sheet holds it; the text itself where it is no number.
  static func text(_ bytes: [UInt8]) -> [UInt8] {
    if isShortest(bytes) { return bytes }
    guard let number = number(bytes) else { return bytes }
    return text(number)
  }

  /// The number that a text stands for; nil where it is none, or too large for one.
  static func number(_ bytes: [UInt8]) -> Double? {
    let isNumeric = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isNumeric, let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else { return nil }
    return number
  }

  /// The decimal of a finite number.
  static func text(_ number: Double) -> [UInt8] {
    if number == 0 { return [UInt8(ascii: "0")] }
    var digits: [UInt8] = []
    /// Digits before the point, leading zeros of the description counted.
    var point: Int?
    var exponent = 0
    var rest = number.magnitude.description.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(Substring(rest)) ?? 0
        rest = rest[rest.endIndex...]
      default: digits.append(byte)
      }
    }
    let places = (point ?? digits.count) + exponent
    let zero = UInt8(ascii: "0")
    var whole = Array(digits.prefix(max(0, places)))
    whole += repeatElement(zero, count: max(0, places - digits.count))
    whole = Array(whole.drop { $0 == zero })
    var fraction = Array(repeatElement(zero, count: max(0, -places))) + digits.dropFirst(max(0, places))
    while fraction.last == zero { fraction.removeLast() }
    var text = number < 0 ? [UInt8(ascii: "-")] : []
    text += whole.isEmpty ? [zero] : whole
    if !fraction.isEmpty { text += [UInt8(ascii: ".")] + fraction }
    return text
  }

  /// Whether a text is the shortest decimal already: up to fifteen digits, none of them idle.
  private static func isShortest(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first == UInt8(ascii: "-") ? 1 : 0
    guard bytes.count > first, bytes.count &- first <= safeDigits &+ 1 else { return false }
    var point: Int?
    for index in first..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), point == nil {
        point = index
      } else if byte &- UInt8(ascii: "0") > 9 {
        return false
      }
    }
    let whole = (point ?? bytes.count) &- first
    guard whole >= 1, bytes.count &- first &- (point == nil ? 0 : 1) <= safeDigits else { return false }
    if bytes[first] == UInt8(ascii: "0") && (whole > 1 || (point == nil && first == 1)) { return false }
    if let point { return point &+ 1 < bytes.count && bytes[bytes.count &- 1] != UInt8(ascii: "0") }
    return true
  }
}
