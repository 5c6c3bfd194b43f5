/// Remembers what texts stand for, by their bytes: each distinct text is understood once.
///
/// The hash has a seed of its own in every process, so that no file can be made to collide. A table that is full
/// takes nothing more: what it does not know is understood anew each time.
final class TextTable {
  struct Slot {
    /// The upper half of the text's hash; the lower one leads to the slot.
    var tag: UInt32
    var offset: Int32
    /// Negative: the slot is free.
    var length: Int32
    var value: Int32
  }

  /// The table as it is until the next text is taken in; for loops that must not pass through a reference.
  struct View {
    fileprivate var slots: UnsafePointer<Slot>
    fileprivate var mask: Int
    fileprivate var arena: UnsafeRawPointer
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  /// Every text begins at a multiple of eight and ends with zeros up to one, so that words can be compared.
  private var arena: UnsafeMutableRawPointer
  private var arenaSize: Int
  private var arenaUsed = 0
  private(set) var count = 0

  private static let seed = UInt64.random(in: .min ... .max)
  private static let mostTexts = 1 << 17
  private static let largestArena = 16 << 20
  private static let smallest = 64

  init() {
    slots = TextTable.free(TextTable.smallest)
    mask = TextTable.smallest - 1
    arenaSize = 4096
    arena = .allocate(byteCount: arenaSize, alignment: 8)
  }

  deinit {
    slots.deallocate()
    arena.deallocate()
  }

  /// Whether the table takes no new texts.
  var isFull: Bool { count >= TextTable.mostTexts || arenaUsed >= TextTable.largestArena }

  @inline(__always)
  fileprivate static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 32) }

  /// Where hashing a text begins.
  static var start: UInt64 { seed }

  /// Takes the next eight bytes of a text into its hash; the last ones with zeros behind them.
  @inline(__always)
  static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// The table as it is now.
  var view: View { View(slots: slots, mask: mask, arena: arena) }

  /// What a text stands for; -1 where nobody has said yet. Nothing behind the text is read.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let words = TextWords(text)
    var place = Int(truncatingIfNeeded: words.hash) & mask
    while true {
      let slot = slots[place]
      if slot.length < 0 { return -1 }
      if slot.tag == TextTable.tag(words.hash), Int(slot.length) == text.count,
        words.isEqual(arena + Int(slot.offset))
      {
        return Int(slot.value)
      }
      place = (place &+ 1) & mask
    }
  }

  /// Says what a text stands for, unless the table is full or knows it already.
  func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Int) {
    guard !isFull, self.value(text) < 0 else { return }
    if (count &+ 1) &* 2 > mask { grow() }
    let words = TextWords(text)
    let size = (text.count / 8 + 1) &* 8
    while arenaUsed &+ size > arenaSize { growArena() }
    words.copy(to: arena + arenaUsed)
    var place = Int(truncatingIfNeeded: words.hash) & mask
    while slots[place].length >= 0 { place = (place &+ 1) & mask }
    slots[place] = Slot(
      tag: TextTable.tag(words.hash), offset: Int32(truncatingIfNeeded: arenaUsed),
      length: Int32(clamping: text.count), value: Int32(clamping: value))
    arenaUsed &+= size
    count &+= 1
  }

  private static func free(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(tag: 0, offset: 0, length: -1, value: 0), count: count)
    return slots
  }

  private func grow() {
    let old = slots
    let oldCount = mask &+ 1
    slots = TextTable.free(oldCount &* 4)
    mask = oldCount &* 4 &- 1
    for index in 0..<oldCount where old[index].length >= 0 {
      let text = (arena + Int(old[index].offset)).assumingMemoryBound(to: UInt8.self)
      let words = TextWords(UnsafeBufferPointer(start: text, count: Int(old[index].length)))
      var place = Int(truncatingIfNeeded: words.hash) & mask
      while slots[place].length >= 0 { place = (place &+ 1) & mask }
      slots[place] = old[index]
    }
    old.deallocate()
  }

  private func growArena() {
    let larger = UnsafeMutableRawPointer.allocate(byteCount: arenaSize &* 4, alignment: 8)
    larger.copyMemory(from: arena, byteCount: arenaUsed)
    arena.deallocate()
    arena = larger
    arenaSize &*= 4
  }
}

extension TextTable.View {
  /// What a text of `length` bytes at `text` stands for; -1 where nobody has said yet. Eight bytes behind it are read.
  @inline(__always)
  func value(_ text: UnsafeRawPointer, _ length: Int, hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots + place
      if slot.pointee.length < 0 { return -1 }
      if slot.pointee.tag == TextTable.tag(hash), Int(slot.pointee.length) == length,
        isEqual(text, length, arena + Int(slot.pointee.offset))
      {
        return Int(slot.pointee.value)
      }
      place = (place &+ 1) & mask
    }
  }

  /// Whether the bytes at `text` are those of the table's copy, whose last word ends with zeros.
  @inline(__always)
  private func isEqual(_ text: UnsafeRawPointer, _ length: Int, _ own: UnsafeRawPointer) -> Bool {
    var at = 0
    while at &+ 8 <= length {
      if text.loadUnaligned(fromByteOffset: at, as: UInt64.self) != own.load(fromByteOffset: at, as: UInt64.self) {
        return false
      }
      at &+= 8
    }
    if at == length { return true }
    let keep = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- (length &- at) &* 8)
    let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & keep
    return word == UInt64(littleEndian: own.load(fromByteOffset: at, as: UInt64.self))
  }
}

/// A text as words of eight bytes, the last with zeros behind the text; there is always one that is not full.
private struct TextWords {
  private let text: UnsafeBufferPointer<UInt8>
  private let tail: UInt64
  let hash: UInt64

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    let raw = UnsafeRawBufferPointer(text)
    var hash = TextTable.start
    var at = 0
    while at &+ 8 <= raw.count {
      hash = TextTable.mix(hash, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at &+= 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while at < raw.count {
      tail |= UInt64(raw[at]) &<< shift
      shift &+= 8
      at &+= 1
    }
    self.tail = tail
    self.hash = TextTable.mix(hash, tail)
  }

  func isEqual(_ own: UnsafeRawPointer) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    var at = 0
    while at &+ 8 <= raw.count {
      if raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) != own.load(fromByteOffset: at, as: UInt64.self) {
        return false
      }
      at &+= 8
    }
    return tail == UInt64(littleEndian: own.load(fromByteOffset: at, as: UInt64.self))
  }

  func copy(to own: UnsafeMutableRawPointer) {
    if let base = text.baseAddress { own.copyMemory(from: base, byteCount: text.count / 8 * 8) }
    own.storeBytes(of: tail.littleEndian, toByteOffset: text.count / 8 * 8, as: UInt64.self)
  }
}
