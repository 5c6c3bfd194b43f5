/// Judges the bytes a program sent to its terminal: only control functions that a full-screen program needs to draw
/// with are allowed, and no character that is invisible or reorders text. Written as a list of what may be, so that
/// what nobody thought of is a violation.
package enum ByteOracle {
  package struct Violation: Hashable, Sendable, CustomStringConvertible {
    package let offset: Int
    package let what: String
    package var description: String { "\(offset): \(what)" }
  }

  /// - Parameter canaries: parameter texts that stand in hostile test data and must never come out in a sequence.
  package static func violations(in bytes: [UInt8], canaries: [String] = []) -> [Violation] {
    var reader = Reader(bytes: bytes, canaries: canaries)
    reader.readAll()
    return reader.violations
  }

  private static let movingAndDrawing = Set("ABCDGHJKLMPSTXZ@bdmrhl".utf8)
  private static let modes: Set<Int> = [1, 4, 7, 12, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026]
  private static let controls: Set<UInt8> = [0x08, 0x09, 0x0a, 0x0d, 0x0e, 0x0f]

  private struct Reader {
    let bytes: [UInt8]
    let canaries: [String]
    var violations: [Violation] = []
    var index = 0

    mutating func readAll() {
      while index < bytes.count {
        switch bytes[index] {
        case 0x1b: readEscape()
        case let byte where byte < 0x20 || byte == 0x7f:
          if !ByteOracle.controls.contains(byte) { report(index, "control \(byte)") }
          index += 1
        default: readText()
        }
      }
    }

    mutating func report(_ offset: Int, _ what: String) { violations.append(Violation(offset: offset, what: what)) }

    mutating func readEscape() {
      let start = index
      let next = start + 1 < bytes.count ? bytes[start + 1] : 0
      switch next {
      case UInt8(ascii: "["): readSequence()
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        let set = start + 2 < bytes.count ? bytes[start + 2] : 0
        index = start + 3
        if set != UInt8(ascii: "B") && set != UInt8(ascii: "0") { report(start, "character set \(set)") }
      case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "M"):
        index = start + 2
      default:
        index = start + 1
        report(start, "escape \(String(decoding: bytes[start...].prefix(12), as: UTF8.self).debugDescription)")
      }
    }

    mutating func readSequence() {
      let start = index
      var end = start + 2
      while end < bytes.count, !(0x40...0x7e).contains(bytes[end]) { end += 1 }
      index = end + 1
      guard end < bytes.count else { return report(start, "unfinished sequence") }
      let body = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
      if !isAllowed(body, final: bytes[end]) || canaries.contains(where: { body.contains($0) }) {
        report(start, "sequence [\(body)\(Character(Unicode.Scalar(bytes[end])))")
      }
    }

    func isAllowed(_ body: String, final: UInt8) -> Bool {
      let isPrivate = body.hasPrefix("?")
      let parameters = isPrivate ? String(body.dropFirst()) : body
      guard parameters.utf8.allSatisfy({ (0x30...0x3b).contains($0) }) else { return false }
      switch final {
      case UInt8(ascii: "h"), UInt8(ascii: "l"):
        return parameters.split(separator: ";").allSatisfy { Int($0).map { ByteOracle.modes.contains($0) } ?? false }
      // The window's title is put on a stack and taken from it again, never read.
      case UInt8(ascii: "t"): return !isPrivate && (parameters == "22;0;0" || parameters == "23;0;0")
      default: return !isPrivate && ByteOracle.movingAndDrawing.contains(final)
      }
    }

    mutating func readText() {
      let start = index
      while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x7f { index += 1 }
      let text = bytes[start..<index]
      guard let string = String(validating: text, as: UTF8.self) else { return report(start, "broken UTF-8") }
      for scalar in string.unicodeScalars where ByteOracle.isHidden(scalar) {
        report(start, "character U+" + String(scalar.value, radix: 16, uppercase: true))
      }
    }
  }

  /// Whether a character is invisible or reorders what stands around it.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9f, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0x3164,
      0xfeff, 0xffa0, 0xfff9...0xfffb, 0xe0000...0xe0fff:
      true
    default: false
    }
  }
}
