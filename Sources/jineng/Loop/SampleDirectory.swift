import Glibc
import Terminal

/// Where `jineng demo` keeps its sample: a directory in the user's cache that goes away with the program. One that was
/// left by a program that was killed is taken over by the next, so that nothing piles up.
final class SampleDirectory {
  let path: String
  /// Where what was known of it is kept; it goes with the directory.
  let store: String
  private let lock: Int32

  /// Takes the first place that no running demo has.
  init() throws(Outcome) {
    guard let base = Environment["XDG_CACHE_HOME"] ?? Environment["HOME"].map({ $0 + "/.cache" }) else {
      throw .unusable("neither XDG_CACHE_HOME nor HOME is set; write the sample with jineng demo --write DIR")
    }
    let folder = try Folders.make(base + "/jineng")
    for number in 1...SampleDirectory.most {
      let place = "\(folder)/demo-\(number)"
      let lock = open(place + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard lock >= 0 else { throw .unusable("\(place).lock: \(String(cString: strerror(errno)))") }
      guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
        close(lock)
        continue
      }
      self.lock = lock
      path = place
      store = place + ".store"
      remove()
      return
    }
    throw .unusable("\(SampleDirectory.most) demos are running already")
  }

  deinit { close(lock) }

  private static let most = 16

  /// Removes it with all that is in it; never follows a link out of it.
  func remove() {
    SampleDirectory.remove(path)
    for end in ["", "-journal"] { unlink(store + end) }
  }

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
