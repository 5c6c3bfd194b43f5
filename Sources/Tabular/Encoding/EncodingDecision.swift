/// What a file's first bytes and lines say about its encoding (`data-directory.md`, Text).
package struct EncodingDecision: Hashable, Sendable {
  package let encoding: TextEncoding
  /// Bytes of the byte order mark, which is no part of the text.
  package let markLength: Int
  /// Nothing that is appended to the file can change the decision.
  package let isSettled: Bool

  /// How many lines with a byte that is not ASCII are asked.
  static let sampledLines = 1_000

  /// Decides from a whole file.
  init(_ bytes: ByteView) {
    var probe = EncodingProbe()
    self = probe.look(bytes, isFinal: true).decision ?? EncodingDecision(.utf8, markLength: 0, isSettled: false)
  }

  fileprivate init(_ encoding: TextEncoding, markLength: Int, isSettled: Bool) {
    self.encoding = encoding
    self.markLength = markLength
    self.isSettled = isSettled
  }

  fileprivate static func marked(_ bytes: ByteView) -> EncodingDecision? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return EncodingDecision(.utf16LittleEndian, markLength: 2, isSettled: true)
    case (0xFE, 0xFF): return EncodingDecision(.utf16BigEndian, markLength: 2, isSettled: true)
    case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF:
      return EncodingDecision(.utf8, markLength: 3, isSettled: true)
    default: return nil
    }
  }
}

/// Decides a file's encoding while its bytes pass by.
package struct EncodingProbe: Sendable {
  private var hasBegun = false
  private var asked = 0
  private var sound = 0

  package init() {}

  /// Looks at the next bytes.
  ///
  /// - Returns: how many bytes need not be shown again, and the decision where it is made. Without one, more bytes must
  ///   follow the rest; `isFinal` says that there are none, and forces a decision.
  package mutating func look(_ bytes: ByteView, isFinal: Bool) -> (consumed: Int, decision: EncodingDecision?) {
    if !hasBegun {
      if bytes.count < 3 && !isFinal { return (0, nil) }
      if let marked = EncodingDecision.marked(bytes) { return (0, marked) }
      hasBegun = true
    }
    var index = 0
    while asked < EncodingDecision.sampledLines {
      let first = bytes.firstNonASCII(from: index)
      guard first < bytes.count else {
        index = bytes.count
        break
      }
      let end = bytes.firstLineEnd(from: first)
      if end == bytes.count && !isFinal { return (first, nil) }
      asked += 1
      if StrictUTF8.isValid(bytes, in: first..<end) { sound += 1 }
      index = end
    }
    let isSettled = asked >= EncodingDecision.sampledLines
    guard isSettled || isFinal else { return (index, nil) }
    return (index, EncodingDecision(sound * 2 >= asked ? .utf8 : .gb18030, markLength: 0, isSettled: isSettled))
  }
}
