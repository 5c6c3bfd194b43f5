/// Cuts what a program sends into characters and control functions (ECMA-48).
struct SequenceParser {
  enum Token {
    case text(Unicode.Scalar)
    case control(UInt8)
    /// Everything after Esc.
    case escape(String)
    case sequence(prefix: String, numbers: [Int], final: Character)
    case command(String)
  }

  private enum State {
    case ground
    case escape([UInt8])
    case sequence([UInt8])
    case command([UInt8])
  }

  private var state = State.ground
  private var pending: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .escape(let bytes): return escape(bytes + [byte])
    case .sequence(let bytes):
      if byte == 0x1b {
        state = .escape([])
        return nil
      }
      if byte < 0x20 { return .control(byte) }
      guard (0x40...0x7e).contains(byte) else {
        state = .sequence(bytes + [byte])
        return nil
      }
      state = .ground
      let prefix = bytes.prefix { (0x3c...0x3f).contains($0) }
      let numbers = bytes.dropFirst(prefix.count).split(separator: 0x3b, omittingEmptySubsequences: false)
      return .sequence(
        prefix: String(decoding: prefix, as: UTF8.self),
        numbers: bytes.count == prefix.count ? [] : numbers.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 },
        final: Character(Unicode.Scalar(byte)))
    case .command(let bytes):
      if byte == 0x07 || (byte == 0x5c && bytes.last == 0x1b) {
        state = .ground
        return .command(String(decoding: byte == 0x07 ? bytes[...] : bytes.dropLast(), as: UTF8.self))
      }
      state = .command(bytes + [byte])
      return nil
    }
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    if byte == 0x1b {
      pending = []
      state = .escape([])
      return nil
    }
    if byte < 0x20 || byte == 0x7f { return .control(byte) }
    if byte < 0x80 {
      pending = []
      return .text(Unicode.Scalar(byte))
    }
    if byte >= 0xc0 { pending = [] }
    pending.append(byte)
    guard let text = String(validating: pending, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return pending.count < 4 ? nil : .text("\u{fffd}")
    }
    pending = []
    return .text(scalar)
  }

  private mutating func escape(_ bytes: [UInt8]) -> Token? {
    switch bytes.last ?? 0 {
    case 0x5b where bytes.count == 1: state = .sequence([])
    case 0x5d where bytes.count == 1: state = .command([])
    case 0x1b: state = .escape([])
    case 0x20...0x2f: state = .escape(bytes)
    default:
      state = .ground
      return .escape(String(decoding: bytes, as: UTF8.self))
    }
    return nil
  }
}
