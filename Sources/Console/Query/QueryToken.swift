/// The comparisons of a filter.
enum QueryOperator: String, Hashable, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="

  func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
    switch self {
    case .equal: a == b
    case .unequal: a != b
    case .less: a < b
    case .atMost: a <= b
    case .greater: a > b
    case .atLeast: a >= b
    }
  }
}

/// A filter's text in pieces. Input methods write full-width signs: they count as the plain ones.
enum QueryToken: Hashable, Sendable {
  case word(String)
  case comparison(QueryOperator)
  case open
  case close
  case and
  case or
  case not

  static func tokens(_ text: String) -> [QueryToken] {
    var tokens: [QueryToken] = []
    var word = ""
    var quote: Unicode.Scalar?
    func end() {
      guard !word.isEmpty else { return }
      switch word.lowercased() {
      case "and", "且", "并且", "&", "&&": tokens.append(.and)
      case "or", "或", "或者", "|", "||": tokens.append(.or)
      case "not", "非", "!": tokens.append(.not)
      default: tokens.append(.word(word))
      }
      word = ""
    }
    var rest = Substring(plain(text)).unicodeScalars
    while let scalar = rest.popFirst() {
      if let open = quote {
        if scalar == open {
          tokens.append(.word(word))
          word = ""
          quote = nil
        } else {
          word.unicodeScalars.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"":
        end()
        quote = scalar
      case " ": end()
      case "(":
        end()
        tokens.append(.open)
      case ")":
        end()
        tokens.append(.close)
      case "!" where rest.first == "=", "<", ">", "=":
        end()
        var sign = String(scalar)
        if let next = rest.first, next == "=" || scalar == "<" && next == ">" {
          sign.unicodeScalars.append(rest.removeFirst())
        }
        let known: QueryOperator? = sign == "==" ? .equal : sign == "<>" ? .unequal : QueryOperator(rawValue: sign)
        if let known { tokens.append(.comparison(known)) }
      default: word.unicodeScalars.append(scalar)
      }
    }
    // A quote that is still open is being typed.
    if quote != nil { tokens.append(.word(word)) } else { end() }
    return tokens
  }

  /// Whether a filter's text compares anything; else it is looked for as it stands.
  static func compares(_ text: String) -> Bool {
    plain(text).unicodeScalars.contains { "=<>".unicodeScalars.contains($0) }
  }

  /// Full-width forms as ASCII, all blanks as one kind, quotes and mathematical signs as they are on keyboards.
  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0xA0, 9: out.append(" ")
      case 0x201C, 0x201D, 0x300C, 0x300D: out.append("\"")
      case 0x2212, 0x2013: out.append("-")
      case 0x2264: out.append(contentsOf: "<=".unicodeScalars)
      case 0x2265: out.append(contentsOf: ">=".unicodeScalars)
      case 0x2260: out.append(contentsOf: "!=".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
