import Foundation
import Testing

/// Text that was looked at once, approved, and kept beside the tests.
///
/// Recording is asked for by `JINENG_RECORD=1` and fails the run, so that it is never left on.
struct Recorded {
  private let path: URL

  /// `path` below `Tests/ConsoleTests`.
  init(_ path: String) { self.path = Recorded.root.appending(path: path) }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  static var isRecording: Bool { ProcessInfo.processInfo.environment["JINENG_RECORD"] == "1" }

  /// Compares, or records where that was asked for.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let kept = try? String(contentsOf: path, encoding: .utf8)
    guard Recorded.isRecording else {
      guard let kept else {
        Issue.record(
          "nothing is recorded at \(path.path()); JINENG_RECORD=1 records it", sourceLocation: sourceLocation)
        return
      }
      if kept != text { Issue.record("\(Recorded.difference(kept, text))", sourceLocation: sourceLocation) }
      return
    }
    if kept != text {
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    Issue.record("recorded \(path.lastPathComponent)", sourceLocation: sourceLocation)
  }

  /// The first lines that differ.
  private static func difference(_ kept: String, _ text: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    var out = "differs from what is recorded"
    var shown = 0
    for index in 0..<max(old.count, new.count) where shown < 6 {
      let before = index < old.count ? String(old[index]) : "(nothing)"
      let after = index < new.count ? String(new[index]) : "(nothing)"
      guard before != after else { continue }
      shown += 1
      out += "\n  line \(index + 1)\n  - \(before)\n  + \(after)"
    }
    return out
  }
}
