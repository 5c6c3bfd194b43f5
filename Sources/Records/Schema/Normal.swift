@_spi(_Unicode) import Swift

/// Unicode's canonical composed form (NFC), in which text is stored.
enum Normal {
  /// `text` in NFC.
  static func form(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether every scalar is of a range in which nothing composes, decomposes or moves: nearly all text of these files.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 }
      || text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x300, 0x2010...0x206F, 0x3001...0x3029, 0x3400...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
      }
  }
}
