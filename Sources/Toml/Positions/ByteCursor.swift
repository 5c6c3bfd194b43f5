/// The bytes of TOML's punctuation.
enum Ascii {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let dot: UInt8 = 0x2E
  static let colon: UInt8 = 0x3A
  static let equals: UInt8 = 0x3D
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
}

/// A place in bytes that knows its line and column. Reading past the end gives nil, never a trap.
struct ByteCursor {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// A byte of this line whose column is known, so that a long line is counted once and not for every key.
  private var known = (index: 0, column: 1)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte here; nil at the end.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Line and column of the byte here.
  var place: TomlPlace {
    mutating get {
      while known.index < index {
        // Continuation bytes of UTF-8 begin no scalar.
        if bytes[known.index] & 0xC0 != 0x80 { known.column += 1 }
        known.index += 1
      }
      return TomlPlace(line: line, column: known.column)
    }
  }

  /// Goes one byte on, if there is one.
  mutating func advance() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    if byte == Ascii.newline {
      line += 1
      known = (index, 1)
    }
  }

  /// Takes `byte` if it is here.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  mutating func skipSpaces() {
    while peek == Ascii.space || peek == Ascii.tab { advance() }
  }

  /// Skips blanks and comments, and line ends too where `acrossLines`. Before a line end it stops on the `\n`.
  mutating func skipBlanks(acrossLines: Bool) {
    while let byte = peek {
      switch byte {
      case Ascii.space, Ascii.tab, Ascii.carriageReturn: advance()
      case Ascii.newline where acrossLines: advance()
      case Ascii.hash:
        while let next = peek, next != Ascii.newline { advance() }
      default: return
      }
    }
  }

  /// Takes `byte`, which must be here.
  mutating func expect(_ byte: UInt8, _ reason: String) throws(TomlError) {
    guard take(byte) else { throw broken(reason) }
  }

  /// Broken syntax here.
  mutating func broken(_ reason: String) -> TomlError { ByteCursor.broken(reason, at: place) }

  /// Broken syntax at `place`.
  static func broken(_ reason: String, at place: TomlPlace) -> TomlError {
    TomlError(place: place, key: "", expected: .document, found: .syntax(reason))
  }

  /// Takes a key without quotes.
  mutating func bareKey() throws(TomlError) -> String {
    let begin = index
    while let byte = peek, TomlTable.isBare(byte) { advance() }
    guard index > begin else { throw broken("expected a key") }
    return String(decoding: bytes[begin..<index], as: UTF8.self)
  }

  /// Skips a number, a word or a date; what it means is the parser's business.
  mutating func skipScalar() throws(TomlError) {
    let begin = index
    while let byte = peek {
      switch byte {
      case Ascii.plus, Ascii.dot, Ascii.colon, Ascii.space: advance()
      case _ where TomlTable.isBare(byte): advance()
      default:
        guard index > begin else { throw broken("expected a value") }
        return
      }
    }
    guard index > begin else { throw broken("expected a value") }
  }

  /// The byte `count` places on.
  func byte(after count: Int) -> UInt8? { index + count < bytes.count ? bytes[index + count] : nil }
}
