import Glibc
import Screen

/// Writing that never loses a byte in silence and never traps: standard output, standard error and files by rename.
enum Output {
  /// Writes all of `text` to standard output; false where that fails. A pipe whose reader is gone ends the program
  /// quietly, as `SIGPIPE` asks.
  static func write(_ text: String) -> Bool { write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes text to the terminal that standard error is, as it stands; empty text is not written.
  static func tell(_ text: String) {
    if !text.isEmpty { _ = write(Array(text.utf8), to: STDERR_FILENO) }
  }

  /// One message to standard error: a line for a line, without control characters whatever it quotes.
  static func complain(_ message: String) {
    for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
      _ = write(Array((SafeText(String(line)).string + "\n").utf8), to: STDERR_FILENO)
    }
  }

  /// Gives `text` to standard output or, where one is named, to a file, by rename.
  static func deliver(_ text: String, to path: String?) throws(Outcome) {
    if let path { return try replaceFile(at: path, with: text) }
    guard write(text) else { throw .cannotWrite }
  }

  /// Replaces the file at `path` by `text`: written beside it, synced, then renamed, so that nothing is left half-written.
  static func replaceFile(at path: String, with text: String) throws(Outcome) {
    try replaceFile(at: path, with: Array(text.utf8))
  }

  /// Replaces the file at `path` by `bytes`; as above.
  static func replaceFile(at path: String, with bytes: [UInt8]) throws(Outcome) {
    // A link stays: what it points to is replaced. A device or a pipe cannot be replaced: it is written to.
    let target = resolved(path)
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(target, bytes) }
    let temporary = target + ".\(getpid()).tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    let written = write(bytes, to: descriptor) && fsync(descriptor) == 0
    let reason = errno
    let closed = close(descriptor) == 0
    guard written, closed, rename(temporary, target) == 0 else {
      if !written { errno = reason }
      let outcome = failure(path)
      unlink(temporary)
      throw outcome
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeThrough(_ path: String, _ bytes: [UInt8]) throws(Outcome) {
    // A pipe that nobody reads is told, not waited for.
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard write(bytes, to: descriptor) else { throw failure(path) }
  }

  private static func failure(_ path: String) -> Outcome {
    .unusable("cannot write \(path): \(String(cString: strerror(errno)))")
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
      }
      if count > 0 {
        sent += count
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else {
        if errno == EPIPE, descriptor == STDOUT_FILENO {
          // Quietly, even where a parent has SIGPIPE ignored.
          signal(SIGPIPE, SIG_DFL)
          raise(SIGPIPE)
        }
        return false
      }
    }
    return true
  }
}
