/// How many cells a character takes, by this program's own table: the locale's `wcwidth` is never asked.
package struct DisplayWidth: Hashable, Sendable {
  /// Cells of a character of ambiguous width (box lines, blocks, `…`, `·`, Greek, Cyrillic): 1, or 2 in terminals set up
  /// for East Asian text.
  package let ambiguous: Int

  /// Anything but 2 counts as 1.
  package init(ambiguous: Int = 1) { self.ambiguous = ambiguous == 2 ? 2 : 1 }

  /// 0, 1 or 2. Control characters count 0; no ``SafeText`` holds any.
  package func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0xA0 { return 0 }
    if (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) { return 2 }
    // Box lines and blocks, the most frequent signs of all: none of them is zero or two cells wide by itself.
    if ambiguous == 1, (0x2500...0x259F).contains(value) { return 1 }
    if Self.contains(WidthTable.zero, value) { return 0 }
    if Self.contains(WidthTable.wide, value) { return 2 }
    return ambiguous == 2 && Self.contains(WidthTable.ambiguous, value) ? 2 : 1
  }

  /// The cells of all its scalars together: what a terminal without knowledge of grapheme clusters uses.
  package func width(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The cells of a whole text.
  package func width(of text: SafeText) -> Int {
    var columns = 0
    text.forEachPiece(self) { piece, _ in
      columns += piece.width
      return true
    }
    return columns
  }

  /// Whether one of the ranges that `table` lists holds `value`.
  private static func contains(_ table: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = low + (high - low) / 2
      if value < table[2 * middle] {
        high = middle
      } else if value > table[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
