extension ByteCursor {
  /// Takes a text in quotes and gives its content with escapes resolved.
  ///
  /// An escaped NUL is refused here, because what comes after it would be lost on the way through C strings. Content of
  /// texts over several lines is good for skipping only: no key has any.
  mutating func quoted(multiline: Bool) throws(TomlError) -> String {
    let begin = place
    guard let quote = peek else { throw broken("expected a text in quotes") }
    let isTriple = multiline && byte(after: 1) == quote && byte(after: 2) == quote
    for _ in 0..<(isTriple ? 3 : 1) { advance() }
    var content: [UInt8] = []
    scanning: while let byte = peek {
      if byte == quote {
        if !isTriple {
          advance()
          return String(decoding: content, as: UTF8.self)
        }
        if self.byte(after: 1) == quote, self.byte(after: 2) == quote {
          // Up to two quotes may stand right before the closing three.
          var count = 0
          while count < 5, take(quote) { count += 1 }
          return String(decoding: content, as: UTF8.self)
        }
      } else if byte == Ascii.newline, !isTriple {
        break scanning
      } else if byte == Ascii.backslash, quote == Ascii.quote {
        try escape(into: &content)
        continue
      }
      content.append(byte)
      advance()
    }
    throw ByteCursor.broken("the text in quotes does not end", at: begin)
  }

  private mutating func escape(into content: inout [UInt8]) throws(TomlError) {
    let begin = place
    advance()
    guard let kind = peek else { return }
    advance()
    switch kind {
    case UInt8(ascii: "u"): try scalar(digits: 4, begin: begin, into: &content)
    case UInt8(ascii: "U"): try scalar(digits: 8, begin: begin, into: &content)
    case UInt8(ascii: "x"): try scalar(digits: 2, begin: begin, into: &content)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "r"): content.append(0x0D)
    default: content.append(kind)
    }
  }

  private mutating func scalar(digits: Int, begin: TomlPlace, into content: inout [UInt8]) throws(TomlError) {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return }
      code = code << 4 | UInt32(digit)
      advance()
    }
    guard code != 0 else { throw TomlError(place: begin, key: "", expected: .document, found: .nul) }
    guard let scalar = Unicode.Scalar(code) else { return }
    content.append(contentsOf: String(Character(scalar)).utf8)
  }
}
