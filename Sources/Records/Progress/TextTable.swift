import CSweep

/// Remembers what texts stand for, by a hash of 128 bits: each distinct text is understood once.
///
/// The texts themselves are not kept, so that a table of thousands fits into the processor's memory. The hash has keys
/// of its own in every process: no file can be made to collide, and by chance two of the five thousand texts of a large
/// file share one in 2^39 such files. A table that is full takes nothing more, and it never takes texts longer than
/// ``TextHash/longest``: what it does not know is understood anew.
final class TextTable {
  /// By what means its texts are hashed.
  private let means: Int32
  @exclusivity(unchecked) private var slots: UnsafeMutablePointer<csweep_slot>
  /// There are 2^bits slots.
  @exclusivity(unchecked) private var bits: UInt32 = 6
  /// The longest text in it, in bytes.
  @exclusivity(unchecked) private var longest = 0
  @exclusivity(unchecked) private(set) var count = 0

  private static let mostTexts = 1 << 17

  init(means: Int32 = TextHash.bestMeans) {
    self.means = means
    slots = TextTable.free(1 << Int(bits))
  }

  deinit { slots.deallocate() }

  /// Whether the table takes no new texts.
  var isFull: Bool { count >= TextTable.mostTexts }

  /// The table as it is until the next text is taken in.
  var view: csweep_table {
    csweep_table(
      slots: UnsafePointer(slots), mask: 1 << UInt64(bits) - 1, shift: 64 - bits, longest: UInt32(longest),
      pairs: csweep_pairs(longest))
  }

  /// What a text stands for; -1 where nobody has said yet. Nothing behind the text is read.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    text.count > longest ? -1 : value(TextHash.of(text, means: means))
  }

  /// Says what a text stands for, unless the table is full or knows it already: only then is the value asked for.
  @inline(__always)
  func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: () -> Int) {
    guard !isFull, text.count <= TextHash.longest else { return }
    let hash = TextHash.of(text, means: means)
    if self.value(hash) < 0 { add(hash, value(), length: text.count) }
  }

  /// Says what a text stands for, unless the table is full or knows it already.
  func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Int) { insert(text) { value } }

  private func add(_ hash: csweep_hash, _ value: Int, length: Int) {
    // Up to half of the slots are filled, so that few texts are not where the search begins.
    if (count &+ 1) &* 2 > 1 << Int(bits) { grow() }
    put(csweep_slot(hash: hash, value: Int64(value)))
    count &+= 1
    longest = max(longest, length)
  }

  private func value(_ hash: csweep_hash) -> Int {
    withUnsafePointer(to: view) { Int(csweep_find($0, hash)) }
  }

  private func put(_ slot: csweep_slot) {
    let mask = 1 << Int(bits) - 1
    var place = Int(csweep_place(slot.hash, 64 - bits))
    while slots[place].value >= 0 { place = (place &+ 1) & mask }
    slots[place] = slot
  }

  private static func free(_ count: Int) -> UnsafeMutablePointer<csweep_slot> {
    let slots = UnsafeMutablePointer<csweep_slot>.allocate(capacity: count)
    slots.initialize(repeating: csweep_slot(hash: csweep_hash(low: 0, high: 0), value: -1), count: count)
    return slots
  }

  private func grow() {
    let old = slots
    let oldCount = 1 << Int(bits)
    bits += 1
    slots = TextTable.free(1 << Int(bits))
    for index in 0..<oldCount where old[index].value >= 0 { put(old[index]) }
    old.deallocate()
  }
}
