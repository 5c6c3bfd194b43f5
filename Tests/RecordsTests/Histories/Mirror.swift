import Glibc

@testable import Records

/// Copies a data directory as it stands: files, folders, links and pipes.
///
/// Where the reader keeps the last good version of a file that can no longer be read, a cold read of such a copy with
/// that version put back is what it must equal.
struct Mirror {
  let from: String
  let to: String

  func copy() throws { try copyFolder("") }

  private func copyFolder(_ folder: String) throws {
    for name in Mirror.names(from + folder) { try copy(folder + "/" + name, as: folder + "/" + name) }
  }

  /// Copies what stands under one path, which begins with `/`, to another.
  func copy(_ path: String, as other: String) throws {
    var status = stat()
    guard lstat(from + path, &status) == 0 else { return }
    switch NodeKind(status) {
    case .directory:
      mkdir(to + other, 0o755)
      try copyFolder(path)
    case .link:
      // Links into the directory name it whole; the copy's lead into the copy.
      guard let target = Mirror.target(from + path) else { return }
      symlink(target.hasPrefix(from + "/") ? to + target.dropFirst(from.count) : target, to + other)
    case .other: mkfifo(to + other, 0o644)
    case .regular:
      let content = try FileSource(realRoot: nil).read(Array((from + path).utf8), upTo: 1 << 30)
      let descriptor = open(to + other, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      defer { close(descriptor) }
      guard write(descriptor, content.bytes, content.bytes.count) == content.bytes.count else {
        throw DataDirectory.Failure(errno: errno)
      }
    }
  }

  /// Where a link leads; nil where there is none.
  static func target(_ path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &bytes, bytes.count)
    guard length > 0 else { return nil }
    return String(decoding: bytes.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Takes away whatever stands under a path.
  static func clear(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if NodeKind(status) == .directory { DataDirectory.remove(path) } else { unlink(path) }
  }

  private static func names(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
