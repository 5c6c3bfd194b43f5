import Policy
import Synchronization

/// Reads many files under one lexicon, on as many threads as are worth it.
struct Intake: Sendable {
  let root: [UInt8]
  let realRoot: [UInt8]
  let lexicon: Lexicon

  /// What came of reading a file.
  enum Outcome: Sendable {
    case taken(TableFile)
    case refused(ReadFault)
  }

  /// Reads every file, in any order; `holds` says of which a last line without a line end is held back.
  func read(_ files: [ListedFile], holds: Set<RawPath> = []) -> [RawPath: Outcome] {
    let outcomes = Mutex<[RawPath: Outcome]>([:])
    // The largest first, so that no thread is left with one at the end.
    let order = files.sorted { Intake.size($0) > Intake.size($1) }
    let next = Atomic<Int>(0)
    @Sendable func work() {
      let reading = FileReading(lexicon)
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < order.count else { return }
        let outcome = read(order[index], reading, holds.contains(order[index].path))
        outcomes.withLock { $0[order[index].path] = outcome }
      }
    }
    let total = files.reduce(Int64(0)) { $0.addingSaturated(Intake.size($1)) }
    // Opening a small file costs as much as reading some KiB of it: many of them are worth a second thread too.
    let isMuch = total > 256 << 10 || files.count > 32
    let helper = files.count > 1 && isMuch ? Worker(work) : nil
    work()
    helper?.join()
    return outcomes.withLock { $0 }
  }

  private func read(_ listed: ListedFile, _ reading: FileReading, _ holds: Bool) -> Outcome {
    if case .refused(let reason) = listed.node { return .refused(ReadFault(reason: reason)) }
    do throws(ReadFault) {
      let content = try FileSource(realRoot: realRoot).read(Walk.absolute(root, listed.path))
      return .taken(reading.read(listed, content, holdsUnfinished: holds))
    } catch { return .refused(error) }
  }

  private static func size(_ file: ListedFile) -> Int64 {
    guard case .file(let identity) = file.node else { return 0 }
    return identity.size
  }
}
