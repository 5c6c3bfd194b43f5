public import Policy
import Synchronization

/// Reads a data directory and keeps what it gave, so that later looks read only what changed.
///
/// It never writes into the directory. It may be used from any thread; one look at a time.
public final class DirectoryReader: Sendable {
  private let keeper: Mutex<Keeper>

  /// A reader that has read nothing yet.
  public init(_ source: DirectorySource) { keeper = Mutex(Keeper(source)) }

  /// Reads everything once, at once: for one-shot commands, and for the first frame of a console.
  ///
  /// An empty directory is fine and gives empty facts.
  ///
  /// - Throws: ``DirectoryError`` where the directory or the plan cannot be used. Nothing else is thrown: what is wrong
  ///   with a file is a problem of the snapshot.
  public func read() throws(DirectoryError) -> Snapshot {
    try keeper.withLock { keeper throws(DirectoryError) in try keeper.readAll(.now) }
  }
}
