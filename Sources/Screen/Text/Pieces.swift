/// What goes into one cell, or into two for a wide character: a character and the marks drawn on it.
package struct Piece: Hashable, Sendable {
  package let text: String
  /// 1 or 2.
  package let width: Int
}

extension SafeText {
  /// Its characters with their cells, as a terminal places them: marks without width stay on the character before.
  package func pieces(_ widths: DisplayWidth) -> Pieces { Pieces(self, widths) }

  /// See ``pieces(_:)``.
  package struct Pieces: Sequence, IteratorProtocol {
    private let scalars: String.UnicodeScalarView
    private var place: String.UnicodeScalarView.Index
    private let widths: DisplayWidth

    init(_ text: SafeText, _ widths: DisplayWidth) {
      scalars = text.string.unicodeScalars
      place = scalars.startIndex
      self.widths = widths
    }

    /// ASCII and the common Chinese characters: their width is known, and they are no marks on what stands before.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x80 || (0x4E00...0x9FFF).contains(scalar.value)
    }

    package mutating func next() -> Piece? {
      guard place < scalars.endIndex else { return nil }
      let start = place
      let first = scalars[place]
      scalars.formIndex(after: &place)
      if Self.isPlain(first), place == scalars.endIndex || Self.isPlain(scalars[place]) {
        return Piece(text: String(Character(first)), width: first.value < 0x80 ? 1 : 2)
      }
      while place < scalars.endIndex, widths.width(of: scalars[place]) == 0 { scalars.formIndex(after: &place) }
      return Piece(text: String(scalars[start..<place]), width: Swift.max(1, widths.width(of: first)))
    }
  }
}
