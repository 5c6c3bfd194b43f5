import Glibc

/// A descriptor by which one thread wakes another out of `poll`.
struct Wake: ~Copyable, Sendable {
  /// To be waited for with `poll`.
  let descriptor: Int32
  private let input: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    input = ends[1]
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if input >= 0 { close(input) }
  }

  /// Wakes the other thread, now or when it next waits.
  func ring() {
    var byte: UInt8 = 1
    // A full pipe has been rung already.
    _ = write(input, &byte, 1)
  }

  /// Takes what was rung.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
