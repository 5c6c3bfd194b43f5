import Glibc

/// Bytes on their way to the terminal. Sending never waits: what a slow terminal does not take stays here.
struct Outbox {
  let descriptor: Int32
  private var bytes: [UInt8] = []
  private var sent = 0
  /// The terminal is gone: everything is dropped from now on.
  private(set) var isBroken = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  var isEmpty: Bool { sent >= bytes.count }

  mutating func append(_ more: [UInt8]) {
    guard !isBroken, !more.isEmpty else { return }
    if isEmpty {
      bytes = more
      sent = 0
    } else {
      bytes += more
    }
  }

  /// Sends what the terminal takes now.
  mutating func send() {
    while !isEmpty {
      let start = sent
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start) }
      if count > 0 {
        sent += count
      } else if count < 0 && errno == EINTR {
        continue
      } else {
        if count == 0 || errno != EAGAIN { isBroken = true }
        break
      }
    }
    if isEmpty || isBroken {
      bytes = []
      sent = 0
    }
  }

  /// Sends everything, waiting for the terminal at most so many milliseconds.
  mutating func send(within milliseconds: Int) {
    let deadline = Monotonic.now + milliseconds
    send()
    while !isEmpty {
      let left = deadline - Monotonic.now
      guard left > 0 else { return }
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&request, 1, Int32(clamping: left))
      send()
    }
  }
}
