import Glibc
import Policy

/// Where a store lies in the file system.
enum StorePlace {
  /// Refuses a place in the data directory, under whatever name, and makes its folder, for nobody else to read.
  static func prepare(_ path: String, outside directory: String) throws(StoreTrouble) {
    try check(path, outside: directory)
    var made = path.hasPrefix("/") ? "" : "."
    for part in folder(of: path).split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
    // Made here and not by SQLite, so that it is nobody else's from the first byte on.
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 { close(descriptor) } else if errno != EEXIST { throw trouble(path, errno) }
  }

  /// Refuses a place in the data directory.
  static func check(_ path: String, outside directory: String) throws(StoreTrouble) {
    guard let data = real(directory) else { return }
    // Of a file that is not there yet, the folders that are there tell.
    var existing = path
    while real(existing) == nil, existing.contains("/"), existing != "/" { existing = folder(of: existing) }
    let place = real(existing) ?? real(".") ?? ""
    if (place + "/").hasPrefix(data == "/" ? "/" : data + "/") { throw .insideDataDirectory(path: path) }
  }

  /// Gives a damaged store and its journal another name, unless the file is no longer the one that was found damaged.
  static func setAside(_ path: String, _ identity: FileMark?, at seconds: Double) throws(StoreTrouble) -> StoreTrouble {
    guard identity == nil || FileMark(path) == identity else { return .damaged(path: path) }
    let day = Day(shanghai: seconds)
    let second = Int((seconds + Day.shanghaiOffset).truncatingRemainder(dividingBy: 86_400))
    let clock = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
    let name = "\(path).bad-\(day.iso)-\(clock)"
    var target = name
    var number = 1
    while FileMark(target) != nil {
      number += 1
      target = "\(name)-\(number)"
    }
    guard rename(path, target) == 0 else { throw trouble(path, errno) }
    // A journal that stayed would be played back into the new store.
    rename(path + "-journal", target + "-journal")
    return .setAside(path: path, to: target)
  }

  static func trouble(_ path: String, _ code: Int32) -> StoreTrouble {
    switch code {
    case EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT: .full(path: path)
    default: .unusable(path: path, reason: String(cString: strerror(code)))
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Which file lies under a name.
struct FileMark: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64

  /// Nil where nothing lies there.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
