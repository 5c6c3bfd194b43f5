import Policy

/// A deed's fields as text: a JSON array of pairs of strings, so that people and other programs can read it.
enum FieldsText {
  static func text(_ fields: [DeedFields.Field]) -> String {
    "[" + fields.map { "[" + quoted($0.name) + "," + quoted($0.value) + "]" }.joined(separator: ",") + "]"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  /// Reads back what ``text(_:)`` wrote; nil where it is anything else.
  static func fields(_ text: String) -> [DeedFields.Field]? {
    // Most deeds have none.
    if text == "[]" { return [] }
    var reader = Reader(text)
    guard reader.take("[") else { return nil }
    var fields: [DeedFields.Field] = []
    while !reader.take("]") {
      if !fields.isEmpty, !reader.take(",") { return nil }
      guard reader.take("["), let name = reader.string(), reader.take(","), let value = reader.string(),
        reader.take("]")
      else { return nil }
      fields.append(DeedFields.Field(name, value))
    }
    return reader.isAtEnd ? fields : nil
  }

  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var isAtEnd: Bool { index == scalars.count }

    mutating func take(_ wanted: Unicode.Scalar) -> Bool {
      guard index < scalars.count, scalars[index] == wanted else { return false }
      index += 1
      return true
    }

    private mutating func next() -> Unicode.Scalar? {
      guard index < scalars.count else { return nil }
      defer { index += 1 }
      return scalars[index]
    }

    mutating func string() -> String? {
      guard take("\"") else { return nil }
      var out = String.UnicodeScalarView()
      while let scalar = next() {
        switch scalar {
        case "\"": return String(out)
        case "\\":
          switch next() {
          case "\"": out.append("\"")
          case "\\": out.append("\\")
          case "t": out.append("\t")
          case "n": out.append("\n")
          case "u":
            let digits = (0..<4).compactMap { _ in next() }
            guard digits.count == 4, let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
              let scalar = Unicode.Scalar(value)
            else { return nil }
            out.append(scalar)
          default: return nil
          }
        default: out.append(scalar)
        }
      }
      return nil
    }
  }
}
