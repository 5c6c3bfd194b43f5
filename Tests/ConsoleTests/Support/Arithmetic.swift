/// Computes what a formula on the screen says: numbers with `,`, the signs `+ - x /`, parentheses.
struct Arithmetic {
  private var tokens: [Token] = []
  private var place = 0

  private enum Token: Equatable {
    case number(Double)
    case sign(Character)
  }

  /// The formula's value; nil where it is none.
  static func value(of text: String) -> Double? {
    var arithmetic = Arithmetic()
    guard arithmetic.read(text), !arithmetic.tokens.isEmpty else { return nil }
    let value = arithmetic.sum()
    return arithmetic.place == arithmetic.tokens.count ? value : nil
  }

  private mutating func read(_ text: String) -> Bool {
    var digits = ""
    func number() -> Double? { Double(digits) }
    for character in text + " " {
      if character.isASCII, character.isNumber || character == "." {
        digits.append(character)
      } else if character != "," {
        if !digits.isEmpty {
          guard let number = number() else { return false }
          tokens.append(.number(number))
          digits = ""
        }
        if "+-x/()".contains(character) { tokens.append(.sign(character)) } else if character != " " { return false }
      }
    }
    return true
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard place < tokens.count, tokens[place] == .sign(sign) else { return false }
    place += 1
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = factor() else { return nil }
    while true {
      if take("x") {
        guard let next = factor() else { return nil }
        value *= next
      } else if take("/") {
        guard let next = factor() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func factor() -> Double? {
    if take("-") { return factor().map { -$0 } }
    if take("(") {
      guard let value = sum(), take(")") else { return nil }
      return value
    }
    guard place < tokens.count, case .number(let value) = tokens[place] else { return nil }
    place += 1
    return value
  }
}
