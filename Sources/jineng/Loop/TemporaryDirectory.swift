import Glibc

/// A directory that goes away with the program.
final class TemporaryDirectory {
  let path: String

  init() throws(Outcome) {
    var template = Array(((Environment["TMPDIR"] ?? "/tmp") + "/jineng-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .unusable("cannot make a temporary directory: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all that is in it; never follows a link out of it.
  func remove() { TemporaryDirectory.remove(path) }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
      }
      closedir(folder)
      for name in names {
        let child = path + "/" + name
        var status = stat()
        if lstat(child, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(child) } else { unlink(child) }
      }
    }
    rmdir(path)
  }
}
