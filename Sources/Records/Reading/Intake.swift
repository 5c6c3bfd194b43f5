import Policy
import Synchronization

/// Reads many files under one lexicon, on as many threads as are worth it.
struct Intake: Sendable {
  let root: [UInt8]
  let realRoot: [UInt8]
  let crew: Crew
  let wishes: FileReading.Wishes

  /// What came of reading a file.
  enum Outcome: Sendable {
    case taken(TableFile)
    case refused(ReadFault)
  }

  /// A file to read, and what is known of it already.
  struct Order: Sendable {
    var listed: ListedFile
    /// What it gave before it grew, perhaps; nil to read it whole.
    var before: TableFile?
    /// A last line without a line end is held back.
    var holds = false
  }

  /// Files from this size on are read by all threads at once, in bytes.
  static let large: Int64 = 8 << 20

  /// Reads every file, in any order.
  func read(_ orders: [Order]) -> [RawPath: Outcome] {
    let outcomes = Mutex<[RawPath: Outcome]>([:])
    // The largest first, so that no thread is left with one at the end.
    let queue = orders.sorted { Intake.size($0.listed) > Intake.size($1.listed) }
    let large = queue.prefix { Intake.size($0.listed) >= Intake.large && $0.listed.table == .progress }
    for order in large {
      let outcome = read(order, crew.own, all: crew)
      outcomes.withLock { $0[order.listed.path] = outcome }
    }
    let rest = Array(queue.dropFirst(large.count))
    let next = Atomic<Int>(0)
    let total = rest.reduce(Int64(0)) { $0.addingSaturated(Intake.size($1.listed)) }
    // Opening a small file costs as much as reading some KiB of it: many of them are worth another thread, too.
    let isMuch = rest.count > 1 && (total > 256 << 10 || rest.count > 32)
    crew.run(threads: isMuch ? .max : 1) { reading in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < rest.count else { return }
        let outcome = read(rest[index], reading, all: nil)
        outcomes.withLock { $0[rest[index].listed.path] = outcome }
      }
    }
    return outcomes.withLock { $0 }
  }

  private func read(_ order: Order, _ reading: FileReading, all helpers: Crew?) -> Outcome {
    guard let progress = crew.progress else { return take(order, reading, all: helpers) }
    if progress.isCancelled { return .refused(.cancelled) }
    let file = progress.begin(order.listed)
    let windows = (helpers?.readings ?? [reading]).map(\.window)
    for window in windows { window.progress = file }
    defer {
      for window in windows { window.progress = nil }
      progress.finish(file)
    }
    return take(order, reading, all: helpers)
  }

  private func take(_ order: Order, _ reading: FileReading, all crew: Crew?) -> Outcome {
    let listed = order.listed
    if case .refused(let reason) = listed.node { return .refused(ReadFault(reason: reason)) }
    var wishes = wishes
    wishes.holdsUnfinished = order.holds
    do throws(ReadFault) {
      let path = Walk.absolute(root, listed.path)
      return .taken(
        try FileSource(realRoot: realRoot).read(path) { (file) throws(ReadFault) -> TableFile? in
          if let before = order.before, let grown = try reading.readOn(before, listed, file, wishes) { return grown }
          if let crew, let made = try SlicedReading(crew, listed, file, wishes).read() { return made }
          return try reading.read(listed, file, wishes)
        })
    } catch { return .refused(error) }
  }

  private static func size(_ file: ListedFile) -> Int64 {
    guard case .file(let identity) = file.node else { return 0 }
    return identity.size
  }
}
