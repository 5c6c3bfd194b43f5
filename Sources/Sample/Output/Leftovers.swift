import Glibc

/// Files of an earlier sample in the same directory, which would add to the new one's figures.
enum Leftovers {
  /// Removes what an earlier sample has and one of `layout` does not replace.
  static func removeSample(from directory: String, layout: SampleLayout) throws(SampleError) {
    for name in ["districts", "progress", "targets"] { try remove(directory + "/" + name + ".csv") }
    var folders = ["scores", "payments", "spending"]
    if layout != .sample {
      for name in ["bases", "findings", "project_events", "projects", "milestones/city", "milestones/districts"] {
        try remove(directory + "/" + name + ".csv")
      }
      folders += ["registers", "targets"]
    }
    for folder in folders { try remove(from: directory + "/" + folder) }
    for office in try names(in: directory + "/progress") where office.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let folder = directory + "/progress/" + office
      if isFolder(folder) { try remove(from: folder) }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes from a folder every file whose name the sample itself gives: `2026-03.csv`, `2025.csv`, `live-01.csv`.
  ///
  /// Whatever else people put there stays. A folder that is not there holds nothing.
  static func remove(from folder: String) throws(SampleError) {
    for name in try names(in: folder) where isOwn(name) { try remove(folder + "/" + name) }
  }

  private static func remove(_ path: String) throws(SampleError) {
    if unlink(path) != 0, errno != ENOENT { throw .cannotWrite(path: path, code: errno) }
  }

  /// Names in a folder, without `.` and `..`; none where it is missing.
  static func names(in folder: String) throws(SampleError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw .cannotWrite(path: folder, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func isOwn(_ name: String) -> Bool {
    guard name.hasSuffix(".csv") || name.hasSuffix(".tsv") else { return false }
    var stem = name.dropLast(4)
    if stem.hasPrefix("live-") { stem = stem.dropFirst(5) }
    return !stem.isEmpty && stem.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
