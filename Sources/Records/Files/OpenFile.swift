import Glibc

/// A regular file that is open for reading, with its state when it was opened.
///
/// Any number of threads may read from it at once.
final class OpenFile: Sendable {
  /// Its state when it was opened.
  let identity: FileIdentity
  private let descriptor: Int32

  /// Larger files are refused: what is so large and not yet split is a mistake, or sparse.
  static let largest: Int64 = 8 << 30

  /// Opens the file at an absolute path, which must lie in `realRoot` unless that is nil.
  init(_ path: [UInt8], realRoot: [UInt8]?) throws(ReadFault) {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    // Opening a FIFO or a device may block or act; so the name is looked at first, and the open file again.
    var status = stat()
    guard stat(name, &status) == 0 else { throw ReadFault(errno: errno) }
    guard NodeKind(status) == .regular else { throw .notRegular }
    let descriptor = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadFault(errno: errno) }
    self.descriptor = descriptor
    guard fstat(descriptor, &status) == 0 else {
      identity = FileIdentity(status)
      throw ReadFault(errno: errno)
    }
    identity = FileIdentity(status)
    guard NodeKind(status) == .regular else { throw .notRegular }
    if let realRoot, let real = OpenFile.realPath(descriptor), !FileSource.isInside(real, realRoot) { throw .outside }
    guard identity.size <= OpenFile.largest else { throw .tooLarge }
  }

  deinit { close(descriptor) }

  /// The file's size when it was opened, in bytes.
  var size: Int64 { max(0, identity.size) }

  /// Reads up to `count` bytes at `offset`; fewer only at the file's end.
  func read(into buffer: UnsafeMutableRawPointer, count: Int, at offset: Int64) throws(ReadFault) -> Int {
    var done = 0
    while done < count {
      let got = pread(descriptor, buffer + done, count - done, off_t(offset + Int64(done)))
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw ReadFault(errno: errno)
      }
      done += got
    }
    return done
  }

  /// Whether nothing has happened to the file since it was opened.
  func isUnchanged() throws(ReadFault) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadFault(errno: errno) }
    return FileIdentity(status) == identity
  }

  /// Where an open file really is; nil where the system does not tell.
  private static func realPath(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard length > 0, length < buffer.count else { return nil }
    return buffer.prefix(length).map { UInt8(bitPattern: $0) }
  }
}
