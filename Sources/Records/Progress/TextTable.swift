/// Remembers what texts stand for, by a hash of 128 bits: each distinct text is understood once.
///
/// The texts themselves are not kept, so that a table of thousands fits into the processor's memory. The hash begins
/// with seeds of its own in every process: no file can be made to collide, and by chance two texts in a million files
/// share one in 2^128 cases. A table that is full takes nothing more: what it does not know is understood anew.
final class TextTable {
  struct Slot {
    var hash: TextHash
    /// Negative: the slot is free.
    var value: Int
  }

  /// The table as it is until the next text is taken in; for loops that must not pass through a reference.
  struct View {
    fileprivate var slots: UnsafePointer<Slot>
    fileprivate var mask: Int
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var count = 0

  private static let mostTexts = 1 << 17
  private static let smallest = 64

  init() {
    slots = TextTable.free(TextTable.smallest)
    mask = TextTable.smallest - 1
  }

  deinit { slots.deallocate() }

  /// Whether the table takes no new texts.
  var isFull: Bool { count >= TextTable.mostTexts }

  /// The table as it is now.
  var view: View { View(slots: slots, mask: mask) }

  /// What a text stands for; -1 where nobody has said yet. Nothing behind the text is read.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> Int { view.value(TextHash(text)) }

  /// Says what a text stands for, unless the table is full or knows it already.
  func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Int) {
    let hash = TextHash(text)
    guard !isFull, view.value(hash) < 0 else { return }
    // Up to three quarters of the slots are filled.
    if (count &+ 1) &* 4 > mask &* 3 { grow() }
    put(Slot(hash: hash, value: value))
    count &+= 1
  }

  private func put(_ slot: Slot) {
    var place = slot.hash.place & mask
    while slots[place].value >= 0 { place = (place &+ 1) & mask }
    slots[place] = slot
  }

  private static func free(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(hash: TextHash(seeds: (0, 0)), value: -1), count: count)
    return slots
  }

  private func grow() {
    let old = slots
    let oldCount = mask &+ 1
    slots = TextTable.free(oldCount &* 2)
    mask = oldCount &* 2 &- 1
    for index in 0..<oldCount where old[index].value >= 0 { put(old[index]) }
    old.deallocate()
  }
}

extension TextTable.View {
  /// What the text of a hash stands for; -1 where nobody has said yet.
  @inline(__always)
  func value(_ hash: TextHash) -> Int {
    var place = hash.place & mask
    while true {
      let slot = slots + place
      if slot.pointee.hash == hash || slot.pointee.value < 0 { return slot.pointee.value }
      place = (place &+ 1) & mask
    }
  }
}
