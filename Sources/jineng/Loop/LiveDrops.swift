import Dispatch
import Glibc
import Policy
import Sample
import Synchronization

/// Drops a new sample file every few seconds, as district offices do through the day.
final class LiveDrops: Sendable {
  private let directory: String
  private let sample: Mutex<LiveSample>
  private let queue = DispatchQueue(label: "jineng.demo")
  private let stopped = Mutex(false)
  private let through: Day

  private static let secondsBetween = 4.0

  init(plan: Plan, options: SampleOptions, directory: String) {
    self.directory = directory
    through = options.through
    sample = Mutex(LiveSample(plan: plan, options: options))
  }

  func start() { queue.asyncAfter(deadline: .now() + LiveDrops.secondsBetween) { self.drop() } }

  func stop() { stopped.withLock { $0 = true } }

  private func drop() {
    guard !stopped.withLock({ $0 }) else { return }
    if let file = sample.withLock({ $0.next(on: through) }) { write(file) }
    start()
  }

  /// A whole file by rename, its folders made where they are missing. A full disk ends the sample, not the program.
  private func write(_ file: LiveFile) {
    let path = directory + "/" + file.path
    var folder = directory
    for part in file.path.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = mkdir(folder, 0o755)
    }
    do throws(Outcome) { try Output.replaceFile(at: path, with: file.bytes) } catch { stop() }
  }
}
