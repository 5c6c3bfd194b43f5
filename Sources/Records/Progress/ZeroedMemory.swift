import Glibc

/// Memory of zero bytes, which takes no room until it is written to.
///
/// Sums lie scattered in it. In pages of 4 KB the first touch of each would cost more than a hundred rows: large memory
/// is asked for in huge pages, where the system has them.
struct ZeroedMemory<Element>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  /// Where the mapping begins; nil: it came from `calloc`.
  private let mapping: UnsafeMutableRawPointer?
  private let length: Int

  private static var hugePage: Int { 2 << 20 }

  init(_ count: Int) {
    let bytes = max(1, count) * MemoryLayout<Element>.stride
    length = bytes + ZeroedMemory.hugePage
    if bytes >= ZeroedMemory.hugePage / 2,
      let mapping = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), mapping != MAP_FAILED
    {
      self.mapping = mapping
      let mask = UInt(ZeroedMemory.hugePage) - 1
      let start = mapping + Int((mask + 1 - (UInt(bitPattern: mapping) & mask)) & mask)
      madvise(start, bytes, MADV_HUGEPAGE)
      base = start.bindMemory(to: Element.self, capacity: count)
      return
    }
    mapping = nil
    guard let memory = calloc(count, MemoryLayout<Element>.stride) else {
      // Without memory there is nothing to go on with; the allocator of the language says so.
      base = .allocate(capacity: .max / MemoryLayout<Element>.stride)
      return
    }
    base = memory.bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    if let mapping { munmap(mapping, length) } else { free(base) }
  }
}
