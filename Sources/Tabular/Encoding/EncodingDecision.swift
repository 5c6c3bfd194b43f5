/// What a file's first bytes and lines say about its encoding (`data-directory.md`, Text).
struct EncodingDecision: Hashable, Sendable {
  let encoding: TextEncoding
  /// Bytes of the byte order mark, which is no part of the text.
  let markLength: Int

  /// How many lines with a byte that is not ASCII are asked.
  static let sampledLines = 1_000

  init(_ bytes: ByteView) {
    if let marked = Self.marked(bytes) {
      self = marked
    } else {
      self.init(Self.looksLikeUTF8(bytes) ? .utf8 : .gb18030, markLength: 0)
    }
  }

  private init(_ encoding: TextEncoding, markLength: Int) {
    self.encoding = encoding
    self.markLength = markLength
  }

  private static func marked(_ bytes: ByteView) -> EncodingDecision? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return EncodingDecision(.utf16LittleEndian, markLength: 2)
    case (0xFE, 0xFF): return EncodingDecision(.utf16BigEndian, markLength: 2)
    case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: return EncodingDecision(.utf8, markLength: 3)
    default: return nil
    }
  }

  /// At least half of the first 1,000 lines that hold a byte that is not ASCII are UTF-8, or there is no such line.
  private static func looksLikeUTF8(_ bytes: ByteView) -> Bool {
    var asked = 0
    var sound = 0
    var index = 0
    while asked < sampledLines {
      let first = bytes.firstNonASCII(from: index)
      guard first < bytes.count else { break }
      let end = bytes.firstLineEnd(from: first)
      asked += 1
      if StrictUTF8.isValid(bytes, in: first..<end) { sound += 1 }
      index = end
    }
    return sound * 2 >= asked
  }
}
