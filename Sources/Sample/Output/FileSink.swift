import Glibc
import Policy

/// A file that appears whole: it is written under a name that readers of the directory ignore, then renamed.
///
/// Memory stays bounded whatever is written; unfinished files are removed.
final class FileSink {
  /// UTF-8 that waits to be written; append whole rows, then call ``flushIfFull()``.
  var buffer: [UInt8] = []

  private static let full = 256 * 1024
  private let path: String
  private let temporary: String
  private let encoding: SampleEncoding
  private var descriptor: Int32

  /// Opens the file's temporary name; its folders are made.
  init(directory: String, path relative: String, encoding: SampleEncoding = .utf8) throws(SampleError) {
    path = directory + "/" + relative
    temporary = path + ".tmp"
    self.encoding = encoding
    try FileSink.makeFolders(of: path)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: temporary, code: errno) }
    buffer.reserveCapacity(FileSink.full + 4096)
    try put(encoding.mark)
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(temporary)
    }
  }

  /// Writes the buffer out where it has grown large. Only between rows: the encoder takes whole characters.
  func flushIfFull() throws(SampleError) {
    if buffer.count >= FileSink.full { try flush() }
  }

  /// Writes what is left and gives the file its name, and the time at which an office would have sent it: the
  /// afternoon of `day` in Shanghai, never later than now.
  func finish(sentOn day: Day) throws(SampleError) {
    try flush()
    setTime(day)
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .cannotWrite(path: path, code: code)
    }
  }

  /// A time that cannot be set is no reason to fail: it only decorates.
  private func setTime(_ day: Day) {
    // 14:00 to 17:59 there is 6:00 to 9:59 UTC; which minute depends on the name alone.
    let minute = path.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 240
    let sent = Int(day.number) * 86_400 + 6 * 3600 + minute * 60
    let moment = timespec(tv_sec: min(sent, time(nil)), tv_nsec: 0)
    _ = futimens(descriptor, [moment, moment])
  }

  private func flush() throws(SampleError) {
    try put(encoding.encode(buffer))
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(SampleError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { raw in
        write(descriptor, raw.baseAddress.map { $0 + offset }, raw.count - offset)
      }
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        throw .cannotWrite(path: temporary, code: errno)
      }
    }
  }

  /// Makes every folder above `path` that is not there.
  static func makeFolders(of path: String) throws(SampleError) {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw .cannotWrite(path: folder, code: errno) }
    }
  }
}
