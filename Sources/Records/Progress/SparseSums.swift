import Glibc

/// Sums by key where there are far more keys than there are rows: nothing is kept of a key that no row names.
///
/// A key has no more than ``bits`` bits. The sums are given in the order of their keys.
final class SparseSums {
  struct Sum {
    var key: UInt64
    var sum: Int64
    var rows: Int64
  }

  /// Bits of a key.
  let bits: Int
  private(set) var count = 0
  /// A slot's key is one more than the sum's; 0 where the slot is free.
  private var slots: UnsafeMutablePointer<Sum>
  private var slotBits = SparseSums.fewest

  private static let fewest = 6

  init(bits: Int) {
    self.bits = bits
    slots = .zeroed(1 << SparseSums.fewest)
  }

  deinit { free(slots) }

  /// Adds to the sum of a key.
  func add(_ key: UInt64, _ sum: Int64, rows: Int64 = 0) {
    if count &* 3 >= 2 << slotBits { grow() }
    let slot = slots + place(key)
    if slot.pointee.key == 0 {
      slot.pointee.key = key &+ 1
      count &+= 1
    }
    slot.pointee.sum &+= sum
    slot.pointee.rows &+= rows
  }

  /// Makes room for so many sums more: those of another table come in the order of its slots, and would crowd at the
  /// beginning of a smaller one.
  func reserve(_ more: Int) {
    while (count &+ more) &* 3 >= 2 << slotBits { grow() }
  }

  /// Every sum, in no order.
  func forEach(_ body: (Sum) -> Void) {
    for index in 0..<1 << slotBits where slots[index].key != 0 {
      var sum = slots[index]
      sum.key &-= 1
      body(sum)
    }
  }

  /// All sums, ordered by their keys.
  func sorted() -> [Sum] {
    var sums: [Sum] = []
    sums.reserveCapacity(count)
    forEach { sums.append($0) }
    return SparseSums.sorted(sums, bits: bits) { $0.key }
  }

  /// Forgets all sums.
  func removeAll() {
    guard count > 0 else { return }
    free(slots)
    slots = .zeroed(1 << SparseSums.fewest)
    slotBits = SparseSums.fewest
    count = 0
  }

  /// Where a key is, or belongs.
  private func place(_ key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 &- slotBits))
    while slots[place].key != 0, slots[place].key != key &+ 1 { place = (place &+ 1) & (1 << slotBits &- 1) }
    return place
  }

  private func grow() {
    let old = slots
    let oldCount = 1 << slotBits
    slotBits += 1
    slots = .zeroed(1 << slotBits)
    for index in 0..<oldCount where old[index].key != 0 { slots[place(old[index].key &- 1)] = old[index] }
    free(old)
  }

  /// How many bits tell so many numbers apart.
  static func bits(_ count: Int) -> Int { Int.bitWidth - max(0, count - 1).leadingZeroBitCount }

  /// Elements in the order of their numbers of so many bits; equal ones stay as they were.
  static func sorted<Element>(_ elements: [Element], bits: Int, by number: (Element) -> UInt64) -> [Element] {
    var (from, to) = (elements, elements)
    var shift: UInt64 = 0
    while shift < UInt64(bits), from.count > 1 {
      var places = [Int](repeating: 0, count: 1 << 11)
      for element in from { places[Int(number(element) &>> shift & 0x7FF)] += 1 }
      var next = 0
      for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
      for element in from {
        let digit = Int(number(element) &>> shift & 0x7FF)
        to[places[digit]] = element
        places[digit] += 1
      }
      swap(&from, &to)
      shift += 11
    }
    return from
  }
}
