import TOMLKit

/// A TOML text with the place of every key, read through ``TomlTable``.
///
/// Line ends may be `\n` or `\r\n`, and a byte-order mark is skipped. No text can make it trap.
package struct TomlDocument {
  /// The most bytes a text may have: settings are small, and a larger file is a mistake.
  package static let largest = 4 << 20
  /// The deepest nesting of tables and lists, dotted keys included. The parser recurses, so that it needs a bound.
  package static let deepest = 64

  /// The outermost table.
  package let root: TomlTable

  /// Reads a whole text; throws where it breaks TOML's syntax, is too large or nests too deeply.
  package init(_ text: String) throws(TomlError) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.count <= TomlDocument.largest else {
      throw TomlError(place: .start, key: "", expected: .document, found: .tooLarge)
    }
    // The parser takes a C string: it would end at a NUL in silence.
    if let nul = bytes.firstIndex(of: 0) {
      throw TomlError(place: TomlDocument.place(of: nul, in: bytes), key: "", expected: .document, found: .nul)
    }
    var scanner = PlaceScanner(bytes)
    let places = try scanner.scan()
    let parsed = try TomlDocument.parse(String(decoding: bytes, as: UTF8.self))
    root = try TomlBuilder.table(parsed, at: places, path: "", depth: 0)
    // The parser's tree has no owner that would free it.
    parsed.clear()
  }

  private static func parse(_ text: String) throws(TomlError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      let place = TomlPlace(line: max(1, begin.line), column: max(1, begin.column))
      throw TomlError(place: place, key: "", expected: .document, found: .syntax(error.description))
    } catch {
      throw TomlError(place: .start, key: "", expected: .document, found: .syntax(String(describing: error)))
    }
  }

  private static func place(of index: Int, in bytes: [UInt8]) -> TomlPlace {
    var place = TomlPlace.start
    for byte in bytes.prefix(index) {
      if byte == Ascii.newline {
        place = TomlPlace(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
