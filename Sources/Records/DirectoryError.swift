public import Policy

/// Why a data directory cannot be used at all. What is wrong with single files is told as problems instead.
public enum DirectoryError: Error, Hashable, Sendable {
  /// Nothing stands at the path.
  case missing(path: String)
  /// Something else than a directory stands at the path.
  case notADirectory(path: String)
  /// The directory, or the plan's file, cannot be read; the reason is the system's, in English.
  case unreadable(path: String, reason: String)
  /// The plan cannot be used.
  case plan(PlanError)
  /// The read was given up by ``ReadingProgress/cancel()``; nothing of it is kept.
  case cancelled
}
