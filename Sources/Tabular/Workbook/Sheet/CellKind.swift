/// How a cell's value is to be understood (ISO/IEC 29500-1, ST_CellType).
enum CellKind: Hashable {
  case number, shared, text, boolean, error, isoDate

  init(_ attributes: XMLAttributes) {
    guard let kind = attributes.value("t") else {
      self = .number
      return
    }
    let name = XMLName(characters: kind)
    self =
      if name("s") { .shared } else if name("str") || name("inlineStr") { .text } else if name("b") {
        .boolean
      } else if name("e") { .error } else if name("d") { .isoDate } else { .number }
  }

  /// The text of a value that stands in its cell.
  func text(of value: ArraySlice<UInt8>, isDate: Bool, _ epoch: SerialDate.Epoch) -> [UInt8] {
    switch self {
    case .shared, .text, .error: return Array(value)
    case .boolean:
      if value.isEmpty { return [] }
      return Array((value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) ? "TRUE" : "FALSE").utf8)
    case .isoDate: return Array(SerialDate.text(iso: String(decoding: value, as: UTF8.self)).utf8)
    case .number:
      let digits = Array(value.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed())
      if isDate, let serial = ShortestDecimal.number(digits), let date = SerialDate.text(serial, epoch) {
        return Array(date.utf8)
      }
      return ShortestDecimal.text(digits)
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension CollectedText {
  /// The text as a number that is not negative, blanks around it apart; nil where it is none up to 10^9.
  var number: Int? {
    guard !isTooLarge else { return nil }
    var value: Int?
    var isOver = false
    for byte in bytes {
      if CellKind.isBlank(byte) {
        isOver = value != nil
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, !isOver, value ?? 0 <= 100_000_000 else { return nil }
      value = (value ?? 0) &* 10 &+ Int(digit)
    }
    return value
  }
}
