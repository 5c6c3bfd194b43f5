public import Policy
import Synchronization

/// Reads a data directory and keeps what it gave, so that later looks read only what changed.
///
/// It never writes into the directory. It may be used from any thread; one look at a time.
public final class DirectoryReader: Sendable {
  private let keeper: Mutex<Keeper>
  private let keepsLater: Bool
  /// Keeps what was read for the next run; nil while nothing is kept.
  private let keeping = Mutex<Worker?>(nil)

  /// A reader that has read nothing yet.
  ///
  /// - Parameter keepsLater: what is kept for the next run is written on a thread of its own while the snapshot is used;
  ///   ``finish()`` waits for it.
  public init(_ source: DirectorySource, for purpose: ReadingPurpose = .files, keepsLater: Bool = false) {
    keeper = Mutex(Keeper(source, purpose))
    self.keepsLater = keepsLater
  }

  deinit { finish() }

  /// Waits until what was read is kept for the next run.
  public func finish() {
    let worker = keeping.withLock { worker in
      defer { worker = nil }
      return worker
    }
    worker?.join()
  }

  /// Reads everything once, at once: for one-shot commands, and for the first frame of a console.
  ///
  /// An empty directory is fine and gives empty facts.
  ///
  /// - Parameter progress: told how far the read is, chunk by chunk, and asked whether to go on. A read that is
  ///   cancelled keeps nothing: the reader is then as before its first read.
  /// - Throws: ``DirectoryError`` where the directory or the plan cannot be used, or the read was cancelled. Nothing else
  ///   is thrown: what is wrong with a file is a problem of the snapshot.
  public func read(progress: ReadingProgress? = nil) throws(DirectoryError) -> Snapshot {
    let snapshot = try keeper.withLock { keeper throws(DirectoryError) in
      let moment = ClockReading.now
      let snapshot = try keeper.readAll(moment, progress)
      if keeper.purpose != .watching, !keepsLater { keeper.payDebt(moment, isLast: true) }
      return snapshot
    }
    if keepsLater {
      finish()
      // The thread borrows the reader, which waits for it before it goes.
      let reader = Unmanaged.passUnretained(self)
      let worker = Worker { reader.takeUnretainedValue().payDebt(isLast: true) }
      keeping.withLock { $0 = worker }
    }
    return snapshot
  }
}

extension DirectoryReader {
  /// Looks once, as the timer or a person asks: what has settled since earlier looks is taken.
  ///
  /// A file that moved is taken when a second look, at least 200 ms later, finds it as the first did; so one call alone
  /// seldom shows a change. ``DirectoryWatcher`` makes the calls.
  ///
  /// - Returns: a new snapshot, or nil where nothing moved or ``read()`` has not succeeded yet.
  public func rescan() -> Snapshot? { look(.now, .rescan).snapshot }

  /// The same at a time of the caller's: nanoseconds of a clock that never goes back, seconds since 1970-01-01 UTC.
  package func rescan(uptime: Int64, wall: Double) -> Snapshot? {
    look(ClockReading(uptime: uptime, wall: wall), .rescan).snapshot
  }

  /// Looks once at a given time.
  func look(_ moment: ClockReading, _ reason: LookReason) -> Look { keeper.withLock { $0.look(moment, reason) } }

  /// Does a piece of what is left to prove while nothing else is to be done.
  func prove() -> Proving.Step { keeper.withLock { $0.prove(.now) } }

  /// Writes the cache where that is worth it and nothing else is to be done.
  func payDebt(isLast: Bool) { keeper.withLock { $0.payDebt(.now, isLast: isLast) } }

  /// Reads everything at a given time.
  func read(at moment: ClockReading) throws(DirectoryError) -> Snapshot {
    try keeper.withLock { keeper throws(DirectoryError) in try keeper.readAll(moment) }
  }

  /// Lends what is kept, for tests that need a state which the file system gives only by chance.
  func withKeeper<Result: Sendable>(_ body: (inout Keeper) -> Result) -> Result { keeper.withLock { body(&$0) } }

  /// Where the records are.
  var root: [UInt8] { keeper.withLock { $0.source.rootBytes } }
}
