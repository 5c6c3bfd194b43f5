import Glibc

/// Memory of zero bytes, which takes no room until it is written to.
///
/// Sums lie scattered in it. In pages of 4 KB the first touch of each would cost more than a hundred rows: large memory
/// is asked for in huge pages, where the system has them.
struct ZeroedMemory<Element>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  /// What `calloc` gave; `base` may begin later in it.
  private let memory: UnsafeMutableRawPointer

  private static var hugePage: Int { 2 << 20 }

  init(_ count: Int) {
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    let isLarge = bytes >= ZeroedMemory.hugePage / 2
    guard let memory = calloc(isLarge ? bytes + ZeroedMemory.hugePage : bytes, 1) else {
      // Without memory there is nothing to go on with; the allocator of the language says so.
      base = .allocate(capacity: .max / MemoryLayout<Element>.stride)
      memory = UnsafeMutableRawPointer(base)
      return
    }
    self.memory = memory
    let start = isLarge ? memory.alignedUp(toMultipleOf: ZeroedMemory.hugePage) : memory
    if isLarge { madvise(start, bytes, MADV_HUGEPAGE) }
    base = start.bindMemory(to: Element.self, capacity: count)
  }

  deinit { free(memory) }
}
