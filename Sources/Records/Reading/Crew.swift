import Glibc
import Synchronization

/// As many readings as there are processors worth having, each for one thread at a time.
///
/// Unchecked: ``run(_:)`` gives each reading to one thread only, and nothing else touches them meanwhile.
final class Crew: @unchecked Sendable {
  /// One for each thread; the first is the caller's.
  let readings: [FileReading]
  /// Told of every file; nil where nobody asks.
  let progress: ReadingProgress?

  /// More threads than this only wait for memory.
  private static let most = 8

  init(_ lexicon: Lexicon, _ progress: ReadingProgress? = nil) {
    self.progress = progress
    let axes = ProgressAxes(lexicon)
    let processors = min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), Crew.most)
    readings = (0..<processors).map { _ in FileReading(lexicon, axes) }
  }

  /// The reading of the thread that calls.
  var own: FileReading { readings[0] }

  /// Runs `work` on every thread with its reading, and waits for all; on `threads` of them at most.
  func run(threads: Int = .max, _ work: @escaping @Sendable (FileReading) -> Void) {
    let helpers = (1..<max(1, min(threads, readings.count))).compactMap { index in
      Worker { [self] in work(readings[index]) }
    }
    work(readings[0])
    for helper in helpers { helper.join() }
  }
}
