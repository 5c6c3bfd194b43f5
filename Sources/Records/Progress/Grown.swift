extension UnsafeMutablePointer {
  /// Moves to larger memory: the first `count` values stay as they are, the others up to `larger` become `value`.
  mutating func grow(from count: Int, to larger: Int, with value: Pointee) {
    let grown = UnsafeMutablePointer.allocate(capacity: larger)
    grown.moveInitialize(from: self, count: count)
    (grown + count).initialize(repeating: value, count: larger - count)
    deallocate()
    self = grown
  }
}
