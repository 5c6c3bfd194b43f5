import Dispatch
import Testing

/// Runs a suite on a thread of its own: tests that mostly wait for other programs keep no thread of the pool from the rest,
/// and begin at once instead of behind all of them.
struct OwnThread: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(Runner.shared) { try await function() }
  }

  private final class Runner: TaskExecutor {
    static let shared = Runner()
    private let queue = DispatchQueue(label: "tests that wait")

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }
}

extension Trait where Self == OwnThread {
  static var ownThread: OwnThread { OwnThread() }
}
