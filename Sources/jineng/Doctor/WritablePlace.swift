import Glibc
import Records

/// Whether a file of the program's own can be written where it lies or is to lie; nothing is made to find out.
struct WritablePlace: Hashable, Sendable {
  let path: String
  /// In bytes; nil where the file is not there yet.
  let size: Int64?
  /// Why it cannot be written, as the system says it; nil where it can.
  let obstacle: String?
  /// Bytes that are free where it lies; nil where that cannot be told.
  let free: Int64?
  /// Other machines write there, too.
  let isNetwork: Bool

  init(path: String, size: Int64?, obstacle: String?, free: Int64?, isNetwork: Bool) {
    self.path = path
    self.size = size
    self.obstacle = obstacle
    self.free = free
    self.isNetwork = isNetwork
  }

  /// Looks at the file, or at the nearest folder above it that is there.
  init(_ path: String) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    var folder = WritablePlace.folder(of: path)
    while !isThere, access(folder, F_OK) != 0, errno == ENOENT, folder != "/", folder != "." {
      folder = WritablePlace.folder(of: folder)
    }
    let system = FileSystem(of: folder)
    // A file's folder must be writable, too: a journal is made beside a store, and a cache is replaced by rename.
    let own = isThere ? WritablePlace.obstacle(path, W_OK) : nil
    self.init(
      path: path, size: isThere ? Int64(status.st_size) : nil,
      obstacle: own ?? WritablePlace.obstacle(folder, W_OK | X_OK), free: system?.free,
      isNetwork: system?.isNetwork ?? false)
  }

  private static func obstacle(_ path: String, _ mode: Int32) -> String? {
    // What is no folder cannot hold anything.
    var status = stat()
    if mode & X_OK != 0, stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      return String(cString: strerror(ENOTDIR))
    }
    return faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0 ? nil : String(cString: strerror(errno))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
