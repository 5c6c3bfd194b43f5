/// Recognises values that are personal by their form: identity numbers, mobile phones, bank cards.
///
/// The forms are those of GB 11643 (18 characters, check character after ISO 7064 MOD 11-2), of mainland mobile numbers
/// (11 digits, 1[3-9]…) and of ISO/IEC 7812 (16–19 digits, Luhn). A 统一社会信用代码 (GB 32100, MOD 31) is none.
package enum PersonalValues {
  /// Whether the whole text has such a form. Nobody is born after `latestBirth`.
  package static func isPersonal(_ text: Span<UInt8>, latestBirth: Day) -> Bool {
    switch text.count {
    case 11: return isMobile(text)
    case 18:
      if isIdentityNumber(text, latestBirth: latestBirth) { return true }
      return isCard(text) && !isCreditCode(text)
    case 16...19: return isCard(text)
    default: return false
    }
  }

  /// Whether a text holds such a value anywhere, as a note typed by hand may; such a note is refused.
  package static func holdsPersonal(_ text: String, latestBirth: Day) -> Bool {
    let bytes = plainBytes(text)
    var start = 0
    while start < bytes.count {
      guard isAlphanumeric(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, isAlphanumeric(bytes[end]) { end += 1 }
      if isPersonal(bytes[start..<end].span, latestBirth: latestBirth) { return true }
      start = end
    }
    return false
  }

  /// The text's letters and digits in ASCII, full-width ones among them; whatever else there is sets them apart.
  private static func plainBytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x80: UInt8(scalar.value)
      case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
      default: UInt8(ascii: " ")
      }
    }
  }

  // MARK: Forms

  private static func isMobile(_ text: Span<UInt8>) -> Bool {
    guard text[0] == UInt8(ascii: "1"), let second = digit(text[1]), second >= 3 else { return false }
    return isDigits(text)
  }

  private static func isCard(_ text: Span<UInt8>) -> Bool {
    guard isDigits(text) else { return false }
    var sum = 0
    for place in 0..<text.count {
      var value = digit(text[text.count - 1 - place]) ?? 0
      if place % 2 == 1 {
        value *= 2
        if value > 9 { value -= 9 }
      }
      sum += value
    }
    return sum % 10 == 0
  }

  private static func isIdentityNumber(_ text: Span<UInt8>, latestBirth: Day) -> Bool {
    var sum = 0
    for place in 0..<17 {
      guard let value = digit(text[place]) else { return false }
      sum += value * weights[place]
    }
    let check = text[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : text[17]
    guard check == checks[sum % 11] else { return false }
    func number(_ places: Range<Int>) -> Int { places.reduce(0) { $0 * 10 + (digit(text[$1]) ?? 0) } }
    guard let born = Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)) else { return false }
    return number(6..<10) >= 1900 && born <= latestBirth
  }

  private static func isCreditCode(_ text: Span<UInt8>) -> Bool {
    var sum = 0
    var weight = 1
    for place in 0..<17 {
      guard let value = creditDigits.firstIndex(of: text[place]) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return creditDigits.firstIndex(of: text[17]) == (31 - sum % 31) % 31
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)
  /// The alphabet of GB 32100: no I, O, S, V, Z.
  private static let creditDigits = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  private static func isDigits(_ text: Span<UInt8>) -> Bool {
    for place in 0..<text.count where digit(text[place]) == nil { return false }
    return true
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    digit(byte) != nil || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
