import CNcurses
import Glibc

/// What the terminal is to be sent for keys that may come next, where it lies ready for the moment they come.
struct Answers {
  private var bytes: [UInt8] = []
  private var places: [cn_answer] = []

  /// What a wait has found.
  struct Waited {
    /// Of the `cn_ready_` bits; nil where the wait was broken off.
    let ready: Int?
    /// What was read; nil where nothing was, empty at the end of input.
    let input: [UInt8]?
    /// There may be more to read.
    let isFull: Bool
    /// Which answer was sent, and how many bytes of it were taken.
    let answer: (place: Int, sent: Int)?

    func has(_ bit: Int) -> Bool { ready.map { $0 & bit != 0 } ?? false }
  }

  /// - Parameters:
  ///   - key: the bytes of the key; empty where they are not known: it is never answered.
  ///   - until: ``Monotonic`` milliseconds from which on it is out of date.
  mutating func add(key: [UInt8], output: [UInt8], until: Int) {
    places.append(
      cn_answer(
        key: bytes.count, key_count: key.count, output: bytes.count + key.count, output_count: output.count,
        until: Int64(until)))
    bytes += key
    bytes += output
  }

  /// Waits until the terminal `input` has something to read (or, where it `wantsOutput`, takes more), the guard or `wake`
  /// (-1: none) is signalled, or `timeout` milliseconds have passed (-1: never). A key that is all that came is answered.
  /// - Parameter isArmed: false where none may be.
  func wait(input: Int32, wake: Int32, wantsOutput: Bool, timeout: Int32, isArmed: Bool) -> Waited {
    var waited = cn_waited()
    bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        cn_wait(
          input, wake, wantsOutput ? 1 : 0, timeout, bytes.baseAddress, places.baseAddress,
          isArmed ? Int32(places.count) : 0, &waited)
      }
    }
    let got = waited.got
    let isOver = got == 0 || got < 0 && waited.error != EAGAIN && waited.error != EINTR
    let read = got > 0 ? withUnsafeBytes(of: &waited.input) { Array($0.prefix(got)) } : isOver ? [] : nil
    return Waited(
      ready: waited.ready < 0 ? nil : Int(waited.ready), input: read,
      isFull: got == MemoryLayout.size(ofValue: waited.input),
      answer: waited.answer < 0 ? nil : (Int(waited.answer), max(0, waited.sent)))
  }
}
