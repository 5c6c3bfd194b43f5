import Glibc

/// Folders of the user's own: made where they are missing, for nobody else to read.
enum Folders {
  /// Makes the folder with all above it, and gives its path.
  static func make(_ path: String) throws(Outcome) -> String {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST {
        throw .unusable("cannot make \(made): \(String(cString: strerror(errno)))")
      }
    }
    return path
  }
}
