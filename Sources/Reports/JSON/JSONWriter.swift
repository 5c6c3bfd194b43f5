import Screen

/// Writes JSON with keys in the order in which they are given, so that the same records give the same bytes.
package struct JSONWriter {
  private var text = ""
  /// Whether something stands before the next element, per open container.
  private var started: [Bool] = [false]

  package init() {}

  /// What was written, with a line end.
  package var document: String { text + "\n" }

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

  /// The key of the next value.
  package mutating func key(_ name: StaticString) {
    separate()
    text += "\"\(name)\":"
    started[started.count - 1] = false
  }

  package mutating func null() {
    separate()
    text += "null"
  }

  package mutating func value(_ flag: Bool) {
    separate()
    text += flag ? "true" : "false"
  }

  package mutating func value(_ number: some BinaryInteger) {
    separate()
    text += String(number)
  }

  /// A number as its shortest decimal that reads back the same; what does not exist is null, never NaN.
  package mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    separate()
    // Whole numbers without an exponent read more easily and are the same number.
    text += number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : number.description
  }

  package mutating func value(_ number: Int64?) {
    guard let number else { return null() }
    value(number)
  }

  package mutating func value(_ number: Int?) {
    guard let number else { return null() }
    value(number)
  }

  /// Text from our own code.
  package mutating func value(_ word: StaticString) {
    separate()
    text += "\"\(word)\""
  }

  /// Text from records or plan: made safe to show, then escaped.
  package mutating func value(untrusted string: String?) {
    guard let string else { return null() }
    separate()
    text += JSONWriter.quoted(SafeText(string).string)
  }

  private mutating func open(_ bracket: String) {
    separate()
    text += bracket
    started.append(false)
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    started.removeLast()
    started[started.count - 1] = true
  }

  private mutating func separate() {
    if started[started.count - 1] { text += "," }
    started[started.count - 1] = true
  }

  private static func quoted(_ string: String) -> String {
    var out = "\""
    for scalar in string.unicodeScalars {
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
