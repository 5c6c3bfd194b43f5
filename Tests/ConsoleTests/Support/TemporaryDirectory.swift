import Foundation

/// A new directory for the length of `work`; nothing of it stays.
func withTemporaryDirectory<Result>(_ work: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appending(path: "jineng-console-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: path) }
  return try work(path.path(percentEncoded: false))
}
