import Glibc
import Policy
import Reports

/// What the console did, one JSON object a line, appended. Text from records is made safe and escaped, so that no value
/// can end a line or begin another. A log that cannot be written never stops the program.
final class Log: Sendable {
  private let descriptor: Int32

  /// Opens the file for appending; nil where no log is wanted.
  init?(path: String?) throws(Outcome) {
    guard let path else { return nil }
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw .unusable("--log \(path): \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  func note(_ event: StaticString, _ detail: String = "") {
    var line = JSONWriter()
    line.object { line in
      line.member("at", Clock.now)
      line.member("event", text: "\(event)")
      if !detail.isEmpty {
        line.member("detail", text: detail)
      }
    }
    let bytes = Array(line.document.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  func note(read snapshot: Snapshot) {
    let counts = ProblemCounts(snapshot.problems)
    let rows = snapshot.files.reduce(0) { $0 + $1.rows }
    note(
      "read",
      "files \(snapshot.files.count) rows \(rows) errors \(counts.errors) warnings \(counts.warnings)"
        + (snapshot.outage.map { " outage \($0)" } ?? ""))
  }
}
