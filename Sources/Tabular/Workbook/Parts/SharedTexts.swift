/// The texts that cells refer to by number, packed into blocks: no text costs an allocation of its own, and growing
/// never copies what is there.
struct SharedTexts {
  private static let blockSize = 1 << 20
  private static let headerSize = 3
  private static let tooLarge = 0xFF_FFFF

  private var blocks: [[UInt8]] = []
  /// Where each text's length stands: block × 2^20 + place. The text follows.
  private var starts: [UInt32] = []

  var count: Int { starts.count }
  /// Bytes of all texts.
  private(set) var size = 0

  /// Adds a text; nil stands for one that is too large for a field.
  mutating func append(_ text: [UInt8]?) {
    let length = text?.count ?? 0
    size &+= length
    if blocks.last.map({ $0.count &+ length &+ Self.headerSize > Self.blockSize }) ?? true {
      var block: [UInt8] = []
      block.reserveCapacity(Self.blockSize)
      blocks.append(block)
    }
    let block = blocks.count &- 1
    starts.append(UInt32(truncatingIfNeeded: block &* Self.blockSize &+ blocks[block].count))
    let written = text == nil ? Self.tooLarge : length
    for shift in [0, 8, 16] { blocks[block].append(UInt8(truncatingIfNeeded: written >> shift)) }
    if let text { blocks[block].append(contentsOf: text) }
  }

  /// The text of a number: its bytes, or nil for one that is too large. Absent where there is no such text.
  func with<Result>(_ index: Int, _ body: (ArraySlice<UInt8>?) -> Result) -> Result? {
    guard starts.indices.contains(index) else { return nil }
    let start = Int(starts[index])
    let block = blocks[start / Self.blockSize]
    let place = start % Self.blockSize
    let length = Int(block[place]) | Int(block[place &+ 1]) << 8 | Int(block[place &+ 2]) << 16
    guard length != Self.tooLarge else { return body(nil) }
    let begin = place &+ Self.headerSize
    return body(block[begin..<begin &+ length])
  }
}

/// Reads the part of the shared texts. Runs of rich text are put together, and what tells how to pronounce is left out.
final class SharedTextsReader: XMLSink {
  private(set) var texts = SharedTexts()
  private var text = CollectedText()
  private var isInItem = false
  private var isInRun = false
  private var collects = 0

  override func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    switch depth {
    case 2:
      isInItem = name("si")
      text.reset()
    case 3 where isInItem:
      isInRun = name("r")
      if name("t") { collects = depth }
    case 4 where isInItem && isInRun:
      if name("t") { collects = depth }
    default: break
    }
  }

  override func end(depth: Int) -> Bool {
    if depth == collects { collects = 0 }
    if depth == 3 { isInRun = false }
    if depth == 2, isInItem {
      isInItem = false
      guard texts.count < WorkbookLimits.texts, texts.size <= WorkbookLimits.sharedText else {
        fault = .tooMuch(.texts)
        return true
      }
      text.undoEscapes()
      texts.append(text.isTooLarge ? nil : text.bytes)
    }
    return false
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) {
    if depth == collects { text.append(bytes) }
  }
}
