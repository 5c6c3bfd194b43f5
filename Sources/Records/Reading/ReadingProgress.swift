import Policy
import Synchronization

/// How far a read of the data directory is, told while it goes on, and the wish that it be given up.
///
/// The reading threads write, any other thread reads ``state``. One read at a time.
public final class ReadingProgress: Sendable {
  /// What a read is doing.
  public enum Phase: Hashable, Sendable {
    /// It looks for files; nothing is known of them yet.
    case listing
    /// It reads them.
    case reading
    /// Every file is read; the facts are put together.
    case assembling
  }

  /// How far it is at one moment. Figures of a read, never of the records: those are shown when they are whole.
  public struct State: Hashable, Sendable {
    /// What it is doing.
    public var phase = Phase.listing
    /// Bytes of all files as the listing gave them; 0 while it goes on.
    public var bytesTotal: Int64 = 0
    /// Bytes whose rows are taken, and all of a file that is over; as many as ``bytesTotal`` only when all files are.
    public var bytesRead: Int64 = 0
    /// Rows seen so far, good and bad, counted by their line ends.
    public var rows: Int64 = 0
    /// Files of the listing.
    public var filesTotal = 0
    /// Files that are over, read or refused.
    public var filesRead = 0
    /// Of the files being read the one that was begun first, relative to the directory: where a read hangs.
    public var file: String?

    /// Nothing done yet.
    public init() {}
  }

  private struct Work: Sendable {
    /// Without the files in ``open``.
    var state = State()
    /// In the order in which they were begun.
    var open: [FileProgress] = []
  }

  private let work = Mutex(Work())
  private let cancelled = Atomic<Bool>(false)

  /// Nothing has begun.
  public init() {}

  /// How far it is now.
  public var state: State {
    let work = work.withLock { $0 }
    var state = work.state
    for file in work.open {
      state.bytesRead = state.bytesRead.addingSaturated(file.bytes)
      state.rows = state.rows.addingSaturated(file.rows)
    }
    state.file = work.open.first?.path.text
    return state
  }

  /// Asks the read to stop; it does at its next chunk. A call into the kernel that hangs is not ended by it.
  public func cancel() { cancelled.store(true, ordering: .relaxed) }

  /// Whether the read was asked to stop. Reading threads ask at every chunk.
  public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
}

// MARK: The reading threads

extension ReadingProgress {
  /// Another read begins: the files are being looked for.
  func begin() { work.withLock { $0 = Work() } }

  /// The listing is known.
  func expect(files: Int, bytes: Int64) {
    work.withLock {
      $0.state.filesTotal = files
      $0.state.bytesTotal = bytes
      $0.state.phase = .reading
    }
  }

  /// A file need not be read: what it gives is known.
  func leaveOut(_ listed: ListedFile) {
    work.withLock {
      $0.state.filesTotal -= 1
      $0.state.bytesTotal -= listed.size
    }
  }

  /// Every file is over.
  func beginAssembling() { work.withLock { $0.state.phase = .assembling } }

  /// A file is begun.
  func begin(_ listed: ListedFile) -> FileProgress {
    let file = FileProgress(listed, self)
    work.withLock { $0.open.append(file) }
    return file
  }

  /// A file is over, whatever came of it.
  func finish(_ file: FileProgress) {
    work.withLock { work in
      work.open.removeAll { $0 === file }
      work.state.filesRead += 1
      work.state.bytesRead = work.state.bytesRead.addingSaturated(file.size)
      work.state.rows = work.state.rows.addingSaturated(file.rows)
    }
  }
}

/// How far the read of one file is. All threads that read it tell of their chunks, in bulk.
final class FileProgress: Sendable {
  let path: RawPath
  /// As the listing gave it, in bytes.
  let size: Int64
  private let read: ReadingProgress
  private let taken = Atomic<Int64>(0)
  private let seen = Atomic<Int64>(0)

  init(_ listed: ListedFile, _ read: ReadingProgress) {
    path = listed.path
    size = listed.size
    self.read = read
  }

  /// Bytes whose rows are taken, never more than ``size``: a file may have grown.
  var bytes: Int64 { min(max(0, taken.load(ordering: .relaxed)), size) }

  /// Rows seen in them.
  var rows: Int64 { seen.load(ordering: .relaxed) }

  /// Whether the read was asked to stop.
  var isCancelled: Bool { read.isCancelled }

  /// The file is read from its beginning, perhaps again.
  func restart() {
    taken.store(0, ordering: .relaxed)
    seen.store(0, ordering: .relaxed)
  }

  /// Further bytes were taken, with so many rows.
  func add(bytes: Int64, rows: Int) {
    taken.wrappingAdd(bytes, ordering: .relaxed)
    seen.wrappingAdd(Int64(rows), ordering: .relaxed)
  }
}
