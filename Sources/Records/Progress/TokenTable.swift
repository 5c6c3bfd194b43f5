/// Remembers what short texts stand for, by their bytes: each distinct text is understood once per file.
///
/// The hash has a seed of its own in every process, so that no file can be made to collide.
struct TokenTable {
  private struct Slot {
    var hash: UInt64 = 0
    var offset = 0
    /// Negative: the slot is free.
    var length = -1
    var value = 0
  }

  private var slots: [Slot] = Array(repeating: Slot(), count: 64)
  private var arena: [UInt8] = []
  private var used = 0

  private static let seed = UInt64.random(in: .min ... .max)

  /// What a text stands for; nil where nobody has said yet.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let place = slot(text, TokenTable.hash(text))
    return slots[place].length < 0 ? nil : slots[place].value
  }

  /// Says what a text stands for.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Int) {
    let hash = TokenTable.hash(text)
    var place = slot(text, hash)
    if slots[place].length >= 0 {
      slots[place].value = value
      return
    }
    if used * 2 >= slots.count {
      grow()
      place = slot(text, hash)
    }
    slots[place] = Slot(hash: hash, offset: arena.count, length: text.count, value: value)
    arena.append(contentsOf: text)
    used += 1
  }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].length >= 0 {
      if slots[place].hash == hash, slots[place].length == text.count, isEqual(text, at: slots[place].offset) {
        return place
      }
      place = (place &+ 1) & mask
    }
    return place
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      for index in text.indices where arena[offset &+ index] != text[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count &- 1
    for slot in old where slot.length >= 0 {
      var place = Int(truncatingIfNeeded: slot.hash) & mask
      while slots[place].length >= 0 { place = (place &+ 1) & mask }
      slots[place] = slot
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var index = 0
    while index &+ 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      tail = tail << 8 | UInt64(raw[index])
      index &+= 1
    }
    return mix(hash ^ tail)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
