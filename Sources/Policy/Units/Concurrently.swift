import Dispatch

/// Work on many independent elements, shared by the processors; the result is the same as that of one.
enum Concurrently {
  /// The transformed indices `0..<count`, in their order.
  ///
  /// - Parameter grain: as many indices are given to a thread at a time; no more than that are done by the caller alone.
  static func map<Value: Sendable>(
    _ count: Int, grain: Int, _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    guard count > max(1, grain) else { return (0..<max(0, count)).map(transform) }
    let grain = max(1, grain)
    return [Value](unsafeUninitializedCapacity: count) { values, initialized in
      let slots = Slots(values)
      DispatchQueue.concurrentPerform(iterations: (count + grain - 1) / grain) { part in
        for index in (part * grain)..<min(count, (part + 1) * grain) { slots.fill(index, transform(index)) }
      }
      initialized = count
    }
  }

  /// Each slot is filled once, by one thread.
  private struct Slots<Value: Sendable>: @unchecked Sendable {
    private let values: UnsafeMutableBufferPointer<Value>

    init(_ values: UnsafeMutableBufferPointer<Value>) { self.values = values }

    func fill(_ index: Int, _ value: Value) { values.initializeElement(at: index, to: value) }
  }
}
