import Screen

/// Writes JSON with keys in the order in which they are given, so that the same records give the same bytes.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  /// Whether something stands before the next element, per open container.
  private var started: [Bool] = [false]

  package init() {}

  /// What was written, with a line end.
  package var document: String { String(decoding: bytes + [UInt8(ascii: "\n")], as: UTF8.self) }

  /// An object whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// An array of `elements`, each written by `body`.
  package mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    open("[")
    for element in elements { body(&self, element) }
    close("]")
  }

  // MARK: Members of the open object

  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  package mutating func array<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    array(elements, body)
  }

  /// A member whose value `body` writes.
  package mutating func member(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    body(&self)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) { write(name, flag ? "true" : "false") }

  package mutating func member(_ name: StaticString, _ number: Int?) { write(name, number.map { String($0) }) }

  package mutating func member(_ name: StaticString, _ number: Int64?) { write(name, number.map { String($0) }) }

  /// A number as its shortest decimal that reads back the same; what does not exist is null, never NaN.
  package mutating func member(_ name: StaticString, _ number: Double?) {
    write(name, number.flatMap { JSONWriter.text($0) })
  }

  private static func text(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    // Whole numbers without an exponent read more easily and are the same number.
    return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : number.description
  }

  /// Text from records or plan: made safe to show, then escaped.
  package mutating func member(_ name: StaticString, text: String?) { write(name, text.map { JSONWriter.quoted($0) }) }

  /// An element of the open array.
  package mutating func element(text: String?) {
    separate()
    put(text.map { JSONWriter.quoted($0) } ?? "null")
  }

  /// A member whose name is not known when the program is built, and whose value `body` writes.
  mutating func member(named name: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    put(JSONWriter.quoted(name) + ":")
    started[started.count - 1] = false
    body(&self)
  }

  mutating func element(_ flag: Bool) {
    separate()
    put(flag ? "true" : "false")
  }

  mutating func element(_ number: Int64) {
    separate()
    put(String(number))
  }

  /// A number as an element of the open array.
  package mutating func element(_ number: Double) {
    separate()
    put(JSONWriter.text(number) ?? "null")
  }

  /// What stands for a value that does not exist.
  package mutating func null() {
    separate()
    put("null")
  }

  private mutating func write(_ name: StaticString, _ value: String?) {
    key(name)
    separate()
    put(value ?? "null")
  }

  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    started[started.count - 1] = false
  }

  private mutating func open(_ bracket: String) {
    separate()
    put(bracket)
    started.append(false)
  }

  private mutating func close(_ bracket: String) {
    put(bracket)
    started.removeLast()
    started[started.count - 1] = true
  }

  private mutating func separate() {
    if started[started.count - 1] { bytes.append(UInt8(ascii: ",")) }
    started[started.count - 1] = true
  }

  private mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private static func quoted(_ untrusted: String) -> String {
    var out = "\""
    for scalar in SafeText(untrusted).string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
