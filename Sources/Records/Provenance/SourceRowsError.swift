/// Why rows of a file cannot be shown.
public enum SourceRowsError: Error, Hashable, Sendable {
  /// Nothing was read yet, or the file is not among those read.
  case unknownFile
  /// The file cannot be read now, or not as a table; the reason is the system's, in English.
  case unreadable(reason: String)
  /// Nobody waits for the rows any more.
  case cancelled
}
