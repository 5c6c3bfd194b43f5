import CNettle
import Glibc

/// A file's bytes with the state of the file that gave them.
struct FileContent: Sendable {
  var bytes: [UInt8]
  var identity: FileIdentity

  /// SHA-256 in lower-case hexadecimal.
  var sha256: String {
    var digest = [UInt8](repeating: 0, count: 32)
    bytes.withUnsafeBufferPointer { source in
      digest.withUnsafeMutableBufferPointer { target in
        // Both have addresses: an empty array's may be nil, and then its length is zero.
        if let into = target.baseAddress {
          cnettle_sha256(source.baseAddress ?? UnsafePointer(into), source.count, into)
        }
      }
    }
    return Hexadecimal.text(digest)
  }
}

/// Why a file gives no bytes.
struct ReadFault: Error, Hashable, Sendable {
  /// In plain words, for the message.
  var reason: String
  /// The file only would not hold still; another look may succeed.
  var isUnstable = false

  static let notRegular = ReadFault(reason: "not a regular file")
  static let outside = ReadFault(reason: "a link that leads out of the data directory")
  static let unstable = ReadFault(reason: "keeps changing while it is read", isUnstable: true)
  static let tooLarge = ReadFault(reason: "larger than 2 GiB")

  init(reason: String, isUnstable: Bool = false) {
    self.reason = reason
    self.isUnstable = isUnstable
  }

  /// The words of the C library for an error number.
  init(errno code: Int32) {
    reason = code == ELOOP ? "a link that leads nowhere or in a circle" : String(cString: strerror(code))
  }
}

/// Reads files whole, in chunks, with the same check before and after: what changed in between is read again.
struct FileSource: Sendable {
  /// The directory's real path, in which every file must lie; nil where any place will do.
  var realRoot: [UInt8]?

  private static let largest: Int64 = 2 << 30
  private static let chunk = 1 << 20

  /// The file at an absolute path. Three tries; then it counts as unstable.
  func read(_ path: [UInt8]) throws(ReadFault) -> FileContent {
    for _ in 0..<3 {
      if let content = try attempt(path) { return content }
    }
    throw .unstable
  }

  private func attempt(_ path: [UInt8]) throws(ReadFault) -> FileContent? {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    // Opening a FIFO or a device may block or act; so the name is looked at first, and the open file again.
    var status = stat()
    guard stat(name, &status) == 0 else { throw ReadFault(errno: errno) }
    guard NodeKind(status) == .regular else { throw .notRegular }
    let descriptor = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadFault(errno: errno) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw ReadFault(errno: errno) }
    guard NodeKind(status) == .regular else { throw .notRegular }
    if let realRoot, let real = FileSource.realPath(descriptor), !FileSource.isInside(real, realRoot) {
      throw .outside
    }
    let before = FileIdentity(status)
    guard before.size <= FileSource.largest else { throw .tooLarge }
    let bytes = try FileSource.bytes(descriptor, expecting: Int(max(0, before.size)))
    guard fstat(descriptor, &status) == 0 else { throw ReadFault(errno: errno) }
    let after = FileIdentity(status)
    guard after == before, bytes.count == Int(after.size) else { return nil }
    return FileContent(bytes: bytes, identity: after)
  }

  /// The text of a file of the kernel's, which has no size of its own.
  func readUnsized(_ path: [UInt8]) throws(ReadFault) -> [UInt8] {
    let descriptor = open(path.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadFault(errno: errno) }
    defer { close(descriptor) }
    return try FileSource.bytes(descriptor, expecting: FileSource.chunk)
  }

  private static func bytes(_ descriptor: Int32, expecting size: Int) throws(ReadFault) -> [UInt8] {
    // One byte more than expected, so that a file that has grown shows itself.
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size + 1 {
        guard let base = buffer.baseAddress else { return }
        let got = Glibc.read(descriptor, base + count, min(chunk, size + 1 - count))
        if got == 0 { return }
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        count += got
      }
    }
    guard failure == 0 else { throw ReadFault(errno: failure) }
    return bytes
  }

  /// Where an open file really is; nil where the system does not tell.
  private static func realPath(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard length > 0, length < buffer.count else { return nil }
    return buffer.prefix(length).map { UInt8(bitPattern: $0) }
  }

  /// The path without links; nil with the error number where there is none.
  static func realPath(_ path: [UInt8]) -> Result<[UInt8], ReadFault> {
    guard let resolved = realpath(path.map { CChar(bitPattern: $0) } + [0], nil) else {
      return .failure(ReadFault(errno: errno))
    }
    defer { free(resolved) }
    return .success(Array(UnsafeBufferPointer(start: resolved, count: strlen(resolved))).map { UInt8(bitPattern: $0) })
  }

  /// Whether an absolute path is `root` or lies below it.
  static func isInside(_ path: [UInt8], _ root: [UInt8]) -> Bool {
    guard root != [UInt8(ascii: "/")], path.starts(with: root) else { return root == [UInt8(ascii: "/")] }
    return path.count == root.count || path[root.count] == UInt8(ascii: "/")
  }
}
