import Console
import Synchronization
import Terminal

/// Events that other threads hand to the loop. Posting wakes it.
final class Mailbox: Sendable {
  private let waiting = Mutex<[Event]>([])
  private let failure = Mutex<Outcome?>(nil)
  private let wake: WakePipe

  init(wake: WakePipe) { self.wake = wake }

  func post(_ event: Event) {
    waiting.withLock { $0.append(event) }
    wake.signal()
  }

  /// Lets the loop look around without an event.
  func wakeLoop() { wake.signal() }

  /// Something after which the program cannot go on.
  func fail(_ outcome: Outcome) {
    failure.withLock { $0 = $0 ?? outcome }
    wake.signal()
  }

  /// Everything posted since the last call, in order.
  func collect() throws(Outcome) -> [Event] {
    if let outcome = failure.withLock({ $0 }) { throw outcome }
    return waiting.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
