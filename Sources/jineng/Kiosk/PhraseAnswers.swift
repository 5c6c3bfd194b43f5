import Dispatch
import Synchronization
import Terminal

/// Checks phrases beside the loop, which does not stand still for them.
final class PhraseAnswers: Sendable {
  private let wake: WakePipe
  private let answers = Mutex<[Bool]>([])
  private let queue = DispatchQueue(label: "jineng.phrase")

  init(wake: WakePipe) { self.wake = wake }

  func check(_ phrase: String, against hash: PhraseHash?) {
    queue.async {
      let isRight = hash?.accepts(phrase) ?? false
      self.answers.withLock { $0.append(isRight) }
      self.wake.signal()
    }
  }

  /// The answers since the last call, in order.
  func take() -> [Bool] {
    answers.withLock { answers in
      defer { answers = [] }
      return answers
    }
  }
}
