import Glibc
import Records

/// A small text file, read whole.
struct SmallFile {
  let text: String
  /// What tells this state of it from another.
  let identity: FileIdentity

  enum Trouble: Error, Equatable {
    case absent
    /// The system's reason, or ours.
    case unreadable(String)
  }

  /// Less than 1 MiB, and a regular file: settings are small, and a pipe or a device would hold the program up.
  init(at path: String) throws(Trouble) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw SmallFile.trouble }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SmallFile.trouble }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a regular file") }
    guard status.st_size < SmallFile.largest else { throw .unreadable("1 MiB or more") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < SmallFile.largest {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw SmallFile.trouble }
      guard count > 0 else { break }
      bytes += buffer[0..<count]
    }
    text = String(decoding: bytes, as: UTF8.self)
    identity = FileIdentity(status)
  }

  /// What tells the state of a file from others, without opening it; nil where it is not there.
  /// - Throws: where that cannot be known.
  static func identity(at path: String) throws(Trouble) -> FileIdentity? {
    var status = stat()
    if stat(path, &status) == 0 { return FileIdentity(status) }
    guard trouble == .absent else { throw trouble }
    return nil
  }

  private static let largest = 1 << 20

  private static var trouble: Trouble {
    errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable(String(cString: strerror(errno)))
  }
}
