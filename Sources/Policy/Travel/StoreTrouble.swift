/// Why a store cannot keep what is known, or what became of it. Its words are the screen's business.
public enum StoreTrouble: Error, Hashable, Sendable {
  /// It would lie in the data directory, which is never written.
  case insideDataDirectory(path: String)
  /// There is a database of another program.
  case foreign(path: String)
  /// A newer version of this program made it: it is only read.
  case newer(path: String)
  /// It is damaged.
  case damaged(path: String)
  /// It was damaged, or no database; it lies under another name now, and a new one was begun.
  case setAside(path: String, to: String)
  /// It can be read only.
  case readOnly(path: String)
  /// The disk, or a limit, is full.
  case full(path: String)
  /// Another program has held it for too long.
  case busy(path: String)
  /// It cannot be used; the reason is the system's, in English.
  case unusable(path: String, reason: String)
  /// It lies on a network file system, where two consoles may not keep out of each other's way.
  case network(path: String)
}
