import Glibc

/// A small file's bytes with the state of the file that gave them.
struct FileContent: Sendable {
  var bytes: [UInt8]
  var identity: FileIdentity
}

/// Reads files, with the same check before and after: what changed in between is read again.
struct FileSource: Sendable {
  /// The directory's real path, in which every file must lie; nil where any place will do.
  var realRoot: [UInt8]?

  /// Opens the file at an absolute path and reads it with `body`, which gives nil where what it read made no sense.
  /// Three tries; then the file counts as unstable.
  func read<Result>(
    _ path: [UInt8], _ body: (OpenFile) throws(ReadFault) -> Result?
  ) throws(ReadFault) -> Result {
    for _ in 0..<3 {
      let file = try OpenFile(path, realRoot: realRoot)
      do throws(ReadFault) {
        let result = try body(file)
        if let result, try file.isUnchanged() { return result }
      } catch {
        // What is wrong with a file that changed meanwhile says nothing of what it is now.
        if try file.isUnchanged() { throw error }
      }
    }
    throw .unstable
  }

  /// The whole file at an absolute path, at most `most` bytes of it.
  func read(_ path: [UInt8], upTo most: Int64) throws(ReadFault) -> FileContent {
    try read(path) { (file) throws(ReadFault) in try FileSource.content(file, upTo: most) }
  }

  /// The whole of an open file; nil where it is shorter than it says.
  static func content(_ file: OpenFile, upTo most: Int64) throws(ReadFault) -> FileContent? {
    guard file.size <= most else { throw ReadFault(reason: "larger than \(most >> 20) MiB") }
    var failure: ReadFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(file.size) + 1) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      do throws(ReadFault) {
        count = try file.read(into: base, count: Int(file.size), at: 0)
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes.count == Int(file.size) ? FileContent(bytes: bytes, identity: file.identity) : nil
  }

  /// The text of a file of the kernel's, which has no size of its own.
  func readUnsized(_ path: [UInt8]) throws(ReadFault) -> [UInt8] {
    let descriptor = open(path.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadFault(errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 16 << 20 {
      let got = Glibc.read(descriptor, &buffer, buffer.count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw ReadFault(errno: errno)
      }
      bytes += buffer[..<got]
    }
    return bytes
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
