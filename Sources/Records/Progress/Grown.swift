import Glibc

extension UnsafeMutablePointer {
  /// Memory of zero bytes, to be freed by `free`; it takes no room until it is written to.
  static func zeroed(_ count: Int) -> UnsafeMutablePointer {
    guard let memory = calloc(count, MemoryLayout<Pointee>.stride) else {
      // Without memory there is nothing to go on with; the allocator of the language says so.
      return .allocate(capacity: .max / MemoryLayout<Pointee>.stride)
    }
    return memory.bindMemory(to: Pointee.self, capacity: count)
  }

  /// Moves to larger memory: the first `count` values stay as they are, the others up to `larger` become `value`.
  mutating func grow(from count: Int, to larger: Int, with value: Pointee) {
    let grown = UnsafeMutablePointer.allocate(capacity: larger)
    grown.moveInitialize(from: self, count: count)
    (grown + count).initialize(repeating: value, count: larger - count)
    deallocate()
    self = grown
  }
}
