import Screen

/// Rows as a CSV file that a spreadsheet program opens as it is: UTF-8 with a byte order mark, CRLF, every cell quoted.
///
/// No cell is a formula in any program: one that begins as a formula does gets an apostrophe before it, unless it is a
/// plain number. What is shown passes `SafeText`.
package struct CSVSheet: Sendable {
  /// The file's bytes so far.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Begins with these headers.
  package init(headers: [String]) { append(headers) }

  /// Adds a row.
  package mutating func append(_ cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in CSVSheet.harmless(cell).utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// A cell's text as no program takes it for a formula.
  static func harmless(_ text: String) -> String {
    let shown = SafeText(text).string
    // The text as it was counts too: a tab at its beginning is no longer one when it is shown.
    guard begins(shown) || begins(text), !isNumber(shown) else { return shown }
    return "'" + shown
  }

  private static func begins(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first)
  }

  /// Digits, with a minus before and a point between them at most.
  private static func isNumber(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
