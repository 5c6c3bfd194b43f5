/// What goes into one cell, or into two for a wide character: a character and the marks drawn on it.
package struct Piece: Hashable, Sendable {
  package let text: CellText
  /// 1 or 2.
  package let width: Int

  package static let blank = Piece(text: .blank, width: 1)
}

extension SafeText {
  /// Its characters with their cells, as a terminal places them: marks without width stay on the character before.
  package func pieces(_ widths: DisplayWidth) -> [Piece] {
    var pieces: [Piece] = []
    forEachPiece(widths) { piece, _ in
      pieces.append(piece)
      return true
    }
    return pieces
  }

  /// Its first character; nil where it is empty.
  func firstPiece(_ widths: DisplayWidth) -> Piece? {
    var first: Piece?
    forEachPiece(widths) { piece, _ in
      first = piece
      return false
    }
    return first
  }

  /// Calls `body` with each piece and the number of UTF-8 bytes through its end, as long as that says true.
  @inline(__always)
  func forEachPiece(_ widths: DisplayWidth, _ body: (Piece, Int) -> Bool) {
    var text = string
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let piece = Self.piece(of: bytes, &place, widths)
        if !body(piece, place) { return }
      }
    }
  }

  /// The piece that begins at `place`, which goes behind it.
  private static func piece(
    of bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ widths: DisplayWidth
  ) -> Piece {
    let first = scalar(of: bytes, &place)
    let width: Int
    if first.value < 0x7F {
      width = 1
    } else if (0x4E00...0x9FFF).contains(first.value) {
      width = 2
    } else {
      width = max(1, widths.width(of: first))
    }
    var text = CellText(first)
    // No mark begins with a byte of ASCII or of the common Chinese characters.
    while place < bytes.count, bytes[place] >= 0x80, !(0xE4...0xE9).contains(bytes[place]) {
      var after = place
      let mark = scalar(of: bytes, &after)
      guard widths.width(of: mark) == 0 else { break }
      text.append(mark)
      place = after
    }
    return Piece(text: text, width: width)
  }

  /// Decodes the scalar at `place`, which goes behind it; the bytes of a string are valid.
  private static func scalar(of bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Unicode.Scalar {
    func next() -> UInt32 {
      guard place < bytes.count else { return 0 }
      defer { place += 1 }
      return UInt32(bytes[place])
    }
    let lead = next()
    let value: UInt32
    switch lead {
    case 0..<0x80: value = lead
    case 0..<0xE0: value = (lead & 0x1F) << 6 | next() & 0x3F
    case 0..<0xF0: value = (lead & 0x0F) << 12 | (next() & 0x3F) << 6 | next() & 0x3F
    default: value = (lead & 0x07) << 18 | (next() & 0x3F) << 12 | (next() & 0x3F) << 6 | next() & 0x3F
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
