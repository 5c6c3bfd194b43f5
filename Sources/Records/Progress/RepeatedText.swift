/// A short text with the delimiter behind it, so that it is known again without looking for its end.
struct RepeatedText {
  /// Bytes up to and with the delimiter.
  private(set) var length = 0
  /// What the text stands for.
  private(set) var value = 0
  private var words: (UInt64, UInt64) = (0, 0)
  private var masks: (UInt64, UInt64) = (0, 0)

  /// No text, which stands nowhere.
  init() { words.0 = 1 }

  /// The text of `length` bytes, its delimiter counted; where it is too long, no text. Sixteen bytes are read.
  init(_ text: UnsafeRawPointer, _ length: Int, value: Int) {
    self.init()
    guard length <= 16 else { return }
    self.length = length
    self.value = value
    masks.0 = RepeatedText.mask(min(length, 8))
    masks.1 = RepeatedText.mask(max(0, length - 8))
    words.0 = RepeatedText.word(text, 0) & masks.0
    words.1 = RepeatedText.word(text, 8) & masks.1
  }

  /// Whether the text, and its delimiter, stand there. Sixteen bytes are read.
  @inline(__always)
  func stands(at text: UnsafeRawPointer) -> Bool {
    let first = RepeatedText.word(text, 0) & masks.0 ^ words.0
    let second = RepeatedText.word(text, 8) & masks.1 ^ words.1
    return first | second == 0
  }

  @inline(__always)
  private static func word(_ text: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static func mask(_ bytes: Int) -> UInt64 { bytes == 0 ? 0 : UInt64.max >> UInt64(64 - bytes * 8) }
}
